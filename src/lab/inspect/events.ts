import type { ApiServer } from '../../sim/apiserver/server.ts'
import type { EventRow } from './inspection.ts'

/** What was said about an object, the newest last. */
export function eventRows({ eventStore }: ApiServer, uid: string): readonly EventRow[] {
  return eventStore.tellings(uid).map(({ note, component, host, message, first, last, count }) => ({
    type: note.type,
    reason: note.reason,
    message,
    source: host === undefined ? component : `${component}, ${host}`,
    count,
    first,
    last,
  }))
}
