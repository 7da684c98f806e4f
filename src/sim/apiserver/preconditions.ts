/** What a caller may ask the stored object to be still, and what an object must be to be taken at all. */

import type { FieldError } from '../api/fieldError.ts'
import { type Kind, resourceName } from '../api/kind.ts'
import { conflictError, invalidError, type StatusError, staleObject } from '../api/status.ts'
import type { ApiObject } from '../api/types/index.ts'
import type { DeleteOptions } from './caller.ts'

/** An update that names a version or a uid is refused when the stored object has another. */
export function checkVersion(kind: Kind, sent: ApiObject, stored: ApiObject): void {
  const { resourceVersion, uid } = sent.metadata
  if (resourceVersion && resourceVersion !== stored.metadata.resourceVersion) throw stale(kind, stored)
  if (uid && uid !== stored.metadata.uid) throw otherUid(kind, stored, uid)
}

export function checkPreconditions(
  kind: Kind,
  stored: ApiObject,
  { uid, resourceVersion }: DeleteOptions,
): void {
  if (uid !== undefined && uid !== stored.metadata.uid) throw otherUid(kind, stored, uid)
  if (resourceVersion !== undefined && resourceVersion !== stored.metadata.resourceVersion)
    throw stale(kind, stored)
}

export function refuseInvalid(kind: Kind, name: string, errors: readonly FieldError[]): void {
  if (errors.length === 0) return
  throw invalidError(kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`, name, errors)
}

function stale(kind: Kind, stored: ApiObject): StatusError {
  return conflictError(resourceName(kind), stored.metadata.name, staleObject)
}

function otherUid(kind: Kind, stored: ApiObject, uid: string): StatusError {
  const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${stored.metadata.uid}`
  return conflictError(resourceName(kind), stored.metadata.name, why)
}
