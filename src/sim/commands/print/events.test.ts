import { expect, it } from 'vitest'
import type { Event } from '../../api/types/index.ts'
import { eventsTable } from './events.ts'

const now = 1_767_225_660

function event(name: string, fields: object): Event {
  return {
    metadata: { name, namespace: 'd' },
    involvedObject: { kind: 'Pod', name: 'web' },
    type: 'Normal',
    reason: 'Pulled',
    message: name,
    ...fields,
  } as never
}

it('orders events by when they were last seen, and equal ones by name', () => {
  const events = [
    event('z', { firstTimestamp: '2026-01-01T00:00:10Z', lastTimestamp: '2026-01-01T00:00:50Z', count: 5 }),
    event('c', { firstTimestamp: '2026-01-01T00:00:30Z', lastTimestamp: '2026-01-01T00:00:30Z', count: 1 }),
    event('b', { eventTime: '2026-01-01T00:00:55.500000Z', firstTimestamp: null, lastTimestamp: null }),
    event('a', { firstTimestamp: '2026-01-01T00:00:30Z', lastTimestamp: '2026-01-01T00:00:30Z', count: 1 }),
  ]
  expect(eventsTable(events, now, { withNamespace: true })).toBe(
    [
      'NAMESPACE   LAST SEEN           TYPE     REASON   OBJECT    MESSAGE',
      'd           30s                 Normal   Pulled   Pod/web   a',
      'd           30s                 Normal   Pulled   Pod/web   c',
      'd           10s (x5 over 50s)   Normal   Pulled   Pod/web   z',
      'd           4s                  Normal   Pulled   Pod/web   b',
      '',
    ].join('\n'),
  )
})
