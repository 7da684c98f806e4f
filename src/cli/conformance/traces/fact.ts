/** A fact of a recording: it held in the replay, or it is told how it differs. */
import type { Recording } from './recording.ts'
import type { Course, Replay } from './replay.ts'

export interface Fact {
  readonly name: string
  /** How the replay differs; undefined: it does not. */
  readonly difference: string | undefined
}

/** One family of facts. `recorded` and `replayed` are looked at in the same way. */
export type Aspect = (recorded: Course, replayed: Replay, recording: Recording) => readonly Fact[]

export function same(name: string, recorded: unknown, replayed: unknown): Fact {
  const [expected, got] = [text(recorded), text(replayed)]
  return { name, difference: expected === got ? undefined : `recorded ${expected}, replayed ${got}` }
}

/** Two sequences, place by place: as many facts as the longer has places. */
export function sameSequence(
  name: string,
  recorded: readonly unknown[],
  replayed: readonly unknown[],
): readonly Fact[] {
  const length = Math.max(recorded.length, replayed.length)
  return Array.from({ length }, (_, i) => same(`${name} ${i + 1}`, recorded[i], replayed[i]))
}

/** Two maps, key by key. */
export function sameEntries(
  name: string,
  recorded: ReadonlyMap<string, unknown>,
  replayed: ReadonlyMap<string, unknown>,
): readonly Fact[] {
  const keys = [...new Set([...recorded.keys(), ...replayed.keys()])].sort()
  return keys.map((key) => same(`${name} ${key}`, recorded.get(key), replayed.get(key)))
}

/** JSON in which an absent field, a zero and an empty list are the same, and the order of keys is none. */
function text(value: unknown): string {
  const json = JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one
    const entries = Object.entries(one).filter(([, field]) => !isEmpty(field))
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return json ?? 'nothing'
}

function isEmpty(field: unknown): boolean {
  return field === undefined || field === null || field === 0 || (Array.isArray(field) && field.length === 0)
}
