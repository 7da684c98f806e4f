/**
 * Which ReplicaSets a change concerns (the handlers in pkg/controller/replicaset/replica_set.go, Kubernetes v1.36).
 * A pod names its set; only an orphan has to be looked up, by its labels.
 */
import { controllerOf } from '../../api/kinds/owners.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { selectingKeys } from '../../api/kinds/selection.ts'
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import { isPodReady, isPodTerminal } from '../../api/podReadiness.ts'
import type { Pod } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type HandlerContext, itself } from '../../client/controller.ts'
import { creationObserved, deletionObserved } from '../../client/expectations.ts'
import type { Memory } from './task.ts'

type Context = HandlerContext<Memory>

const none: readonly string[] = []

export function replicaSetChanged(change: Change, { memory }: Context): readonly string[] {
  const keys = itself(change)
  if (change.after === undefined) memory.expectations.delete(keys[0] as string)
  return keys
}

export function podChanged(change: Change, context: Context): readonly string[] {
  const before = change.before as Pod | undefined
  const after = change.after as Pod | undefined
  if (after === undefined) return podGone(before as Pod, context)
  if (before !== undefined && countsTheSame(before, after)) return none
  const key = setOf(after, context)
  if (after.metadata.deletionTimestamp !== undefined) noteDeletion(after, key, context)
  else if (before === undefined && key !== undefined) creationObserved(context.memory.expectations, key)
  const former = before === undefined || sameOwners(before, after) ? undefined : setOf(before, context)
  if (key !== undefined) return former === undefined ? [key] : [former, key]
  const adopters = isAdoptable(before, after) ? setsSelecting(after, context) : none
  return former === undefined ? adopters : [former, ...adopters]
}

/**
 * Nothing that a set counts, claims or reports has changed: the sync would find everything as it left it. A real
 * controller runs it nevertheless.
 */
function countsTheSame(before: Pod, after: Pod): boolean {
  return (
    before.metadata.labels === after.metadata.labels &&
    before.metadata.deletionTimestamp === after.metadata.deletionTimestamp &&
    sameOwners(before, after) &&
    (before.status === after.status ||
      (isPodReady(before) === isPodReady(after) && isPodTerminal(before) === isPodTerminal(after)))
  )
}

function podGone(pod: Pod, context: Context): readonly string[] {
  const key = setOf(pod, context)
  noteDeletion(pod, key, context)
  return key === undefined ? none : [key]
}

function noteDeletion(pod: Pod, key: string | undefined, { memory }: Context): void {
  if (key === undefined) return
  deletionObserved(memory.expectations, key, `${pod.metadata.namespace}/${pod.metadata.name}`)
}

/** The key of the set that controls the pod, if that very set still exists. */
function setOf(pod: Pod, { lister }: Context): string | undefined {
  const owner = controllerOf(pod)
  if (owner?.kind !== 'ReplicaSet') return undefined
  const key = `${pod.metadata.namespace}/${owner.name}`
  return lister(ReplicaSets).byKey(key)?.metadata.uid === owner.uid ? key : undefined
}

function sameOwners(before: Pod, after: Pod): boolean {
  return before.metadata.ownerReferences === after.metadata.ownerReferences
}

/** An orphan is looked at when it appears, loses its owner or gets other labels. */
function isAdoptable(before: Pod | undefined, after: Pod): boolean {
  if (controllerOf(after) !== undefined || after.metadata.deletionTimestamp !== undefined) return false
  return (
    before === undefined || !sameOwners(before, after) || before.metadata.labels !== after.metadata.labels
  )
}

function setsSelecting(pod: Pod, { lister }: Context): readonly string[] {
  return selectingKeys(pod)
    .flatMap((key) => lister(ReplicaSets).byIndex('selector', key))
    .filter((set) => matchesLabelSelector(set.spec.selector, pod.metadata.labels ?? {}))
    .map((set) => `${set.metadata.namespace}/${set.metadata.name}`)
}
