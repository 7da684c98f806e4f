/** The lab's own options. */
import { parseDuration } from '../../lab/duration.ts'
import type { SittingOptions } from '../../lab/sitting.ts'

export interface LabOptions {
  readonly file: string | undefined
  readonly seed: number | undefined
  readonly profile: 'real' | 'classroom' | undefined
  /** A tick to run on to after the script. */
  readonly until: number | undefined
  readonly trace: string | undefined
  readonly hash: boolean
  readonly keepGoing: boolean
  readonly meter: boolean
  readonly keyframes: 'off' | 'sparse' | 'dense'
}

export const usage = `Usage: npm run -s lab -- [OPTIONS] [FILE|-]
       npm run -s lab -- bench [--nodes N --pods N --services N --rps N]
       npm run -s lab -- link [OPTIONS] [--json] FILE|-       the share link of the world that a script leaves
       npm run -s lab -- open [OPTIONS] LINK|FILE.json|-      the world of a link, or of what --json printed
       npm run -s lab -- verify SCENARIO.yaml…                reads scenarios and plays them by their own lines

Runs a script of kubectl and sim lines on a simulated cluster.

  --seed N          the luck of this run (wins over the script)
  --profile P       real or classroom (wins over the script)
  --until 10m       after the script, run on to this simulated time
  --trace FILE      write every API write as a line of JSON
  --hash            end with the hash of the world's state
  --keep-going      go on after a command that failed
  --meter           say on standard error what each line cost: CPU, writes, longest tick
  --keyframes K     off, sparse (default) or dense; changes nothing but the time a step back takes
`

export function sittingOptions({ seed, profile, keyframes }: LabOptions): SittingOptions {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(profile === undefined ? {} : { profile }),
    keyframes,
  }
}

/** Throws an Error with a plain message where an option is wrong. */
export function parseOptions(args: readonly string[]): LabOptions {
  const values = new Map<string, string>()
  const files: string[] = []
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string
    if (word === '-' || !word.startsWith('-')) files.push(word)
    else if (switches.has(word)) values.set(word, 'true')
    else {
      const equals = word.indexOf('=')
      const name = equals < 0 ? word : word.slice(0, equals)
      if (!valued.has(name)) throw new Error(`unknown option ${name}`)
      const value = equals < 0 ? args[++i] : word.slice(equals + 1)
      if (value === undefined) throw new Error(`${name} needs a value`)
      values.set(name, value)
    }
  }
  if (files.length > 1) throw new Error('give one script, or - for standard input')
  return {
    file: files[0],
    seed: optional(values.get('--seed'), seedOf),
    profile: optional(values.get('--profile'), (text) =>
      oneOf('--profile', text, ['real', 'classroom'] as const),
    ),
    until: optional(values.get('--until'), untilOf),
    trace: values.get('--trace'),
    hash: values.has('--hash'),
    keepGoing: values.has('--keep-going'),
    meter: values.has('--meter'),
    keyframes: oneOf('--keyframes', values.get('--keyframes') ?? 'sparse', [
      'off',
      'sparse',
      'dense',
    ] as const),
  }
}

const switches = new Set(['--hash', '--keep-going', '--meter'])
const valued = new Set(['--seed', '--profile', '--until', '--trace', '--keyframes'])
const mostUntil = 30 * 86_400 * 10

function optional<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text)
}

function seedOf(text: string): number {
  const seed = Number(text)
  if (!/^\d+$/.test(text) || seed > 0xffffffff)
    throw new Error(`--seed: "${text}" is not a whole number below 2^32`)
  return seed
}

function untilOf(text: string): number {
  const ticks = parseDuration(text)
  if (ticks === undefined) throw new Error(`--until: "${text}" is not a duration such as 10m`)
  if (ticks > mostUntil) throw new Error('--until: at most 30 simulated days')
  return ticks
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text)
  if (found === undefined) throw new Error(`${name}: "${text}" is none of ${allowed.join(', ')}`)
  return found
}
