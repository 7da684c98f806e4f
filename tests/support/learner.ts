/** Somebody who plays a scenario: guesses, presses buttons, types lines, lets time pass. */
import { evaluateExpression } from '../../src/lab/condition.ts'
import type { GuideAction, GuideState } from '../../src/lab/player/guideState.ts'
import { Player } from '../../src/lab/player/player.ts'
import type { Scenario } from '../../src/lab/scenario/scenario.ts'
import { fill } from '../../src/lab/scenario/template.ts'
import { Sitting } from '../../src/lab/sitting.ts'

export class Learner {
  readonly sitting: Sitting
  readonly player: Player
  /** Lines that the guide ran. */
  readonly ran: string[] = []

  constructor(scenario: Scenario, seed = 1, sitting?: Sitting) {
    this.sitting = sitting ?? new Sitting({ seed })
    this.player = new Player(this.sitting, scenario, (line) => this.ran.push(line))
    if (sitting === undefined) this.player.setUp()
  }

  get state(): GuideState {
    return this.player.state()
  }

  get tick(): number {
    return this.sitting.world.tick
  }

  do(...actions: GuideAction['do'][]): ReturnType<Player['act']> {
    let refusal: ReturnType<Player['act']>
    for (const action of actions) refusal = this.player.act({ do: action } as GuideAction)
    return refusal
  }

  guess(option: number): void {
    this.player.act({ do: 'choose', option })
    this.player.act({ do: 'lock' })
  }

  go(step: number): void {
    this.player.act({ do: 'go', step })
  }

  /** Answers why it was refused, else the exit code. `${CEL}` is filled in first. */
  type(template: string): string | number {
    const line = fill(template, (expression) => evaluateExpression(this.sitting.world, expression))
    const refusal = this.player.userLine(line)
    if (refusal !== undefined) return refusal
    const execution = this.sitting.execute(line)
    while (execution.exit === undefined) this.#advance()
    this.player.afterTick()
    return execution.exit
  }

  pass(ticks: number): void {
    const end = this.tick + ticks
    while (this.tick < end) this.#advance(end)
  }

  /** Until the guide has something to say; at most so many ticks. */
  watch(most = 3000): GuideState {
    const end = this.tick + most
    while (this.tick < end && ['running', 'doing'].includes(this.state.phase)) this.#advance(end)
    return this.state
  }

  seek(tick: number): void {
    this.sitting.seek(this.sitting.positionAt(tick))
    this.player.afterSeek()
  }

  is(condition: string): boolean | string {
    return this.sitting.evaluate(condition)
  }

  #advance(limit = Number.POSITIVE_INFINITY): void {
    this.sitting.advance(Math.min(limit, this.player.wants().until ?? limit))
    this.player.afterTick()
  }
}
