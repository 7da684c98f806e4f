/** What services led to: how many endpoints were ready, serving and terminating, whenever it stayed so for a while. */
import { type Aspect, sameSequence } from '../fact.ts'
import type { Sighting } from '../recording.ts'
import { byObject, counted } from '../sightings.ts'

/** Changes closer together than this may come in one write or in several. */
const together = 0.5

const endpoints: Aspect = (recorded, replayed) => {
  const expected = byObject(recorded.timeline, 'EndpointSlice')
  const got = byObject(replayed.timeline, 'EndpointSlice')
  return [...expected.keys()].flatMap((name) =>
    sameSequence(`endpoints of ${name}`, states(expected.get(name)), states(got.get(name))),
  )
}
export default endpoints

function states(life: readonly Sighting[] = []): readonly string[] {
  const lasting = life.filter(
    ({ t }, i) => i === life.length - 1 || (life[i + 1] as Sighting).t - t >= together,
  )
  const texts = lasting.map(textOf)
  return texts.filter((text, i) => text !== texts[i - 1])
}

function textOf({ type, fields }: Sighting): string {
  if (type === 'DELETED') return 'gone'
  const kinds: string[] = fields.endpoints.map((one: Record<string, boolean>) =>
    ['ready', 'serving', 'terminating'].filter((condition) => one[condition]).join('+'),
  )
  return [...counted(kinds)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `${count} ${kind || 'unready'}`)
    .join(', ')
}
