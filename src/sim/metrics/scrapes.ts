/**
 * When nodes are scraped, and what two scrapes tell of a container (pkg/storage/pod.go of metrics-server v0.8). Times
 * follow from the clock, so nothing has to be done for pods that nobody uses.
 */
import type { Tick } from '../core/clock.ts'
import { ticksOf } from '../core/clock.ts'

/** The last two scrapes of a node; a node that did not answer one has no place in it. */
export interface Scrapes {
  readonly last: Tick
  readonly previous: Tick
  readonly hasPrevious: boolean
}

/** The time over which usage is told. */
export interface Window {
  readonly from: Tick
  readonly to: Tick
}

/** A container that has run for so long counts from its start. */
const leastAge = ticksOf(10)

/** Of two scrapes a `resolution` apart, the last one before `now`: who asks in the same tick comes too early. */
export function lastScrapeBefore(now: Tick, phase: Tick, resolution: Tick): Tick {
  const sinceScrape = (((now - 1 - phase) % resolution) + resolution) % resolution
  return now - 1 - sinceScrape
}

export function nextScrapeAfter(now: Tick, phase: Tick, resolution: Tick): Tick {
  return lastScrapeBefore(now + 1, phase, resolution) + resolution
}

/** Undefined: not enough is known of it yet. `started`: when the process began. */
export function windowOf(started: Tick, scrapes: Scrapes, resolution: Tick): Window | undefined {
  const { last, previous, hasPrevious } = scrapes
  const age = last - started
  if (age >= leastAge && age < resolution) return { from: started, to: last }
  return hasPrevious && started < previous ? { from: previous, to: last } : undefined
}
