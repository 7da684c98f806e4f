/**
 * What autoscalers said of themselves, write by write: sizes, the metrics they saw, conditions with reasons and
 * messages; and that each came at its time.
 */
import { type Aspect, type Fact, same, sameSequence } from '../fact.ts'
import type { Sighting } from '../recording.ts'
import { byObject } from '../sightings.ts'

/** Seconds by which a look may come earlier or later. */
const tolerance = 1

const autoscalers: Aspect = (recorded, replayed) => {
  const kind = 'HorizontalPodAutoscaler'
  const [expected, got] = [byObject(recorded.timeline, kind), byObject(replayed.timeline, kind)]
  return [...new Set([...expected.keys(), ...got.keys()])].flatMap((name) => {
    const [wanted, found] = [expected.get(name) ?? [], got.get(name) ?? []]
    return [
      ...sameSequence(`autoscaler ${name}, write`, wanted.map(contentOf), found.map(contentOf)),
      ...wanted.map((write, i) => inTime(name, i, write, found[i])),
      same(`autoscaler ${name}, rescalings`, rescalings(wanted), rescalings(found)),
    ]
  })
}
export default autoscalers

function contentOf({ type, fields }: Sighting): unknown {
  const { lastScale: _, ...status } = fields.status ?? {}
  return { type, ...fields, status }
}

function inTime(name: string, place: number, wanted: Sighting, found: Sighting | undefined): Fact {
  const isInTime = found !== undefined && Math.abs(found.t - wanted.t) <= tolerance
  return {
    name: `autoscaler ${name}, time of write ${place + 1}`,
    difference: isInTime ? undefined : `recorded at ${wanted.t} s, replayed at ${found?.t} s`,
  }
}

/** The places of the writes that moved lastScaleTime. */
function rescalings(writes: readonly Sighting[]): readonly number[] {
  const times = writes.map(({ fields }) => fields.status?.lastScale)
  return times.flatMap((time, i) => (time !== undefined && time !== times[i - 1] ? [i] : []))
}
