/** What services led to: how many endpoints were ready, serving and terminating, whenever it stayed so for a while. */
import type { Aspect } from '../fact.ts'
import { type Moment, sameLasting } from '../lasting.ts'
import type { Sighting } from '../recording.ts'
import { byObject, counted } from '../sightings.ts'

/** Seconds: when its cache was behind, the controller came back after one. */
const lasting = 1.2

const endpoints: Aspect = (recorded, replayed) => {
  const expected = byObject(recorded.timeline, 'EndpointSlice')
  const got = byObject(replayed.timeline, 'EndpointSlice')
  return [...expected.keys()].flatMap((name) =>
    sameLasting(`endpoints of ${name}`, states(expected.get(name)), states(got.get(name)), {
      seconds: lasting,
    }),
  )
}
export default endpoints

function states(life: readonly Sighting[] = []): readonly Moment[] {
  const moments = life.map((sighting) => ({ t: sighting.t, text: textOf(sighting) }))
  return moments.filter(({ text }, i) => text !== moments[i - 1]?.text)
}

function textOf({ type, fields }: Sighting): string {
  if (type === 'DELETED') return 'gone'
  const kinds: string[] = fields.endpoints.map((one: Record<string, boolean>) =>
    ['ready', 'serving', 'terminating'].filter((condition) => one[condition]).join('+'),
  )
  const counts = [...counted(kinds)].sort(([a], [b]) => (a < b ? -1 : 1))
  return counts.map(([kind, count]) => `${count} ${kind || 'unready'}`).join(', ') || 'none'
}
