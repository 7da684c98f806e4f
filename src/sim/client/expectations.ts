/**
 * What a controller has asked for and not yet seen (controller_utils.go ControllerExpectations, Kubernetes v1.36): it
 * must not act on a cache that does not show its own last step. Creations are counted; deletions are known by the
 * object's key, since one deletion is seen twice, first as a timestamp and then as a removal.
 */
import { type Tick, ticksOf } from '../core/clock.ts'

interface Expectation {
  creations: number
  readonly deletions: Set<string>
  readonly since: Tick
}

/** By the key of the reconciled object. Plain: it is part of the controller's memory. */
export type Expectations = Map<string, Expectation>

/** Whatever was not seen by then is not waited for any longer. */
const timeout = ticksOf(300)

export function expectCreations(all: Expectations, key: string, creations: number, now: Tick): void {
  all.set(key, { creations, deletions: new Set(), since: now })
}

export function expectDeletions(all: Expectations, key: string, objects: readonly string[], now: Tick): void {
  all.set(key, { creations: 0, deletions: new Set(objects), since: now })
}

/** One creation was seen, or will never be: it failed. */
export function creationObserved(all: Expectations, key: string, count = 1): void {
  const expectation = all.get(key)
  if (expectation !== undefined) expectation.creations -= count
}

export function deletionObserved(all: Expectations, key: string, object: string): void {
  all.get(key)?.deletions.delete(object)
}

export function areMet(all: Expectations, key: string, now: Tick): boolean {
  const expectation = all.get(key)
  if (expectation === undefined) return true
  const seen = expectation.creations <= 0 && expectation.deletions.size === 0
  return seen || now - expectation.since > timeout
}
