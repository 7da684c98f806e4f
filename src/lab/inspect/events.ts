import type { ApiServer } from '../../sim/apiserver/server.ts'
import type { EventRow } from './inspection.ts'

/** What was said about an object, the newest last. */
export function eventRows({ eventStore }: ApiServer, slot: number): readonly EventRow[] {
  return eventStore.tellings(slot).map(({ sort, host, message, first, last, count }) => ({
    type: sort.type,
    reason: sort.reason,
    message,
    source: host === undefined ? sort.component : `${sort.component}, ${host}`,
    count,
    first,
    last,
  }))
}
