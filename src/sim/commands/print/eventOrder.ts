/** In which order, and with which age, kubectl prints events (pkg/util/event and pkg/cmd/events, v1.36). */
import { age } from '../../api/age.ts'
import type { Event } from '../../api/types/index.ts'
import { parseTime } from '../../core/clock.ts'
import { goSort } from './goSort.ts'

/** Before sorting, events are in the order in which the API lists them: by namespace and name. */
function listed(events: readonly Event[]): Event[] {
  return [...events].sort((left, right) => (key(left) < key(right) ? -1 : 1))
}

function key({ metadata }: Event): string {
  return `${metadata.namespace}/${metadata.name}`
}

/** For `describe`: by the last timestamp alone, so events of the newer API, which have none, come first. */
export function byLastTimestamp(events: readonly Event[]): Event[] {
  const sorted = listed(events)
  goSort(sorted, (left, right) => seconds(left.lastTimestamp) < seconds(right.lastTimestamp))
  return sorted
}

/** For `kubectl events`: by when they were last seen. */
export function byLastSeen(events: readonly Event[]): Event[] {
  const sorted = listed(events)
  goSort(sorted, (left, right) => lastSeen(left) < lastSeen(right))
  return sorted
}

function lastSeen(event: Event): number {
  return seconds(event.series?.lastObservedTime ?? (event.lastTimestamp || event.eventTime))
}

function seconds(time: string | null | undefined): number {
  return time ? parseTime(time) : Number.NEGATIVE_INFINITY
}

/** "60s", or "39s (x16 over 51s)" for an event that was seen several times. */
export function interval(event: Event, nowSeconds: number): string {
  const first = age(event.eventTime || event.firstTimestamp, nowSeconds)
  const { series, count = 0 } = event
  if (series) return `${age(series.lastObservedTime, nowSeconds)} (x${series.count} over ${first})`
  return count > 1 ? `${age(event.lastTimestamp, nowSeconds)} (x${count} over ${first})` : first
}
