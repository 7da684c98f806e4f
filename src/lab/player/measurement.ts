/**
 * Measures a step from a moment on: which options of the prediction are true and since when, when each `until` was first
 * met, and for how long the goal has been. To be asked to look after every tick.
 */
import type { Tick } from '../../sim/core/clock.ts'
import { evaluateCondition, evaluateExpression } from '../condition.ts'
import type { Moment } from '../moment.ts'
import type { Step } from '../scenario/scenario.ts'
import { grouped } from '../scenario/sizes.ts'
import { fill } from '../scenario/template.ts'
import type { Sitting } from '../sitting.ts'
import { type Between, decidingWrite } from './decidingWrite.ts'
import type { Verdict } from './stepRecord.ts'

/** Stands for a value that can't be measured. */
export const unmeasured = '–'

/** What changes without a write. */
const passing = /(seconds|traffic|requests|decisions|pool)(_since)?\(/

export class Measurement {
  readonly since: Moment
  readonly #sitting: Sitting
  readonly #step: Step
  /** Nothing was written since the last look: nothing can have changed but the time and what passes in it, such as requests. */
  #head = -1
  readonly #asksForTime: boolean
  #truths: readonly boolean[] = []
  /** Between which looks each option last became true; absent: true all along, or never. */
  #turned: (Between | undefined)[] = []
  readonly #untils = new Map<string, Tick>()
  #metSince: Tick | undefined
  #detours = false

  constructor(sitting: Sitting, step: Step, since: Moment) {
    this.#sitting = sitting
    this.#step = step
    this.since = since
    this.#asksForTime = passing.test(JSON.stringify(step))
    this.look()
  }

  /** Since when the goal has been met without a break. */
  get metSince(): Tick | undefined {
    return this.#metSince
  }

  get detours(): boolean {
    return this.#detours
  }

  look(): void {
    const { head } = this.#sitting.world.engine.state.registry
    if (head === this.#head && !this.#asksForTime) return
    this.#lookAtOptions({ after: this.#head, upTo: head })
    this.#head = head
    this.#lookAtUntils()
    const { goal, detour } = this.#step
    this.#metSince = goal !== undefined && this.holds(goal.when) ? (this.#metSince ?? this.#now) : undefined
    this.#detours = detour !== undefined && this.holds(detour.when)
  }

  /** The clock was set: the goal has to be met without a break from here on. */
  lookAfresh(): void {
    this.#metSince = undefined
    this.#head = -1
    this.look()
  }

  verdict(): Verdict {
    const options = this.#step.predict?.options ?? []
    const truths = options.map((option) => this.holds(option.when))
    const happened = truths.indexOf(true)
    const turned = this.#turned[happened]
    const decidedBy =
      turned === undefined
        ? undefined
        : decidingWrite(this.#sitting.world, turned, options[happened]?.when ?? '')
    return {
      ...(happened < 0 ? {} : { happened }),
      trueOptions: truths.filter(Boolean).length,
      values: this.values(),
      ...(decidedBy === undefined ? {} : { decidedBy }),
    }
  }

  values(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(this.#step.values ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? this.#text(value) : this.#secondsUntil(name),
      ]),
    )
  }

  holds(condition: string): boolean {
    return evaluateCondition(this.#sitting.world, condition, this.since) === true
  }

  /** A line of the step as it would be sent now. Throws an Error where an expression gives no name. */
  fill(line: string): string {
    return fill(line, (expression) => evaluateExpression(this.#sitting.world, expression, this.since))
  }

  get #now(): Tick {
    return this.#sitting.world.tick
  }

  #lookAtOptions(between: Between): void {
    const isFirst = this.#truths.length === 0
    const truths = (this.#step.predict?.options ?? []).map((option) => this.holds(option.when))
    this.#turned = truths.map((isTrue, i) => {
      if (!isTrue || isFirst) return undefined
      return this.#truths[i] ? this.#turned[i] : between
    })
    this.#truths = truths
  }

  #lookAtUntils(): void {
    for (const [name, value] of Object.entries(this.#step.values ?? {})) {
      if (typeof value === 'string' || this.#untils.has(name)) continue
      if (this.holds(value.until)) this.#untils.set(name, this.#now)
    }
  }

  #secondsUntil(name: string): string {
    const tick = this.#untils.get(name)
    return tick === undefined ? unmeasured : ((tick - this.since.tick) / 10).toFixed(1)
  }

  #text(expression: string): string {
    try {
      return textOf(evaluateExpression(this.#sitting.world, expression, this.since))
    } catch {
      return unmeasured
    }
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'bigint') return grouped(value)
  if (typeof value === 'number') return Number.isInteger(value) ? grouped(value) : value.toFixed(1)
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : unmeasured
}
