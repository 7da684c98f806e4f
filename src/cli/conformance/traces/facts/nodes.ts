/** What was said of nodes: readiness and taints in their order, and, where nodes failed, when. */
import { type Aspect, type Fact, sameSequence } from '../fact.ts'
import type { Sighting } from '../recording.ts'
import { byObject } from '../sightings.ts'

/** Seconds: the phase of heartbeats and of the node monitor is the recorder's luck. */
const tolerance = 1.5

const nodes: Aspect = (recorded, replayed) => {
  const [expected, got] = [byObject(recorded.timeline, 'Node'), byObject(replayed.timeline, 'Node')]
  return [...expected.keys()].flatMap((name) => {
    const [wanted, found] = [steps(expected.get(name)), steps(got.get(name))]
    return [
      ...sameSequence(`node ${name}`, wanted.map(textOf), found.map(textOf)),
      ...wanted.slice(1).map((step, i) => atItsTime(`node ${name}`, step, found[i + 1])),
    ]
  })
}
export default nodes

function steps(life: readonly Sighting[] = []): readonly Sighting[] {
  return life.filter((one, i) => i === 0 || textOf(one) !== textOf(life[i - 1] as Sighting))
}

function textOf({ type, fields }: Sighting): string {
  if (type === 'DELETED') return 'gone'
  const { ready, readyReason, unschedulable, taints } = fields
  return `${ready} ${readyReason}${unschedulable ? ' unschedulable' : ''} [${[...taints].sort().join(' ')}]`
}

function atItsTime(name: string, expected: Sighting, got: Sighting | undefined): Fact {
  const isClose = got !== undefined && Math.abs(got.t - expected.t) <= tolerance
  return {
    name: `${name} at ${expected.t.toFixed(1)} s: ${textOf(expected)}`,
    difference: isClose ? undefined : `replayed at ${got?.t ?? 'no time'}`,
  }
}
