/**
 * What a change of any object may call for (graph_builder.go, Kubernetes v1.36). Most changes leave owners and deletion
 * alone, and cost two comparisons.
 */

import { kindFor } from '../../api/kinds/index.ts'
import type { ApiObject, OwnerReference } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { HandlerContext } from '../../client/controller.ts'
import { deletesDependents, has, objectKey, orphan, ownerOf } from './identity.ts'

const none: readonly string[] = []

export function objectChanged(change: Change, context: HandlerContext<unknown>): readonly string[] {
  const { kind, before, after } = change
  if (after === undefined) return goneKeys(before as ApiObject, context)
  const owners = after.metadata.ownerReferences
  const isSame =
    before?.metadata.ownerReferences === owners &&
    before?.metadata.deletionTimestamp === after.metadata.deletionTimestamp &&
    before?.metadata.finalizers === after.metadata.finalizers
  if (before !== undefined && isSame) return none
  if (deletesDependents(after) || (after.metadata.deletionTimestamp !== undefined && has(after, orphan))) {
    return [objectKey(kind, after)]
  }
  const keys = waitingOwners(before, context)
  return owners?.some((one) => !isSolid(after, one, context)) ? [...keys, objectKey(kind, after)] : keys
}

/** Its dependents may have lost their last owner; its own owners may be waiting for it to go. */
function goneKeys(object: ApiObject, context: HandlerContext<unknown>): readonly string[] {
  return [`owner/${object.metadata.uid}`, ...waitingOwners(object, context)]
}

function waitingOwners(object: ApiObject | undefined, context: HandlerContext<unknown>): readonly string[] {
  const owners = object?.metadata.ownerReferences
  if (object === undefined || owners === undefined) return none
  const keys: string[] = []
  for (const reference of owners) {
    const owner = ownerOf(context, object, reference)
    if (owner === undefined || owner === 'unknown' || !deletesDependents(owner)) continue
    const kind = kindFor(reference.apiVersion, reference.kind)
    if (kind !== undefined) keys.push(objectKey(kind, owner))
  }
  return keys
}

/** An owner that is there and does not wait for its dependents to go. */
function isSolid(object: ApiObject, reference: OwnerReference, context: HandlerContext<unknown>): boolean {
  const owner = ownerOf(context, object, reference)
  return owner === 'unknown' || (owner !== undefined && !deletesDependents(owner))
}
