/**
 * Spreading the endpoints of one port set over slices while touching as few slices as possible
 * (reconcileByPortMapping in k8s.io/endpointslice/reconciler.go, Kubernetes v1.36).
 */
import type { Endpoint } from '../../api/types/index.ts'
import { equalValues } from '../../core/frozen.ts'

export const maxEndpointsPerSlice = 100

export interface ExistingSlice {
  readonly name: string
  readonly endpoints: readonly Endpoint[]
}

export interface Packing {
  /** Slices by name, with their new endpoints. */
  readonly update: readonly ExistingSlice[]
  readonly create: readonly (readonly Endpoint[])[]
  readonly remove: readonly string[]
}

/** `desired` in the order in which endpoints without a place are to get one. */
export function packEndpoints(
  existing: readonly ExistingSlice[],
  desired: readonly Endpoint[],
  max = maxEndpointsPerSlice,
): Packing {
  const waiting = new Map(desired.map((endpoint) => [endpointKey(endpoint), endpoint]))
  const slices = existing.map((slice) => keepDesired(slice, waiting))
  const pending = [...waiting.values()]
  fillChanged(slices, pending, max)
  const create = placeRest(slices, pending, max)
  return {
    update: slices.filter(isChanged).map(({ name, endpoints }) => ({ name, endpoints })),
    create,
    remove: slices.filter((slice) => slice.fate === 'removed').map(({ name }) => name),
  }
}

/** Endpoints are asked for their key in every sync; those that did not change keep it. */
const keys = new WeakMap<Endpoint, string>()

/** What makes an endpoint the same one; all else about it may change in place. */
export function endpointKey(endpoint: Endpoint): string {
  const known = keys.get(endpoint)
  if (known !== undefined) return known
  const { addresses, hostname, targetRef } = endpoint
  const key = JSON.stringify([addresses, hostname ?? '', targetRef?.namespace ?? '', targetRef?.name ?? ''])
  keys.set(endpoint, key)
  return key
}

/**
 * Slices about to be removed lend their names to ones about to be made, whatever their ports: an update instead of a
 * removal and a creation. `matches` tells whether a name may be taken over.
 */
export function reuseSlices<T>(
  remove: readonly string[],
  create: readonly T[],
  matches: (name: string, slice: T) => boolean = () => true,
): {
  readonly reuse: readonly (readonly [string, T])[]
  readonly remove: readonly string[]
  readonly create: readonly T[]
} {
  const left = [...create]
  const reuse: (readonly [string, T])[] = []
  const removed: string[] = []
  for (const name of remove) {
    const slice = left.at(-1)
    if (slice !== undefined && matches(name, slice)) {
      reuse.push([name, slice])
      left.pop()
    } else removed.push(name)
  }
  return { reuse, remove: removed, create: left }
}

interface OpenSlice {
  readonly name: string
  readonly endpoints: Endpoint[]
  fate: 'unchanged' | 'changed' | 'removed'
}

/** First of all endpoints stay where they are. Those found are no longer waiting. */
function keepDesired(slice: ExistingSlice, waiting: Map<string, Endpoint>): OpenSlice {
  const endpoints: Endpoint[] = []
  let isUpdated = false
  for (const old of slice.endpoints) {
    const key = endpointKey(old)
    const wanted = waiting.get(key)
    if (wanted === undefined) continue
    endpoints.push(wanted)
    if (!equalValues(wanted, old)) isUpdated = true
    waiting.delete(key)
  }
  const isShorter = endpoints.length < slice.endpoints.length
  const fate = !isUpdated && !isShorter ? 'unchanged' : endpoints.length === 0 ? 'removed' : 'changed'
  return { name: slice.name, endpoints, fate }
}

/** Slices that have to be written anyway take what they can, the fullest first. */
function fillChanged(slices: readonly OpenSlice[], pending: Endpoint[], max: number): void {
  const changed = slices
    .filter(isChanged)
    .sort((a, b) => b.endpoints.length - a.endpoints.length || byName(a, b))
  for (const slice of changed) fill(slice.endpoints, pending, max)
}

/** What is left goes into one untouched slice if it fits there as a whole, or else into new ones. */
function placeRest(slices: readonly OpenSlice[], pending: Endpoint[], max: number): Endpoint[][] {
  const created: Endpoint[][] = []
  while (pending.length > 0) {
    const slice = pending.length < max ? tightestFit(slices, pending.length, max) : undefined
    if (slice) slice.fate = 'changed'
    const endpoints = slice?.endpoints ?? []
    if (!slice) created.push(endpoints)
    fill(endpoints, pending, max)
  }
  return created
}

function tightestFit(slices: readonly OpenSlice[], count: number, max: number): OpenSlice | undefined {
  let best: OpenSlice | undefined
  for (const slice of slices) {
    if (slice.fate !== 'unchanged' || slice.endpoints.length + count > max) continue
    if (best === undefined || slice.endpoints.length > best.endpoints.length) best = slice
  }
  return best
}

function fill(endpoints: Endpoint[], pending: Endpoint[], max: number): void {
  endpoints.push(...pending.splice(0, Math.max(0, max - endpoints.length)))
}

function isChanged(slice: OpenSlice): boolean {
  return slice.fate === 'changed'
}

function byName(a: OpenSlice, b: OpenSlice): number {
  return a.name < b.name ? -1 : 1
}
