/** Sums and orders over the ReplicaSets of one Deployment, shared by its scaling rules. */
import type { ReplicaSet } from '../../api/types/index.ts'

/** One set is to be given a new size. Both steps of a rollout and of scaling are lists of these, in order. */
export interface Resize {
  readonly set: ReplicaSet
  readonly replicas: number
}

/** Sets that ask for pods. */
export function activeSets(sets: readonly ReplicaSet[]): ReplicaSet[] {
  return sets.filter((set) => set.spec.replicas > 0)
}

/** The new set, if there is one, after the old ones: the order in which sums and searches go. */
export function allSets(newSet: ReplicaSet | undefined, oldSets: readonly ReplicaSet[]): ReplicaSet[] {
  return newSet ? [...oldSets, newSet] : [...oldSets]
}

export function totalReplicas(sets: readonly ReplicaSet[]): number {
  return sum(sets, (set) => set.spec.replicas)
}

export function totalAvailable(sets: readonly ReplicaSet[]): number {
  return sum(sets, availableOf)
}

export function availableOf(set: ReplicaSet): number {
  return set.status.availableReplicas ?? 0
}

export function sum(sets: readonly ReplicaSet[], count: (set: ReplicaSet) => number): number {
  let total = 0
  for (const set of sets) total += count(set)
  return total
}

export function byCreation(a: ReplicaSet, b: ReplicaSet): number {
  return compareText(a.metadata.creationTimestamp, b.metadata.creationTimestamp) || byName(a, b)
}

/** Bigger first; of two equally big ones the newer first, or the older. */
export function bySize(tie: 'newer' | 'older'): (a: ReplicaSet, b: ReplicaSet) => number {
  const age = tie === 'newer' ? (a: ReplicaSet, b: ReplicaSet) => byCreation(b, a) : byCreation
  return (a, b) => b.spec.replicas - a.spec.replicas || age(a, b)
}

function byName(a: ReplicaSet, b: ReplicaSet): number {
  return compareText(a.metadata.name, b.metadata.name)
}

/** Timestamps of one format sort as text. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
