/** The flags given to one command, read by type. Values are checked when they are set. */

import { parseDuration } from './duration.ts'
import type { Flag } from './flag.ts'

export class FlagValues {
  readonly #flags: ReadonlyMap<string, Flag>
  readonly #given = new Map<string, string[]>()

  constructor(flags: readonly Flag[]) {
    this.#flags = new Map(flags.map((flag) => [flag.name, flag]))
  }

  /** Throws a text that says what is wrong with the value. */
  set(flag: Flag, value: string): void {
    checkValue(flag, value)
    const values = this.#given.get(flag.name)
    const repeatable = flag.type === 'list' || flag.type === 'array'
    if (values === undefined || !repeatable) this.#given.set(flag.name, [value])
    else values.push(value)
  }

  /** Whether the user gave it. */
  given(name: string): boolean {
    return this.#given.has(name)
  }

  text(name: string): string {
    return this.#given.get(name)?.[0] ?? this.#flag(name).default ?? ''
  }

  on(name: string): boolean {
    return booleans.get(this.text(name)) ?? false
  }

  number(name: string): number {
    return Number(this.text(name) || '0')
  }

  /** A duration in seconds. */
  seconds(name: string): number {
    return parseDuration(this.text(name) || '0') ?? 0
  }

  list(name: string): readonly string[] {
    const values = this.#given.get(name) ?? []
    if (this.#flag(name).type === 'array') return values
    return values.flatMap((value) => (value === '' ? [] : value.split(',')))
  }

  has(name: string): boolean {
    return this.#flags.has(name)
  }

  #flag(name: string): Flag {
    const flag = this.#flags.get(name)
    if (flag === undefined) throw new Error(`the command has no flag --${name}`)
    return flag
  }
}

const booleans = new Map<string, boolean>([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
])

function checkValue(flag: Flag, value: string): void {
  const quoted = JSON.stringify(value)
  if (flag.type === 'bool' && !booleans.has(value)) {
    throw new RangeError(`strconv.ParseBool: parsing ${quoted}: invalid syntax`)
  }
  if (flag.type === 'int' && !/^[+-]?[0-9]+$/.test(value)) {
    throw new RangeError(`strconv.ParseInt: parsing ${quoted}: invalid syntax`)
  }
  if (flag.type === 'int' && !(Number(value) >= -2_147_483_648 && Number(value) <= 2_147_483_647)) {
    throw new RangeError(`strconv.ParseInt: parsing ${quoted}: value out of range`)
  }
  if (flag.type === 'duration' && parseDuration(value) === undefined) {
    const problem = /^[+-]?[0-9.]+$/.test(value) ? 'missing unit in duration' : 'invalid duration'
    throw new RangeError(`time: ${problem} ${quoted}`)
  }
}
