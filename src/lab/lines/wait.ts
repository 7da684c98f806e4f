/**
 * `sim wait 30s` lets time pass; `sim wait --until 2m30s` lets it pass up to that moment of the clock, if it is still to
 * come; `sim wait --for CEL [--timeout 5m]` lets it pass until something is true.
 */
import { type Execution, finished } from '../../sim/commands/execution.ts'
import { flawOf } from '../condition.ts'
import { parseDuration } from '../duration.ts'
import { parseFlags } from '../flags.ts'
import type { Sitting } from '../sitting.ts'
import type { LabLine } from './index.ts'

const longest = 30 * 86_400 * 10
const defaultTimeout = '30m'
/** Ticks with something to do that one wait may work through. */
const mostTicks = 30_000_000

const line: LabLine = {
  run(args, sitting) {
    const [first, ...rest] = args
    if (first !== undefined && !first.startsWith('--')) {
      if (rest.length > 0) return refuse(`unexpected argument "${rest[0]}"`)
      const ticks = parseDuration(first)
      if (ticks === undefined) return refuse(`"${first}" is not a duration such as 30s, 5m or 1h30m`)
      if (ticks > longest) return refuse('at most 30 simulated days can be waited for at once')
      return new Waiting(sitting, sitting.world.tick + ticks)
    }
    try {
      const {
        for: condition,
        timeout,
        until,
      } = parseFlags(args, { for: '', timeout: defaultTimeout, until: '' })
      if (until !== '')
        return condition === '' ? waitUntil(sitting, until) : refuse('give --until or --for, not both')
      const ticks = parseDuration(timeout)
      if (condition === '') return refuse('give a duration, or --for with a condition')
      if (ticks === undefined) return refuse(`--timeout: "${timeout}" is not a duration`)
      if (ticks > longest) return refuse('at most 30 simulated days can be waited for at once')
      const flaw = flawOf(sitting.world, condition)
      if (flaw !== undefined) return refuse(flaw)
      return new Waiting(sitting, sitting.world.tick + ticks, condition)
    } catch (error) {
      return refuse((error as Error).message)
    }
  },
}
export default line

function waitUntil(sitting: Sitting, until: string): Execution {
  const tick = parseDuration(until)
  if (tick === undefined) return refuse(`--until: "${until}" is not a duration`)
  if (tick - sitting.world.tick > longest)
    return refuse('at most 30 simulated days can be waited for at once')
  return new Waiting(sitting, Math.max(tick, sitting.world.tick))
}

class Waiting implements Execution {
  readonly stdout = ''
  stderr = ''
  exit: number | undefined
  readonly wakeAt: number
  readonly #sitting: Sitting
  readonly #condition: string | undefined
  readonly #ticksBefore: number

  constructor(sitting: Sitting, until: number, condition?: string) {
    this.#sitting = sitting
    this.wakeAt = until
    this.#condition = condition
    this.#ticksBefore = sitting.world.counters.ticks
    this.poll()
  }

  poll(): void {
    if (this.#condition !== undefined) {
      const met = this.#sitting.evaluate(this.#condition)
      if (met === true) this.exit = 0
      else if (this.#sitting.world.tick >= this.wakeAt)
        this.#fail(`timed out waiting for ${this.#condition}${typeof met === 'string' ? ` (${met})` : ''}`)
    } else if (this.#sitting.world.tick >= this.wakeAt) this.exit = 0
    if (this.exit === undefined && this.#sitting.world.counters.ticks - this.#ticksBefore > mostTicks) {
      this.#fail(`gave up after ${mostTicks} busy ticks`)
    }
  }

  #fail(why: string): void {
    this.exit = 1
    this.stderr = `error: sim wait: ${why}\n`
  }
}

function refuse(why: string): Execution {
  return finished(1, '', `error: sim wait: ${why}\n`)
}
