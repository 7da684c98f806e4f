/**
 * Keeps as many pods of a template as are asked for. Models pkg/controller/replicaset/replica_set.go of Kubernetes
 * v1.36; where it deviates is listed in fidelity.ts.
 */
import { podFacets } from '../../api/kinds/pod/facets.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import { isPodActive, isPodTerminating } from '../../api/podReadiness.ts'
import { isStatus, StatusError } from '../../api/status.ts'
import type { Labels, Pod, ReplicaSet } from '../../api/types/index.ts'
import type { Controller, Outcome, ReconcileContext } from '../../client/controller.ts'
import { areMet, expectCreations, expectDeletions } from '../../client/expectations.ts'
import { claimObjects } from '../../client/ownership.ts'
import { ticksOf, unixSeconds } from '../../core/clock.ts'
import { equalValues } from '../../core/frozen.ts'
import { changed } from '../../core/ledger.ts'
import { relatedPods } from './relatedPods.ts'
import { type AllCounts, countPods, nextAvailability, statusOf } from './status.ts'
import { countAnew, sufficient } from './tally.ts'
import { creationOf, deletionOf, type Memory, proceed, type Task } from './task.ts'
import { chooseVictims } from './victims.ts'
import { actor, podChanged, replicaSetChanged } from './watches.ts'

type Context = ReconcileContext<Memory>

/** What of a pod a set counts, claims or reports. */
const countedParts = changed.metadata | changed.deletion | podFacets.phase | podFacets.readiness
/** Pods made or deleted in one sync at most. */
const burstReplicas = 500

export const replicaSetController: Controller<Memory> = {
  name: actor,
  watches: [
    { resource: ReplicaSets, enqueue: replicaSetChanged },
    { resource: Pods, parts: countedParts, enqueue: podChanged },
  ],
  memory: () => ({ expectations: new Map(), tasks: new Map(), tallies: new Map(), countedAt: -1 }),

  reconcile(context, key): Outcome {
    const { memory, lister } = context
    const begun = memory.tasks.get(key)
    if (begun !== undefined) return carryOn(context, key, begun)
    const set = lister(ReplicaSets).byKey(key)
    if (set === undefined) return forget(memory, key)
    const pods = talliedPods(context, key, set) ?? podsOf(context, key, set)
    const task = nextTask(context, key, set, pods)
    if (task !== undefined) return carryOn(context, key, task)
    writeStatus(context, set, pods.counts, undefined)
    lookAgainWhenAvailable(context, key, set, pods)
  },
}

/** The status written at the end of a step speaks of the pods as they were at its beginning, however long it took. */
function carryOn(context: Context, key: string, task: Task): Outcome {
  const { tasks } = context.memory
  if (!proceed(context, key, task)) {
    tasks.set(key, task)
    return 'held'
  }
  tasks.delete(key)
  writeStatus(context, task.set, task.counts, task.failure)
  // The set comes again later, and each time later, until creating or deleting works.
  if (task.failure !== undefined) throw new StatusError('InternalError', task.failure)
  return undefined
}

function forget(memory: Memory, key: string): void {
  memory.tallies.delete(key)
  memory.expectations.delete(key)
  memory.tasks.delete(key)
}

interface SetPods {
  readonly counts: AllCounts
  /** The pods themselves, where they were looked at. */
  readonly active?: readonly Pod[]
}

/** Most syncs need numbers only; not so if there is an orphan to adopt or a pod to release. */
function talliedPods({ memory, lister, tick }: Context, key: string, set: ReplicaSet): SetPods | undefined {
  const tally = sufficient(memory.tallies, key, set, tick, memory.countedAt === tick)
  if (tally === undefined) return undefined
  const orphans = lister(Pods).byIndex('orphan', set.metadata.namespace ?? '')
  const matches = selectedBy(set)
  if (orphans.some((pod) => isPodActive(pod) && matches(pod))) return undefined
  const { active, ready, terminating } = tally
  return { counts: { active, ready, terminating, fullyLabeled: active, available: ready } }
}

/** The set's pods, after adopting orphans that match and releasing pods that no longer do. */
function podsOf({ client, lister, memory, tick }: Context, key: string, set: ReplicaSet): SetPods {
  const { uid, namespace = '' } = set.metadata
  const own = lister(Pods).byIndex('controllerUid', uid)
  countAnew(memory.tallies, key, set, own, tick)
  memory.countedAt = tick
  const active: Pod[] = []
  const others: Pod[] = []
  for (const pod of own) (isPodActive(pod) ? active : others).push(pod)
  for (const pod of lister(Pods).byIndex('orphan', namespace)) if (isPodActive(pod)) active.push(pod)
  const matches = selectedBy(set)
  const claimed = claimObjects({ client, owner: set, ownerKind: ReplicaSets, kind: Pods, matches }, active)
  let terminating = 0
  for (const pod of others) if (isPodTerminating(pod) && matches(pod)) terminating++
  const counts = { ...countPods(set, claimed, unixSeconds(tick)), active: claimed.length, terminating }
  return { counts, active: claimed }
}

/** Pods of one template share their labels, so most are judged by the pod before them. */
function selectedBy({ spec }: ReplicaSet): (pod: Pod) => boolean {
  let labels: Labels | undefined
  let matches = false
  return (pod) => {
    if (labels === undefined || labels !== pod.metadata.labels) {
      labels = pod.metadata.labels ?? {}
      matches = matchesLabelSelector(spec.selector, labels)
    }
    return matches
  }
}

/** What brings the set closer to its size; undefined when it has it, or has not yet seen its last step. */
function nextTask(context: Context, key: string, set: ReplicaSet, pods: SetPods): Task | undefined {
  const { memory, lister, tick } = context
  if (set.metadata.deletionTimestamp !== undefined) return undefined
  const surplus = pods.counts.active - set.spec.replicas
  if (surplus === 0 || !areMet(memory.expectations, key, tick)) return undefined
  if (surplus < 0) {
    const count = Math.min(-surplus, burstReplicas)
    expectCreations(memory.expectations, key, count, tick)
    return creationOf(set, pods.counts, count)
  }
  const active = pods.active ?? (podsOf(context, key, set).active as readonly Pod[])
  const related = relatedPods(lister, set)
  const victims = chooseVictims(active, related, Math.min(surplus, burstReplicas), unixSeconds(tick))
  const keys = victims.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
  expectDeletions(memory.expectations, key, keys, tick)
  return deletionOf(set, pods.counts, victims)
}

/** Written only when it says something new; one retry on the newest set when ours was out of date. */
function writeStatus(
  { client, tick }: Context,
  set: ReplicaSet,
  counts: AllCounts,
  failure: string | undefined,
): void {
  const { namespace = '', name, uid } = set.metadata
  const status = statusOf(set, counts, failure, unixSeconds(tick))
  const write = (target: ReplicaSet) => {
    if (!equalValues(status, target.status)) client.updateStatus(ReplicaSets, target, status)
  }
  try {
    write(set)
  } catch (error) {
    if (isStatus(error, 'NotFound')) return
    if (!isStatus(error, 'Conflict')) throw error
    const newest = client.get(ReplicaSets, namespace, name)
    if (newest?.metadata.uid === uid) write(newest)
  }
}

/** With minReadySeconds, pods become available without any change that would wake the controller. */
function lookAgainWhenAvailable(
  { tick, enqueueAfter }: Context,
  key: string,
  set: ReplicaSet,
  { active }: SetPods,
): void {
  const wait = active && nextAvailability(set, active, unixSeconds(tick))
  if (wait !== undefined) enqueueAfter(key, ticksOf(wait))
}
