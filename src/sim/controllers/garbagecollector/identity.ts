/** Objects of any kind as keys of the work queue, and the owners they name. */
import type { Kind } from '../../api/kind.ts'
import { kindFor, kindId, kinds } from '../../api/kinds/index.ts'
import type { ApiObject, OwnerReference } from '../../api/types/index.ts'
import type { HandlerContext } from '../../client/controller.ts'

export type Listers = Pick<HandlerContext<unknown>, 'lister'>

/** Events are no stored objects and own nothing. */
export const collectedKinds: readonly Kind[] = kinds.filter((kind) => kind.kind !== 'Event')

/** "object/3/default/web" */
export function objectKey(kind: Kind, { metadata }: ApiObject): string {
  return `object/${kindId(kind)}/${metadata.namespace ?? ''}/${metadata.name}`
}

export interface Identity {
  readonly kind: Kind
  readonly namespace: string
  readonly name: string
}

export function identityOf(key: string): Identity {
  const [, id, namespace, name] = key.split('/') as [string, string, string, string]
  return { kind: kinds[Number(id)] as Kind, namespace, name }
}

/** The owner itself; undefined when it is gone, `'unknown'` when its kind isn't simulated. */
export function ownerOf(
  { lister }: Listers,
  object: ApiObject,
  reference: OwnerReference,
): ApiObject | 'unknown' | undefined {
  const kind = kindFor(reference.apiVersion, reference.kind)
  if (kind === undefined) return 'unknown'
  const owner = lister(kind).get(object.metadata.namespace ?? '', reference.name)
  return owner?.metadata.uid === reference.uid ? owner : undefined
}

export interface Dependent {
  readonly kind: Kind
  readonly object: ApiObject
}

/** Asked of every object that goes, and most have none. */
export function dependentsOf({ lister }: Listers, uid: string): readonly Dependent[] {
  const dependents: Dependent[] = []
  for (const kind of collectedKinds)
    for (const object of lister(kind).byIndex('ownerUid', uid)) dependents.push({ kind, object })
  return dependents
}

export const foreground = 'foregroundDeletion'
export const orphan = 'orphan'

export function has(object: ApiObject, finalizer: string): boolean {
  return object.metadata.finalizers?.includes(finalizer) ?? false
}

/** Waits for its dependents to be deleted first. */
export function deletesDependents(object: ApiObject): boolean {
  return object.metadata.deletionTimestamp !== undefined && has(object, foreground)
}
