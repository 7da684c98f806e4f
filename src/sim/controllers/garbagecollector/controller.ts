/**
 * Deletes what has lost its owners, in the background, before them, or not at all. Models
 * pkg/controller/garbagecollector of Kubernetes v1.36; where it deviates is listed in fidelity.ts.
 */
import type { Kind } from '../../api/kind.ts'
import { isStatus } from '../../api/status.ts'
import type { ApiObject, OwnerReference } from '../../api/types/index.ts'
import type { DeleteOptions } from '../../apiserver/caller.ts'
import type { Controller, Outcome, ReconcileContext } from '../../client/controller.ts'
import { changed } from '../../core/ledger.ts'
import {
  collectedKinds,
  type Dependent,
  deletesDependents,
  dependentsOf,
  foreground,
  has,
  identityOf,
  orphan,
  ownerOf,
} from './identity.ts'
import { objectChanged } from './watches.ts'

type Memory = Record<string, never>
type Context = ReconcileContext<Memory>

export const garbageCollector: Controller<Memory> = {
  name: 'generic-garbage-collector',
  watches: collectedKinds.map((resource) => ({
    resource,
    parts: changed.metadata | changed.deletion,
    enqueue: objectChanged,
  })),
  memory: () => ({}),

  reconcile(context, key): Outcome {
    if (key.startsWith('owner/'))
      return collectAll(context, dependentsOf(context, key.slice('owner/'.length)))
    const { kind, namespace, name } = identityOf(key)
    const object = context.client.get(kind, namespace, name)
    if (object === undefined) return undefined
    if (object.metadata.deletionTimestamp === undefined) return collect(context, kind, object)
    if (has(object, orphan)) return letGo(context, kind, object)
    if (deletesDependents(object)) return deleteDependents(context, kind, object)
    return undefined
  },
}

/** An owner may have more dependents than may be deleted in one tick. */
function collectAll(context: Context, dependents: readonly Dependent[]): Outcome {
  for (const { kind, object } of dependents) {
    if (context.client.available <= 0) return 'held'
    const { namespace = '', name, uid } = object.metadata
    const fresh = context.client.get(kind, namespace, name)
    if (fresh?.metadata.uid === uid) collect(context, kind, fresh)
  }
  return undefined
}

/** Judges one object by its owners: it stays while one of them does. */
function collect(context: Context, kind: Kind, object: ApiObject): Outcome {
  const { client } = context
  const { ownerReferences: references = [], deletionTimestamp } = object.metadata
  if (references.length === 0 || deletionTimestamp !== undefined) return undefined
  const solid: OwnerReference[] = []
  let isAwaited = false
  for (const reference of references) {
    const owner = ownerOf(context, object, reference)
    if (owner === 'unknown' || (owner !== undefined && !deletesDependents(owner))) solid.push(reference)
    else if (owner !== undefined) isAwaited = true
  }
  if (solid.length === references.length) return undefined
  if (client.available <= 0) return 'held'
  if (solid.length > 0) setOwners(context, kind, object, solid)
  else remove(context, kind, object, policyFor(context, object, isAwaited))
  return undefined
}

/** A dependent that is awaited and has dependents itself hands the waiting on. */
function policyFor(context: Context, object: ApiObject, isAwaited: boolean): DeleteOptions {
  if (isAwaited && dependentsOf(context, object.metadata.uid).length > 0)
    return { propagationPolicy: 'Foreground' }
  if (has(object, orphan)) return { propagationPolicy: 'Orphan' }
  if (has(object, foreground)) return { propagationPolicy: 'Foreground' }
  return { propagationPolicy: 'Background' }
}

/** The owner goes when no dependent that blocks it is left. */
function deleteDependents(context: Context, kind: Kind, owner: ApiObject): Outcome {
  const { uid } = owner.metadata
  const dependents = dependentsOf(context, uid)
  const blocks = ({ object }: Dependent) =>
    object.metadata.ownerReferences?.some((one) => one.uid === uid && one.blockOwnerDeletion === true)
  if (!dependents.some(blocks)) return dropFinalizer(context, kind, owner, foreground)
  return collectAll(
    context,
    dependents.filter(({ object }) => object.metadata.deletionTimestamp === undefined),
  )
}

/** The dependents forget their owner, and then it goes. */
function letGo(context: Context, kind: Kind, owner: ApiObject): Outcome {
  for (const dependent of dependentsOf(context, owner.metadata.uid)) {
    if (context.client.available <= 0) return 'held'
    const { namespace = '', name } = dependent.object.metadata
    const fresh = context.client.get(dependent.kind, namespace, name)
    const references = fresh?.metadata.ownerReferences ?? []
    const others = references.filter((one) => one.uid !== owner.metadata.uid)
    if (fresh !== undefined && others.length < references.length)
      setOwners(context, dependent.kind, fresh, others)
  }
  return dropFinalizer(context, kind, owner, orphan)
}

function setOwners(
  { client }: Context,
  kind: Kind,
  { metadata }: ApiObject,
  ownerReferences: readonly OwnerReference[],
): void {
  client.patch(kind, metadata.namespace ?? '', metadata.name, (draft) => {
    draft.metadata.ownerReferences = ownerReferences
    return draft
  })
}

function dropFinalizer({ client }: Context, kind: Kind, { metadata }: ApiObject, finalizer: string): Outcome {
  if (client.available <= 0) return 'held'
  client.patch(kind, metadata.namespace ?? '', metadata.name, (draft) => {
    draft.metadata.finalizers = metadata.finalizers?.filter((one) => one !== finalizer)
    return draft
  })
  return undefined
}

function remove({ client }: Context, kind: Kind, object: ApiObject, options: DeleteOptions): void {
  try {
    client.delete(kind, object, options)
  } catch (error) {
    if (!isStatus(error, 'NotFound')) throw error
  }
}
