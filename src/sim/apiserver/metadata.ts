/** What the API server itself writes into metadata (apiserver/pkg/registry/rest, v1.36). */

import type { ApiObject, ObjectMeta } from '../api/types/index.ts'
import { type Tick, timeText } from '../core/clock.ts'
import { equalValues } from '../core/frozen.ts'
import { changed } from '../core/ledger.ts'

/** generateName keeps this many characters of its base. */
const maxGeneratedBase = 58

export function generatedName(base: string, suffix: string): string {
  return base.slice(0, maxGeneratedBase) + suffix
}

export function withRevision(metadata: ObjectMeta, revision: number): ObjectMeta {
  return Object.freeze({ ...metadata, resourceVersion: String(revision) })
}

/** Metadata of an updated object: what the server owns is kept from the stored one. */
export function updatedMetadata(given: ObjectMeta, stored: ObjectMeta): ObjectMeta {
  const { labels: _1, annotations: _2, ownerReferences: _3, finalizers: _4, ...kept } = stored
  const next: Record<string, unknown> = kept
  for (const field of ['labels', 'annotations', 'ownerReferences', 'finalizers'] as const) {
    if (!isEmpty(given[field])) next[field] = shared<unknown>(given[field], stored[field])
  }
  return next as unknown as ObjectMeta
}

export function deletionTime(tick: Tick, graceSeconds: number): string {
  return timeText(tick + graceSeconds * 10)
}

/** Parts that did not change are the stored ones, so that "same" is `===` further on. */
export function shared<T>(next: T, stored: T): T {
  return equalValues(next, stored) ? stored : next
}

/** An object whose unchanged parts are the stored object's own. */
export function sharingParts<T extends ApiObject>(next: T, stored: T): T {
  const result: Record<string, unknown> = {}
  const before = stored as unknown as Record<string, unknown>
  for (const [key, value] of Object.entries(next)) {
    result[key] = key === 'metadata' ? value : shared(value, before[key])
  }
  return result as unknown as T
}

/** Which parts of two versions of an object differ, as the ledger's mask; 0: nothing. */
export function differences(next: ApiObject, stored: ApiObject): number {
  let mask = 0
  if (!equalValues({ ...next.metadata, resourceVersion: '' }, { ...stored.metadata, resourceVersion: '' })) {
    mask |= changed.metadata
  }
  if (next.metadata.deletionTimestamp !== stored.metadata.deletionTimestamp) mask |= changed.deletion
  const a = next as unknown as Record<string, unknown>
  const b = stored as unknown as Record<string, unknown>
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (key === 'metadata' || a[key] === b[key]) continue
    mask |= key === 'status' ? changed.status : changed.spec
  }
  return mask
}

function isEmpty(value: object | undefined | null): boolean {
  return value === undefined || value === null || Object.keys(value).length === 0
}
