/** The Events section at the end of a description. */
import type { Event } from '../../../api/types/index.ts'
import { byLastTimestamp, interval } from '../eventOrder.ts'
import type { Description } from './description.ts'

export function describeEvents(out: Description, events: readonly Event[], nowSeconds: number): void {
  if (events.length === 0) {
    out.field(0, 'Events', '<none>')
    return
  }
  out.flush()
  out.line(0, 'Events:')
  out.line(1, 'Type\tReason\tAge\tFrom\tMessage')
  out.line(1, '----\t------\t----\t----\t-------')
  for (const event of byLastTimestamp(events)) {
    const from = event.source?.component || event.reportingComponent || ''
    out.line(1, [event.type, event.reason, interval(event, nowSeconds), from, message(event)].join('\t'))
  }
}

function message(event: Event): string {
  const text = (event.message ?? '').trim()
  return event.involvedObject.fieldPath ? `${event.involvedObject.fieldPath}: ${text}` : text
}
