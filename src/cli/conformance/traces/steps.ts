/** The sizes that ReplicaSets were given, step by step. */
import type { Moment } from './lasting.ts'
import type { Sighting } from './recording.ts'

/** Every change of a spec.replicas among the ReplicaSets of one owner (or one without an owner), by that owner: "web-rs1=4 web-rs2=1". */
export function stepsByOwner(timeline: readonly Sighting[]): ReadonlyMap<string, readonly Moment[]> {
  const sizes = new Map<string, Map<string, number>>()
  const steps = new Map<string, Moment[]>()
  for (const { t, kind, name, type, fields } of timeline) {
    if (kind !== 'ReplicaSet') continue
    const owner = name.replace(/-rs\d+$/, '')
    const own = sizes.get(owner) ?? new Map<string, number>()
    sizes.set(owner, own)
    if (type === 'DELETED') own.delete(name)
    else own.set(name, fields.specReplicas)
    const text = [...own]
      .sort(([a], [b]) => numberOf(a) - numberOf(b))
      .map(([replicaSet, size]) => `${replicaSet}=${size}`)
      .join(' ')
    const list = steps.get(owner) ?? []
    steps.set(owner, list)
    if (list.at(-1)?.text !== text) list.push({ t, text })
  }
  return steps
}

function numberOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0)
}
