/** The sizes that ReplicaSets were given, step by step. */
import type { Sighting } from './recording.ts'

export interface Step {
  readonly t: number
  /** "web-rs1=4 web-rs2=1" */
  readonly sizes: string
}

/** Every change of a spec.replicas among the ReplicaSets of one owner (or one without an owner), by that owner. */
export function stepsByOwner(timeline: readonly Sighting[]): ReadonlyMap<string, readonly Step[]> {
  const sizes = new Map<string, Map<string, number>>()
  const steps = new Map<string, Step[]>()
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
    if (list.at(-1)?.sizes !== text) list.push({ t, sizes: text })
  }
  return steps
}

function numberOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0)
}

/** Steps between which nothing moved for a while: what near-simultaneous changes come to. */
export function restingSteps(steps: readonly Step[], seconds: number): readonly Step[] {
  return steps.filter(({ t }, i) => i === steps.length - 1 || (steps[i + 1] as Step).t - t >= seconds)
}
