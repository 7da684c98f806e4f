/** What deleting does to an object that may not go at once (registry/rest/delete.go and store.go, v1.36). */
import type { Draft, Kind } from '../api/kind.ts'
import type { ApiObject } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import type { DeleteOptions } from './caller.ts'
import { bumpGeneration, deletionTime } from './metadata.ts'

/** Seconds of grace; 0: it may go at once. */
export function graceOf<T extends ApiObject>(kind: Kind<T>, stored: T, options: DeleteOptions): number {
  if (kind.gracePeriodSeconds === undefined) return 0
  const own = kind.gracePeriodSeconds(stored)
  return own === 0 ? 0 : (options.gracePeriodSeconds ?? own)
}

/** Orphan and foreground deletion are finalizers that the garbage collector works off. */
export function finalizersAfterDelete(
  stored: ApiObject,
  { propagationPolicy }: DeleteOptions,
): readonly string[] {
  const all = stored.metadata.finalizers ?? []
  if (propagationPolicy === undefined) return all
  const others = all.filter((one) => one !== 'orphan' && one !== 'foregroundDeletion')
  if (propagationPolicy === 'Foreground') return [...others, 'foregroundDeletion']
  return propagationPolicy === 'Orphan' ? [...others, 'orphan'] : others
}

/** A namespace stays until its own controller has emptied it. */
export function isHeldByNamespace(object: ApiObject): boolean {
  return object.kind === 'Namespace' && ((object as Draft).spec?.finalizers ?? []).length > 0
}

/** Whether nothing keeps a deleted object any more. */
export function mayGo({ metadata }: ApiObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = metadata
  return deletionTimestamp !== undefined && deletionGracePeriodSeconds === 0 && finalizers.length === 0
}

/** The object with its deletion noted. One that is on its way already can only be given less time. */
export function markedDeleted<T extends ApiObject>(
  kind: Kind<T>,
  stored: T,
  grace: number,
  finalizers: readonly string[],
  tick: Tick,
): T {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = stored.metadata
  if (deletionTimestamp !== undefined && grace >= deletionGracePeriodSeconds) return stored
  const { finalizers: _, ...rest } = stored.metadata
  const metadata = {
    ...(deletionTimestamp === undefined && kind.hasGeneration ? bumpGeneration(rest) : rest),
    deletionTimestamp: deletionTime(tick, grace),
    deletionGracePeriodSeconds: grace,
    ...(finalizers.length > 0 ? { finalizers } : {}),
  }
  const next = { ...stored, metadata } as T
  return kind.kind === 'Namespace'
    ? ({ ...next, status: { ...(next as Draft).status, phase: 'Terminating' } } as T)
    : next
}
