/**
 * What a Deployment writes on its ReplicaSets to remember its sizes and revisions
 * (pkg/controller/deployment/util/deployment_util.go, Kubernetes v1.36).
 */
import { parseInt32, parseInt64 } from '../../api/integers.ts'
import type { Deployment, Labels, ReplicaSet } from '../../api/types/index.ts'
import { maxSurge } from './fenceposts.ts'

export const revisionAnnotation = 'deployment.kubernetes.io/revision'
export const revisionHistoryAnnotation = 'deployment.kubernetes.io/revision-history'
export const desiredReplicasAnnotation = 'deployment.kubernetes.io/desired-replicas'
export const maxReplicasAnnotation = 'deployment.kubernetes.io/max-replicas'

/** Annotations that belong to one object and do not travel from a Deployment to its sets. */
const ownAnnotations: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionAnnotation,
  revisionHistoryAnnotation,
  desiredReplicasAnnotation,
  maxReplicasAnnotation,
  'deprecated.deployment.rollback.to',
])

/** The history annotation grows with every rollback; its oldest entries are dropped beyond this. */
const historyLimit = 2000

/** The size the Deployment had when it last scaled this set; undefined when it never did. */
export function desiredReplicasOf(set: ReplicaSet): number | undefined {
  return numberIn(set, desiredReplicasAnnotation)
}

export function maxReplicasOf(set: ReplicaSet): number | undefined {
  return numberIn(set, maxReplicasAnnotation)
}

/** The stamp of sizes that every set the Deployment scales is given. */
export function sizeAnnotations(deployment: Deployment): Labels {
  const desired = deployment.spec.replicas
  return {
    [desiredReplicasAnnotation]: String(desired),
    [maxReplicasAnnotation]: String(desired + maxSurge(deployment)),
  }
}

export function hasSizeAnnotations(set: ReplicaSet, deployment: Deployment): boolean {
  const stamp = sizeAnnotations(deployment)
  return Object.keys(stamp).every((key) => set.metadata.annotations?.[key] === stamp[key])
}

/** 0 without a revision; undefined where the annotation is no number. */
export function revisionOf(object: ReplicaSet | Deployment): number | undefined {
  const text = object.metadata.annotations?.[revisionAnnotation]
  if (text === undefined) return 0
  const revision = parseInt64(text)
  return revision === undefined ? undefined : Number(revision)
}

export function maxRevision(sets: readonly ReplicaSet[]): number {
  let most = 0
  for (const set of sets) most = Math.max(most, revisionOf(set) ?? 0)
  return most
}

/**
 * The annotations of the set that holds the Deployment's current template: the Deployment's own, and its revision.
 * A set that gets a new revision was rolled back to, and remembers the revision it had. Returns the annotations it
 * was given when nothing changes.
 */
export function newSetAnnotations(
  deployment: Deployment,
  set: ReplicaSet,
  revision: number,
): Labels | undefined {
  const had = set.metadata.annotations
  const annotations = copyAnnotations(deployment, had)
  const oldText = had?.[revisionAnnotation]
  const old = revisionOf(set)
  if (old === undefined && oldText !== '') return annotations
  if ((old ?? 0) >= revision) return annotations
  const next: Record<string, string> = { ...annotations, [revisionAnnotation]: String(revision) }
  if (oldText !== undefined) {
    next[revisionHistoryAnnotation] = extendHistory(had?.[revisionHistoryAnnotation] ?? '', oldText)
  }
  return next
}

/** The annotations of a set about to be created. */
export function createdSetAnnotations(deployment: Deployment, revision: number): Labels {
  return {
    ...copyAnnotations(deployment, undefined),
    [revisionAnnotation]: String(revision),
    ...sizeAnnotations(deployment),
  }
}

/** `onto` with the Deployment's annotations copied over it; `onto` itself when it has them all. */
function copyAnnotations(deployment: Deployment, onto: Labels | undefined): Labels | undefined {
  const own = deployment.metadata.annotations ?? {}
  const missing = Object.keys(own).filter((key) => !ownAnnotations.has(key) && onto?.[key] !== own[key])
  if (missing.length === 0) return onto
  const annotations: Record<string, string> = { ...onto }
  for (const key of missing) annotations[key] = own[key] as string
  return annotations
}

function extendHistory(history: string, revision: string): string {
  if (history === '' || history.startsWith(',')) return revision
  const entries = history.split(',')
  let length = history.length + revision.length + 1
  let start = 0
  while (length > historyLimit && start < entries.length) {
    length -= (entries[start] as string).length + 1
    start++
  }
  return length > historyLimit ? history : [...entries.slice(start), revision].join(',')
}

function numberIn(set: ReplicaSet, annotation: string): number | undefined {
  const text = set.metadata.annotations?.[annotation]
  return text === undefined ? undefined : parseInt32(text)
}
