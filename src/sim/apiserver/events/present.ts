/** An event as the API shows it. */
import type { Event, ObjectReference } from '../../api/types/index.ts'
import { microTimeText, type Tick, timeText } from '../../core/clock.ts'
import type { Identity } from '../../core/stored.ts'
import type { Sort } from './note.ts'

/** What was said about an object, to the tick. */
export interface Telling {
  readonly sort: Sort
  readonly host: string | undefined
  readonly message: string
  readonly first: Tick
  readonly last: Tick
  readonly count: number
}

/** All that a row and the registry know of an event. */
export interface Told extends Telling {
  /** The how-manieth event of the world. */
  readonly number: number
  readonly revision: number
  readonly about: Identity
  readonly apiVersion: string
  readonly kind: string
  /** The revision of the version that it is about. */
  readonly version: number
}

/** What all numbers in names of events begin with: of the first billions of events. */
export const firstOfNumber = '.1870'

export function namespaceOfEvents({ namespace }: Identity): string {
  return namespace ?? 'default'
}

export function asEvent(told: Told): Event {
  const { sort, host, about } = told
  const { component } = sort
  const newer = sort.action !== undefined
  const number = (told.number + 0x1000000000).toString(16).slice(-9)
  const time = ((told.first + 0x10000) % 0x10000).toString(16).padStart(4, '0')
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name: `${about.name}.187${number}${time}`,
      namespace: namespaceOfEvents(about),
      uid: '',
      resourceVersion: String(told.revision),
      creationTimestamp: timeText(told.first),
    },
    involvedObject: referenceTo(told),
    reason: sort.reason,
    message: told.message,
    source: newer ? {} : { component, ...(host === undefined ? {} : { host }) },
    firstTimestamp: newer ? null : timeText(told.first),
    lastTimestamp: newer ? null : timeText(told.last),
    ...(newer ? {} : { count: told.count }),
    type: sort.type,
    eventTime: newer ? microTimeText(told.first) : null,
    ...(sort.action === undefined ? {} : { action: sort.action }),
    reportingComponent: component,
    reportingInstance: newer ? `${component}-control-plane` : (host ?? ''),
  }
}

function referenceTo({ about, apiVersion, kind, version, sort }: Told): ObjectReference {
  const { namespace, name, uid } = about
  return {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    uid,
    apiVersion,
    resourceVersion: String(version),
    ...(sort.fieldPath === undefined ? {} : { fieldPath: sort.fieldPath }),
  }
}
