/**
 * Who belongs to whom (controller_ref_manager.go, Kubernetes v1.36): a controller keeps the objects it owns while its
 * selector matches them, lets go of those it no longer matches, and adopts orphans that it does.
 */
import type { Kind } from '../api/kind.ts'
import { controllerOf } from '../api/kinds/owners.ts'
import { isStatus } from '../api/status.ts'
import type { ApiObject, OwnerReference } from '../api/types/index.ts'
import type { Client } from './client.ts'

/** The reference that makes `owner` the controller of an object. */
export function controllerReference(owner: ApiObject): OwnerReference {
  const { apiVersion, kind, metadata } = owner
  return {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  }
}

export interface Claim<O extends ApiObject, T extends ApiObject> {
  readonly client: Client
  readonly owner: O
  readonly ownerKind: Kind<O>
  readonly kind: Kind<T>
  matches(object: T): boolean
}

/** Of `candidates` (objects the owner controls, and orphans) those that belong to it from now on. */
export function claimObjects<O extends ApiObject, T extends ApiObject>(
  claim: Claim<O, T>,
  candidates: readonly T[],
): T[] {
  const { owner } = claim
  const claimed: T[] = []
  let mayAdopt: boolean | undefined
  for (const object of candidates) {
    const controller = controllerOf(object)
    if (controller?.uid === owner.metadata.uid) {
      if (claim.matches(object)) claimed.push(object)
      else if (owner.metadata.deletionTimestamp === undefined) release(claim, object)
      continue
    }
    if (controller !== undefined || owner.metadata.deletionTimestamp !== undefined) continue
    if (object.metadata.deletionTimestamp !== undefined || !claim.matches(object)) continue
    mayAdopt ??= isStillWanted(claim)
    if (mayAdopt && adopt(claim, object)) claimed.push(object)
  }
  return claimed
}

/** Read from the API server itself: the cache may not know yet that the owner is gone or was made anew. */
function isStillWanted<O extends ApiObject, T extends ApiObject>(claim: Claim<O, T>): boolean {
  const { namespace = '', name, uid } = claim.owner.metadata
  const fresh = claim.client.get(claim.ownerKind, namespace, name)
  return fresh?.metadata.uid === uid && fresh.metadata.deletionTimestamp === undefined
}

function adopt<O extends ApiObject, T extends ApiObject>(claim: Claim<O, T>, object: T): boolean {
  const reference = controllerReference(claim.owner)
  return rewriteOwners(claim, object, (owners) => [...owners, reference])
}

function release<O extends ApiObject, T extends ApiObject>(claim: Claim<O, T>, object: T): void {
  const { uid } = claim.owner.metadata
  rewriteOwners(claim, object, (owners) => owners.filter((one) => one.uid !== uid))
}

/** An object that vanished meanwhile needs no owner. */
function rewriteOwners<O extends ApiObject, T extends ApiObject>(
  { client, kind }: Claim<O, T>,
  object: T,
  change: (owners: readonly OwnerReference[]) => readonly OwnerReference[],
): boolean {
  const { namespace = '', name, uid } = object.metadata
  if (client.get(kind, namespace, name)?.metadata.uid !== uid) return false
  try {
    client.patch(kind, namespace, name, (draft) => {
      draft.metadata.ownerReferences = change(draft.metadata.ownerReferences ?? [])
      return draft
    })
    return true
  } catch (error) {
    if (isStatus(error, 'NotFound') || isStatus(error, 'Invalid')) return false
    throw error
  }
}
