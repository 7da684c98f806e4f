/** The indexes that every kind has: who controls an object, and who owns it. Run on every write, so they allocate only for several owners. */
import type { ApiObject, OwnerReference } from '../types/index.ts'

export function controllerOf(object: ApiObject): OwnerReference | undefined {
  const owners = object.metadata.ownerReferences
  if (owners === undefined) return undefined
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i] as OwnerReference
    if (owner.controller === true) return owner
  }
  return undefined
}

function ownerUids(object: ApiObject): string | readonly string[] | undefined {
  const owners = object.metadata.ownerReferences
  if (owners === undefined || owners.length === 0) return undefined
  return owners.length === 1 ? owners[0]?.uid : owners.map((owner) => owner.uid)
}

export const ownerIndexes = {
  controllerUid: (object: ApiObject) => controllerOf(object)?.uid,
  ownerUid: ownerUids,
} as const
