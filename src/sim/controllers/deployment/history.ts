/**
 * Which ReplicaSet is the new one, and which old ones are beyond the history limit
 * (pkg/controller/deployment/sync.go, Kubernetes v1.36).
 */
import { maxInt32 } from '../../api/integers.ts'
import { podTemplateHashLabel } from '../../api/templateHash.ts'
import type { Deployment, PodTemplateSpec, ReplicaSet } from '../../api/types/index.ts'
import { WeakTable } from '../../core/weakTable.ts'
import { revisionOf } from './annotations.ts'
import { byCreation } from './sizes.ts'
import { equalIgnoringEmpty } from './templates.ts'

export interface History {
  /** The oldest set whose template is the Deployment's. */
  readonly newSet: ReplicaSet | undefined
  /** All others, oldest first. */
  readonly oldSets: readonly ReplicaSet[]
}

export function historyOf(deployment: Deployment, sets: readonly ReplicaSet[]): History {
  const ordered = [...sets].sort(byCreation)
  const newSet = ordered.find((set) => sameTemplate(set.spec.template, deployment.spec.template))
  return { newSet, oldSets: ordered.filter((set) => set !== newSet) }
}

/** The template that each was last compared with, and the answer: a rollout asks the same again in every sync. */
const compared = new WeakTable<PodTemplateSpec, { readonly other: PodTemplateSpec; readonly same: boolean }>()

/** Templates are the same when they differ at most in the label that the Deployment itself adds. */
export function sameTemplate(a: PodTemplateSpec, b: PodTemplateSpec): boolean {
  const known = compared.get(a)
  if (known?.other === b) return known.same
  const same =
    equalIgnoringEmpty(a.spec, b.spec) && equalIgnoringEmpty(withoutHash(a.metadata), withoutHash(b.metadata))
  if (Object.isFrozen(a) && Object.isFrozen(b)) compared.set(a, { other: b, same })
  return same
}

/** Old sets to delete: of those that still exist the lowest revisions beyond the limit, if no pod hangs on them. */
export function surplusSets(deployment: Deployment, oldSets: readonly ReplicaSet[]): readonly ReplicaSet[] {
  const limit = deployment.spec.revisionHistoryLimit
  if (limit === undefined || limit === maxInt32) return []
  const alive = oldSets.filter((set) => set.metadata.deletionTimestamp === undefined)
  return alive
    .sort(byRevision)
    .slice(0, Math.max(0, alive.length - limit))
    .filter(isRetired)
}

/** A revision that can't be read counts as none. */
export function byRevision(a: ReplicaSet, b: ReplicaSet): number {
  return (revisionOf(a) ?? 0) - (revisionOf(b) ?? 0) || byCreation(a, b)
}

/** No pods asked for, none left, and the set's own controller has seen it so. */
function isRetired(set: ReplicaSet): boolean {
  const observed = (set.metadata.generation ?? 0) <= (set.status.observedGeneration ?? 0)
  return set.spec.replicas === 0 && set.status.replicas === 0 && observed
}

function withoutHash(metadata: PodTemplateSpec['metadata']): PodTemplateSpec['metadata'] {
  if (metadata?.labels?.[podTemplateHashLabel] === undefined) return metadata
  const { [podTemplateHashLabel]: _hash, ...labels } = metadata.labels
  return { ...metadata, labels }
}
