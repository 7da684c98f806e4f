/** The words and options of a `sim` line. Whatever is wrong with them is one plain sentence. */
import { isQuantity, toBytes } from '../../api/quantity.ts'
import { type Tick, ticksPerSecond } from '../../core/clock.ts'

export class UsageError extends Error {}

export class Arguments {
  readonly words: readonly string[]
  readonly #options: ReadonlyMap<string, string>

  /** `known`: the options that exist, with their dashes ("--count", "-l"). Each takes a value. */
  constructor(args: readonly string[], known: readonly string[]) {
    const words: string[] = []
    const options = new Map<string, string>()
    for (let i = 0; i < args.length; i++) {
      const word = args[i] as string
      if (!word.startsWith('-')) {
        words.push(word)
        continue
      }
      const equals = word.indexOf('=')
      const option = equals < 0 ? word : word.slice(0, equals)
      if (!known.includes(option)) throw new UsageError(`unknown option ${option}${listOf(known)}`)
      const value = equals < 0 ? args[++i] : word.slice(equals + 1)
      if (value === undefined || value === '') throw new UsageError(`${option} needs a value`)
      options.set(option, value)
    }
    this.words = words
    this.#options = options
  }

  /** The only word. `what`: what it stands for, as in "give one IMAGE". */
  one(what: string): string {
    const [word] = this.words
    if (word === undefined || this.words.length > 1) throw new UsageError(`give one ${what}`)
    return word
  }

  text(option: string): string | undefined {
    return this.#options.get(option)
  }

  choice<C extends string>(option: string, choices: readonly C[], otherwise: C): C {
    const value = this.#options.get(option) ?? otherwise
    const chosen = choices.find((one) => one === value)
    if (chosen === undefined)
      throw new UsageError(`${option} must be one of ${choices.join(', ')}, not "${value}"`)
    return chosen
  }

  integer(option: string, least: number, most: number): number | undefined {
    const value = this.#options.get(option)
    if (value === undefined) return undefined
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new UsageError(`${option} must be a whole number from ${least} to ${most}, not "${value}"`)
    }
    return number
  }

  duration(option: string): Tick | undefined {
    const seconds = this.seconds(option)
    return seconds === undefined ? undefined : Math.ceil(seconds * ticksPerSecond - roundingSlack)
  }

  /** A duration, finer than a tick. */
  seconds(option: string): number | undefined {
    const value = this.#options.get(option)
    if (value === undefined) return undefined
    const seconds = durationSeconds(value)
    if (seconds === undefined)
      throw new UsageError(`${option} must be a duration like 30s or 1m30s, not "${value}"`)
    return seconds
  }

  quantity(option: string): string | undefined {
    const value = this.#options.get(option)
    if (value === undefined) return undefined
    if (!isQuantity(value) || toBytes(value) < 0) {
      throw new UsageError(`${option} must be a quantity like 500m or 4Gi, not "${value}"`)
    }
    return value
  }
}

const unitSeconds: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400 }
const roundingSlack = 1e-6

/** "1h30m", "1.5s", "12ms"; undefined where the text is no duration. */
export function durationSeconds(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(us|ms|s|m|h|d))+$/.test(text)) return text === '0' ? 0 : undefined
  let seconds = 0
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h|d)/g)) {
    seconds += Number(amount) * (unitSeconds[unit as string] as number)
  }
  return seconds
}

function listOf(known: readonly string[]): string {
  return known.length === 0 ? '' : `: there is ${known.join(', ')}`
}
