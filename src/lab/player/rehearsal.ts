/**
 * A scenario played from end to end by its own lines, as a learner would who guesses the first answer everywhere: what
 * doesn't hold is told in plain sentences. None: in this seed all is well.
 */
import { slotsOf, type Text } from '../../i18n/index.ts'
import { flawOf } from '../condition.ts'
import type { Scenario, Step } from '../scenario/scenario.ts'
import { Sitting } from '../sitting.ts'
import { unmeasured } from './measurement.ts'
import { Player } from './player.ts'

/** How long a goal may take after the last line of its solution, and lines that Run sends beyond their time: ten minutes. */
const mostTicks = 6000

export function rehearse(scenario: Scenario, seed: number): readonly string[] {
  const findings: string[] = []
  const sitting = new Sitting({ seed })
  const player = new Player(sitting, scenario, (line, { exit, stderr }) => {
    if (exit !== 0) findings.push(`"${line}" failed: ${stderr.trim()}`)
  })
  try {
    player.setUp()
  } catch (error) {
    return [(error as Error).message]
  }
  scenario.steps.forEach((step, index) => {
    const found = new Rehearsal(sitting, player, step).play()
    findings.push(...found.map((finding) => `step ${step.id}: ${finding}`))
    if (index + 1 < scenario.steps.length && player.act({ do: 'next' }) !== undefined)
      player.act({ do: 'go', step: index + 1 })
  })
  return findings
}

class Rehearsal {
  readonly #findings: string[] = []
  readonly #sitting: Sitting
  readonly #player: Player
  readonly #step: Step

  constructor(sitting: Sitting, player: Player, step: Step) {
    this.#sitting = sitting
    this.#player = player
    this.#step = step
  }

  play(): readonly string[] {
    const step = this.#step
    this.#checkExpressions()
    this.#expect(
      step.given === undefined || this.#sitting.evaluate(step.given) === true,
      `the given isn't so: ${step.given}`,
    )
    this.#expect(this.#player.state().goal?.met !== true, 'its goal is met before anything was done')
    if (step.predict !== undefined) {
      this.#player.act({ do: 'choose', option: 0 })
      this.#player.act({ do: 'lock' })
    }
    if (step.do !== undefined || step.replay !== undefined) this.#player.act({ do: 'run' })
    else for (const line of step.solution ?? []) this.#type(line)
    this.#pass(mostTicks + (step.predict?.after ?? step.wait ?? 0))
    this.#checkEnd()
    return this.#findings
  }

  #type(line: string): void {
    const refusal = this.#player.userLine(line)
    this.#expect(refusal === undefined, `"${line}" is refused: ${refusal}`)
    const execution = this.#sitting.execute(line)
    while (execution.exit === undefined) this.#tick()
    this.#expect(execution.exit === 0, `"${line}" failed: ${execution.stderr.trim()}`)
  }

  #pass(ticks: number): void {
    const latest = this.#sitting.world.tick + ticks
    while (this.#isUnderWay && this.#sitting.world.tick < latest) this.#tick()
  }

  #tick(): void {
    this.#sitting.advance(this.#player.wants().until)
    this.#player.afterTick()
  }

  get #isUnderWay(): boolean {
    const { phase } = this.#player.state()
    return phase === 'running' || phase === 'doing'
  }

  #checkEnd(): void {
    const { phase } = this.#player.state()
    if (phase === 'reading') return
    this.#expect(phase === 'told', `it isn't told, but ${phase}`)
    const { verdict } = this.#player
    if (this.#step.predict !== undefined)
      this.#expect(verdict?.trueOptions === 1, `${verdict?.trueOptions} options are true, not one`)
    for (const text of [this.#step.after, this.#step.onWrong]) if (text !== undefined) this.#checkText(text)
  }

  /** Its slots are filled; what only a detour tells need not be measurable here. */
  #checkText(text: Text): void {
    const values = this.#player.verdict?.values ?? {}
    for (const name of slotsOf(text))
      this.#expect((values[name] ?? unmeasured) !== unmeasured, `the value ${name} can't be measured`)
  }

  /** Functions and types that don't exist show only over a world. */
  #checkExpressions(): void {
    for (const expression of expressionsIn(this.#step)) {
      const flaw = flawOf(this.#sitting.world, expression)
      this.#expect(flaw === undefined, `${expression}: ${flaw}`)
    }
  }

  #expect(holds: boolean, finding: string): void {
    if (!holds) this.#findings.push(finding)
  }
}

function expressionsIn({ given, predict, goal, detour, values }: Step): readonly string[] {
  const measured = Object.values(values ?? {}).map((value) =>
    typeof value === 'string' ? value : value.until,
  )
  const options = predict?.options.map((option) => option.when) ?? []
  return [given, goal?.when, detour?.when, ...options, ...measured].filter((one) => one !== undefined)
}
