import { age } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { Event } from '../../types/index.ts'

export const columns: readonly Column<Event>[] = [
  { name: 'LAST SEEN', cell: lastSeen },
  { name: 'TYPE', cell: (event) => event.type ?? '' },
  { name: 'REASON', cell: (event) => event.reason ?? '' },
  { name: 'OBJECT', cell: object },
  { name: 'SUBOBJECT', wide: true, cell: (event) => event.involvedObject.fieldPath ?? '' },
  { name: 'SOURCE', wide: true, cell: source },
  { name: 'MESSAGE', cell: (event) => (event.message ?? '').trim() },
  { name: 'FIRST SEEN', wide: true, cell: firstSeen },
  { name: 'COUNT', wide: true, cell: (event) => event.series?.count ?? (event.count || 1) },
  { name: 'NAME', wide: true, cell: (event) => event.metadata.name },
]

/** A series tells when it was seen last; an event without timestamps happened once, at `eventTime`. */
function lastSeen(event: Event, nowSeconds: number): string {
  if (event.series) return age(event.series.lastObservedTime, nowSeconds)
  return event.lastTimestamp ? age(event.lastTimestamp, nowSeconds) : firstSeen(event, nowSeconds)
}

function firstSeen(event: Event, nowSeconds: number): string {
  return age(event.firstTimestamp || event.eventTime, nowSeconds)
}

function object({ involvedObject: { kind = '', name = '' } }: Event): string {
  return kind === '' ? name : `${kind.toLowerCase()}/${name}`
}

function source({ source, reportingComponent = '', reportingInstance = '' }: Event): string {
  const component = source?.component || reportingComponent
  const host = source?.host || reportingInstance
  return host === '' ? component : `${component}, ${host}`
}
