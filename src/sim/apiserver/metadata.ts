/** What the API server itself writes into metadata (apiserver/pkg/registry/rest, v1.36). */

import type { ApiObject, ObjectMeta } from '../api/types/index.ts'
import { type Tick, timeText } from '../core/clock.ts'
import { equalValues, settled } from '../core/frozen.ts'
import { changed } from '../core/ledger.ts'

/** generateName keeps this many characters of its base. */
const maxGeneratedBase = 58

export function generatedName(base: string, suffix: string): string {
  return base.slice(0, maxGeneratedBase) + suffix
}

/**
 * A copy with another resourceVersion. Written out field by field: every write makes one, and copying by spread costs
 * three times as much.
 */
export function withRevision(metadata: ObjectMeta, revision: number): ObjectMeta {
  if (isPlainPods(metadata)) return withRevisionOfPlain(metadata, String(revision))
  const copy: { -readonly [K in keyof ObjectMeta]: ObjectMeta[K] } = {
    name: metadata.name,
    uid: metadata.uid,
    resourceVersion: String(revision),
    creationTimestamp: metadata.creationTimestamp,
  }
  if (metadata.generateName !== undefined) copy.generateName = metadata.generateName
  if (metadata.namespace !== undefined) copy.namespace = metadata.namespace
  if (metadata.generation !== undefined) copy.generation = metadata.generation
  if (metadata.deletionTimestamp !== undefined) copy.deletionTimestamp = metadata.deletionTimestamp
  if (metadata.deletionGracePeriodSeconds !== undefined) {
    copy.deletionGracePeriodSeconds = metadata.deletionGracePeriodSeconds
  }
  if (metadata.labels !== undefined) copy.labels = metadata.labels
  if (metadata.annotations !== undefined) copy.annotations = metadata.annotations
  if (metadata.ownerReferences !== undefined) copy.ownerReferences = metadata.ownerReferences
  if (metadata.finalizers !== undefined) copy.finalizers = metadata.finalizers
  return settled(copy)
}

/** What a set gives its pods, and nothing else. */
type PlainMetadata = ObjectMeta &
  Required<Pick<ObjectMeta, 'generateName' | 'namespace' | 'generation' | 'labels' | 'ownerReferences'>>

function isPlainPods(metadata: ObjectMeta): metadata is PlainMetadata {
  return (
    metadata.generateName !== undefined &&
    metadata.labels !== undefined &&
    metadata.ownerReferences !== undefined &&
    metadata.generation !== undefined &&
    metadata.namespace !== undefined &&
    metadata.annotations === undefined &&
    metadata.finalizers === undefined &&
    metadata.deletionTimestamp === undefined &&
    metadata.deletionGracePeriodSeconds === undefined
  )
}

/** In one piece: what is added to an object afterwards lies beside it and takes more room. */
function withRevisionOfPlain(metadata: PlainMetadata, resourceVersion: string): ObjectMeta {
  return settled({
    name: metadata.name,
    uid: metadata.uid,
    resourceVersion,
    creationTimestamp: metadata.creationTimestamp,
    generateName: metadata.generateName,
    namespace: metadata.namespace,
    generation: metadata.generation,
    labels: metadata.labels,
    ownerReferences: metadata.ownerReferences,
  })
}

/** Most objects have these five parts and no other; they are copied without a spread, for the same reason. */
interface FiveParts extends ApiObject {
  readonly spec: unknown
  readonly status: unknown
}

function hasFiveParts(object: ApiObject): object is FiveParts {
  return 'spec' in object && 'status' in object
}

/** A copy with other metadata. */
export function withMetadata<T extends ApiObject>(object: T, metadata: ObjectMeta): T {
  if (!hasFiveParts(object)) return settled({ ...object, metadata })
  const { apiVersion, kind, spec, status } = object as FiveParts
  return settled({ apiVersion, kind, metadata, spec, status }) as unknown as T
}

/** A copy with other metadata and another status. */
export function withStatus<T extends ApiObject>(object: T, metadata: ObjectMeta, status: unknown): T {
  if (!hasFiveParts(object)) return settled({ ...object, metadata, status })
  const { apiVersion, kind, spec } = object as FiveParts
  return settled({ apiVersion, kind, metadata, spec, status }) as unknown as T
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

export function bumpGeneration<M extends { readonly generation?: number }>(metadata: M): M {
  return { ...metadata, generation: (metadata.generation ?? 0) + 1 }
}

export function deletionTime(tick: Tick, graceSeconds: number): string {
  return timeText(tick + graceSeconds * 10)
}

/** Parts that did not change are the stored ones, so that "same" is `===` further on. */
export function shared<T>(next: T, stored: T): T {
  return equalValues(next, stored) ? stored : next
}

/**
 * An object whose unchanged parts are the stored object's own, the parts of its spec too: pods are made from a template
 * that stays the same one while its set is scaled.
 */
export function sharingParts<T extends ApiObject>(next: T, stored: T): T {
  const result: Record<string, unknown> = {}
  const before = stored as unknown as Record<string, unknown>
  for (const [key, value] of Object.entries(next)) {
    result[key] = key === 'metadata' ? value : sharedFields(value, before[key])
  }
  return result as unknown as T
}

function sharedFields(next: unknown, stored: unknown): unknown {
  if (equalValues(next, stored)) return stored
  if (!isFields(next) || !isFields(stored)) return next
  const result: Record<string, unknown> = {}
  for (const key in next) result[key] = shared(next[key], stored[key])
  return result
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
