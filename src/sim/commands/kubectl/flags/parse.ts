/** Reads a command's words as pflag does: long and short flags anywhere, `--` ends them. Errors are its texts. */
import { CommandError, flagError } from '../errors.ts'
import { type Flag, flagTitle } from './flag.ts'
import { FlagValues } from './values.ts'

export interface Parsed {
  readonly values: FlagValues
  readonly args: readonly string[]
  /** How many of `args` stood before `--`; -1: there was none. */
  readonly dash: number
  readonly deprecations: readonly string[]
}

/** `command`: "rollout status", for the errors. */
export function parseFlags(command: string, flags: readonly Flag[], words: readonly string[]): Parsed {
  const reader = new FlagReader(command, flags, words)
  reader.read()
  return reader
}

class FlagReader implements Parsed {
  readonly values: FlagValues
  readonly args: string[] = []
  readonly deprecations: string[] = []
  dash = -1
  readonly #command: string
  readonly #flags: readonly Flag[]
  readonly #words: readonly string[]
  #at = 0

  constructor(command: string, flags: readonly Flag[], words: readonly string[]) {
    this.#command = command
    this.#flags = flags
    this.#words = words
    this.values = new FlagValues(flags)
  }

  read(): void {
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at++] as string
      if (word === '--') {
        this.dash = this.args.length
        this.args.push(...this.#words.slice(this.#at))
        return
      }
      if (word.startsWith('--')) this.#readLong(word)
      else if (word.startsWith('-') && word.length > 1) this.#readShort(word)
      else this.args.push(word)
    }
  }

  #readLong(word: string): void {
    const equals = word.indexOf('=')
    const name = word.slice(2, equals < 0 ? undefined : equals)
    if (name === '' || name.startsWith('-')) throw this.#error(`bad flag syntax: ${word}`)
    const flag = this.#flags.find((one) => one.name === name)
    if (flag === undefined) throw this.#error(`unknown flag: --${name}`)
    const value = equals < 0 ? aloneValue(flag) : word.slice(equals + 1)
    this.#set(flag, value ?? this.#nextWord(`flag needs an argument: ${word}`))
  }

  /** "-A", "-Ao wide", "-owide", "-o=wide", "-o wide". */
  #readShort(word: string): void {
    for (let rest = word.slice(1); rest !== ''; ) {
      const letter = rest.charAt(0)
      const flag = this.#flags.find((one) => one.short === letter)
      if (flag === undefined) throw this.#error(`unknown shorthand flag: '${letter}' in -${rest}`)
      const alone = aloneValue(flag)
      if (rest.charAt(1) === '=') {
        this.#set(flag, rest.slice(2))
        return
      }
      if (alone === undefined) {
        const value = rest.length > 1 ? rest.slice(1) : undefined
        this.#set(flag, value ?? this.#nextWord(`flag needs an argument: '${letter}' in -${rest}`))
        return
      }
      this.#set(flag, alone)
      rest = rest.slice(1)
    }
  }

  #nextWord(complaint: string): string {
    const word = this.#words[this.#at++]
    if (word === undefined) throw this.#error(complaint)
    return word
  }

  #set(flag: Flag, value: string): void {
    try {
      this.values.set(flag, value)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw this.#error(
        `invalid argument ${JSON.stringify(value)} for "${flagTitle(flag)}" flag: ${error.message}`,
      )
    }
    if (flag.deprecated !== undefined) {
      this.deprecations.push(`Flag --${flag.name} has been deprecated, ${flag.deprecated}`)
    }
  }

  #error(message: string): CommandError {
    return this.#command === ''
      ? new CommandError(`${message}\nSee 'kubectl --help' for usage.`)
      : flagError(this.#command, message)
  }
}

function aloneValue(flag: Flag): string | undefined {
  return flag.alone ?? (flag.type === 'bool' ? 'true' : undefined)
}

/** Throws for required flags that were not given. */
export function checkRequired(flags: readonly Flag[], values: FlagValues): void {
  const missing = flags.filter((flag) => flag.required && !values.given(flag.name))
  if (missing.length === 0) return
  const names = missing.map((flag) => JSON.stringify(flag.name)).sort()
  throw new CommandError(`required flag(s) ${names.join(', ')} not set`)
}
