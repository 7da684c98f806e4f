/**
 * Which ReplicaSets a change concerns (the handlers in pkg/controller/replicaset/replica_set.go, Kubernetes v1.36).
 * A pod names its set; only an orphan has to be looked up, by its labels.
 */
import { controllerOf } from '../../api/kinds/owners.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { selectingKeys } from '../../api/kinds/selection.ts'
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import { isPodReady, isPodTerminal } from '../../api/podReadiness.ts'
import type { OwnerReference, Pod, ReplicaSet } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type HandlerContext, itself } from '../../client/controller.ts'
import { isOwnStatus } from '../../client/echo.ts'
import { creationObserved, deletionObserved } from '../../client/expectations.ts'
import { equalValues } from '../../core/frozen.ts'
import { WeakTable } from '../../core/weakTable.ts'
import { follow } from './tally.ts'
import type { Memory } from './task.ts'

type Context = HandlerContext<Memory>

/** As it appears in the ledger. */
export const actor = 'replicaset-controller'

const none: readonly string[] = []

export function replicaSetChanged(change: Change, { memory, engine }: Context): readonly string[] {
  if (isOwnStatus(change, engine, actor)) return none
  const keys = itself(change)
  const key = keys[0] as string
  if (change.after === undefined) memory.expectations.delete(key)
  if (change.after === undefined || !sameTemplateLabels(change)) memory.tallies.delete(key)
  return keys
}

/** The pods were counted by the labels of the template. */
function sameTemplateLabels({ before, after }: Change): boolean {
  const labels = (set: unknown) => (set as ReplicaSet | undefined)?.spec.template.metadata?.labels
  return labels(before) === labels(after) || equalValues(labels(before), labels(after))
}

export function podChanged(change: Change, context: Context): readonly string[] {
  const before = change.before as Pod | undefined
  const after = change.after as Pod | undefined
  if (before !== undefined && after !== undefined && countsTheSame(before, after)) return none
  const { memory } = context
  const present = after && setOf(after, context)
  const stays = before !== undefined && after !== undefined && sameOwners(before, after)
  const former = stays ? present : before && setOf(before, context)
  const isMoved = former?.metadata.uid !== present?.metadata.uid
  const keys: string[] = []
  if (before !== undefined && former !== undefined && isMoved) {
    const key = keyOfSet(before)
    follow(memory.tallies, key, former, before, undefined)
    if (after === undefined) noteDeletion(before, key, context)
    keys.push(key)
  }
  if (present !== undefined && after !== undefined) {
    const key = keyOfSet(after)
    follow(memory.tallies, key, present, isMoved ? undefined : before, after)
    if (after.metadata.deletionTimestamp !== undefined) noteDeletion(after, key, context)
    else if (before === undefined) creationObserved(memory.expectations, key)
    keys.push(key)
  } else if (after !== undefined && isAdoptable(before, after)) keys.push(...setsSelecting(after, context))
  return keys
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

function noteDeletion(pod: Pod, key: string, { memory }: Context): void {
  deletionObserved(memory.expectations, key, keyOf(pod))
}

/** The set that controls the pod, if that very set still exists. */
function setOf(pod: Pod, { lister }: Context): ReplicaSet | undefined {
  const owner = controllerOf(pod)
  if (owner?.kind !== 'ReplicaSet') return undefined
  const set = lister(ReplicaSets).get(pod.metadata.namespace ?? '', owner.name)
  return set?.metadata.uid === owner.uid ? set : undefined
}

/** The key of the set that a pod names as its controller: one text for all who share the list of owners. */
function keyOfSet(pod: Pod): string {
  const { namespace, ownerReferences = noOwners } = pod.metadata
  const known = keysOfSets.get(ownerReferences)
  if (known !== undefined && known.namespace === namespace) return known.key
  const key = `${namespace}/${controllerOf(pod)?.name}`
  keysOfSets.set(ownerReferences, { namespace, key })
  return key
}

const noOwners: readonly OwnerReference[] = []
const keysOfSets = new WeakTable<
  readonly OwnerReference[],
  { readonly namespace: string | undefined; readonly key: string }
>()

function keyOf({ metadata }: Pod | ReplicaSet): string {
  return `${metadata.namespace}/${metadata.name}`
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
    .map(keyOf)
}
