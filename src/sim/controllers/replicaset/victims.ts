/**
 * Which pods die when a ReplicaSet shrinks
 * (getPodsToDelete in replica_set.go and ActivePodsWithRanks in controller_utils.go, Kubernetes v1.36).
 */
import { parseInt32 } from '../../api/integers.ts'
import { isPodActive, podCondition } from '../../api/podReadiness.ts'
import type { Labels, Pod } from '../../api/types/index.ts'
import { parseTime } from '../../core/clock.ts'
import { sortSteadily } from './sortSteadily.ts'

export const deletionCostAnnotation = 'controller.kubernetes.io/pod-deletion-cost'

/**
 * The `count` pods to delete of a set's active pods, first victim first. `related`: the pods of all sets with the same
 * controller, this one included; none if the set has no controller. Which pods share a node counts as it is before
 * any of them goes.
 */
export function chooseVictims(
  pods: readonly Pod[],
  related: readonly Pod[],
  count: number,
  nowSeconds: number,
): readonly Pod[] {
  if (count >= pods.length) return pods
  const perNode = activePodsPerNode(related)
  const candidates = pods.map((pod) => candidate(pod, perNode.get(pod.spec.nodeName ?? '') ?? 0, nowSeconds))
  return sortSteadily(candidates, compareCandidates)
    .slice(0, count)
    .map((one) => one.pod)
}

export function activePodsPerNode(pods: readonly Pod[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const pod of pods) {
    if (!isPodActive(pod)) continue
    const node = pod.spec.nodeName ?? ''
    counts.set(node, (counts.get(node) ?? 0) + 1)
  }
  return counts
}

/** A pod with all that its place in the order depends on, read once. */
export interface Candidate {
  readonly pod: Pod
  readonly uid: string
  readonly isBound: boolean
  readonly phase: number
  readonly isReady: boolean
  readonly deletionCost: number
  /** Related active pods on the same node, itself included. */
  readonly rank: number
  readonly ready: Age
  readonly restarts: number
  readonly sidecarRestarts: number
  readonly created: Age
}

/** A moment, and the order of magnitude of the time since. Undefined: the object doesn't say. */
export type Age = { readonly since: number; readonly magnitude: number } | undefined

export function candidate(pod: Pod, rank: number, nowSeconds: number): Candidate {
  const ready = podCondition(pod, 'Ready')
  const isReady = ready?.status === 'True'
  return {
    pod,
    uid: pod.metadata.uid,
    isBound: Boolean(pod.spec.nodeName),
    phase: phaseOrder[pod.status.phase ?? ''] ?? 0,
    isReady,
    deletionCost: deletionCost(pod.metadata.annotations),
    rank,
    ready: isReady ? ageSince(ready.lastTransitionTime, nowSeconds) : undefined,
    restarts: mostRestarts(pod),
    sidecarRestarts: mostSidecarRestarts(pod),
    created: ageSince(pod.metadata.creationTimestamp, nowSeconds),
  }
}

/**
 * Below 0: `a` is deleted before `b`. Ages count by order of magnitude only, so that of pods of about the same age
 * any may go; this makes the relation one that can run in circles (a before b before c before a). Pods made and ready
 * in the same second are equal: they go in the order they were given in.
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(a.isBound) - Number(b.isBound) ||
    a.phase - b.phase ||
    Number(a.isReady) - Number(b.isReady) ||
    a.deletionCost - b.deletionCost ||
    b.rank - a.rank ||
    compareAges(a, b, a.ready, b.ready) ||
    b.restarts - a.restarts ||
    b.sidecarRestarts - a.sidecarRestarts ||
    compareAges(a, b, a.created, b.created)
  )
}

/** floor(log2(nanoseconds)), in whole numbers; -1 for no time at all. */
export function magnitudeOf(seconds: number): number {
  // Microseconds are exact; times 1000 the number may be rounded, but not across a power of two.
  const nanoseconds = Math.round(seconds * 1e6) * 1000
  if (nanoseconds <= 0) return -1
  const high = Math.floor(nanoseconds / 4_294_967_296)
  return high > 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(nanoseconds)
}

/** A 32-bit number; 0 where the annotation is absent or not written plainly ("+3", "007"). */
export function deletionCost(annotations: Labels | undefined): number {
  const text = annotations?.[deletionCostAnnotation]
  if (text === undefined || !/^(-|0$|[1-9])/.test(text)) return 0
  return parseInt32(text) ?? 0
}

const phaseOrder: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 }

/** The one without a time first, then the younger by magnitude, then the lower UID. */
function compareAges(a: Candidate, b: Candidate, ageA: Age, ageB: Age): number {
  if (ageA?.since === ageB?.since) return 0
  if (!ageA) return -1
  if (!ageB) return 1
  return ageA.magnitude - ageB.magnitude || compareUids(a, b)
}

function compareUids(a: Candidate, b: Candidate): number {
  if (a.uid === b.uid) return 0
  return a.uid < b.uid ? -1 : 1
}

function ageSince(time: string | undefined | null, nowSeconds: number): Age {
  if (!time) return undefined
  const since = parseTime(time)
  return { since, magnitude: magnitudeOf(nowSeconds - since) }
}

function mostRestarts(pod: Pod): number {
  let most = 0
  for (const status of pod.status.containerStatuses ?? []) most = Math.max(most, status.restartCount)
  return most
}

function mostSidecarRestarts(pod: Pod): number {
  const containers = pod.spec.initContainers
  if (containers === undefined) return 0
  let most = 0
  for (const status of pod.status.initContainerStatuses ?? []) {
    const isSidecar = containers.some((one) => one.name === status.name && one.restartPolicy === 'Always')
    if (isSidecar) most = Math.max(most, status.restartCount)
  }
  return most
}
