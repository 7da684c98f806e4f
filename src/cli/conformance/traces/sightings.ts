/** Ways of looking at a timeline that several facts share. */
import type { Fields, Sighting } from './recording.ts'

/** The changes of each object of a kind, by its name, deletions included. */
export function byObject(
  timeline: readonly Sighting[],
  kind: string,
): ReadonlyMap<string, readonly Sighting[]> {
  const objects = new Map<string, Sighting[]>()
  for (const sighting of timeline) {
    if (sighting.kind !== kind) continue
    const list = objects.get(sighting.name) ?? []
    objects.set(sighting.name, [...list, sighting])
  }
  return objects
}

/** Each value that is not the one before it, as JSON compares them. */
export function changesOf<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, i) => i === 0 || JSON.stringify(value) !== JSON.stringify(values[i - 1]))
}

/** What there is at the end, by kind and name. */
export function lastOf(timeline: readonly Sighting[]): ReadonlyMap<string, Sighting> {
  const objects = new Map<string, Sighting>()
  for (const sighting of timeline) {
    const key = `${sighting.kind}/${sighting.name}`
    if (sighting.type === 'DELETED') objects.delete(key)
    else objects.set(key, sighting)
  }
  return objects
}

/** The pods that there are at the end. */
export function lastPods(timeline: readonly Sighting[]): readonly (Fields & { readonly name: string })[] {
  return [...lastOf(timeline).values()]
    .filter(({ kind }) => kind === 'Pod')
    .map(({ name, fields }) => ({ name, ...fields }))
}

/** How often each text occurs. */
export function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Seconds. */
const aMoment = 1.5

/** Pods that were given up within a moment, never ready: whether they came to be at all was a matter of milliseconds. */
export function fleetingPods(timeline: readonly Sighting[]): ReadonlySet<string> {
  const fleeting = [...byObject(timeline, 'Pod')].filter(([, life]) => {
    const [first] = life
    const end = life.find(({ type, fields }) => type === 'DELETED' || fields.deleting)
    const wasReady = life.some(({ fields }) => fields.ready === 'True')
    return first !== undefined && end !== undefined && !wasReady && end.t - first.t < aMoment
  })
  return new Set(fleeting.map(([name]) => name))
}
