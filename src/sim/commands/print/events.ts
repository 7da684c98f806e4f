/** The table of `kubectl events`. (`kubectl get events` is an ordinary table.) */
import type { Event } from '../../api/types/index.ts'
import { byLastSeen, interval } from './eventOrder.ts'
import { TabWriter } from './tabWriter.ts'

export interface EventsOptions {
  /** -A */
  readonly withNamespace?: boolean
  readonly noHeaders?: boolean
}

export function eventsTable(
  events: readonly Event[],
  nowSeconds: number,
  options: EventsOptions = {},
): string {
  const writer = new TabWriter({ minWidth: 6, padding: 3, rememberWidths: true })
  const write = (namespace: string, cells: readonly string[]) =>
    writer.write(`${(options.withNamespace ? [namespace, ...cells] : cells).join('\t')}\n`)
  if (!options.noHeaders) write('NAMESPACE', ['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'])
  for (const event of byLastSeen(events)) {
    const { kind, name } = event.involvedObject
    write(event.metadata.namespace ?? '', [
      interval(event, nowSeconds),
      event.type ?? '',
      event.reason ?? '',
      `${kind}/${name}`,
      (event.message ?? '').trim(),
    ])
  }
  return writer.take()
}
