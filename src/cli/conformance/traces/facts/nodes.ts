/** What was said of nodes: readiness, cordons and each taint for itself, in order and, where nodes failed, when. */
import { type Aspect, type Fact, sameSequence } from '../fact.ts'
import type { Moment } from '../lasting.ts'
import type { Sighting } from '../recording.ts'
import { byObject } from '../sightings.ts'

/** Seconds: the phase of heartbeats is the recorder's luck. */
const tolerance = 1.5
/** What waits for a pass of the node monitor may wait so much longer. */
const monitorPeriod = 5

const nodes: Aspect = (recorded, replayed) => {
  const [expected, got] = [byObject(recorded.timeline, 'Node'), byObject(replayed.timeline, 'Node')]
  return [...expected].flatMap(([name, life]) => {
    const other = got.get(name) ?? []
    return thingsSaidOf([...life, ...other]).flatMap((thing) => {
      const [wanted, found] = [historyOf(life, thing), historyOf(other, thing)]
      const what = `node ${name} ${thing}`
      return [
        ...sameSequence(
          what,
          wanted.map(({ text }) => text),
          found.map(({ text }) => text),
        ),
        ...wanted.slice(1).map((moment, i) => atItsTime(what, moment, found[i + 1])),
      ]
    })
  })
}
export default nodes

function thingsSaidOf(life: readonly Sighting[]): readonly string[] {
  const taints = life.flatMap(({ fields }) => (fields.taints ?? []) as string[])
  return ['readiness', 'cordon', ...new Set(taints)]
}

function historyOf(life: readonly Sighting[], thing: string): readonly Moment[] {
  const moments = life.map((sighting) => ({ t: sighting.t, text: textOf(sighting, thing) }))
  return moments.filter(({ text }, i) => text !== '' && text !== moments[i - 1]?.text)
}

function textOf({ type, fields }: Sighting, thing: string): string {
  if (type === 'DELETED') return 'gone'
  if (thing === 'readiness') return fields.ready === undefined ? '' : `${fields.ready} ${fields.readyReason}`
  if (thing === 'cordon') return fields.unschedulable ? 'cordoned' : 'not cordoned'
  return fields.taints.includes(thing) ? 'tainted' : 'not tainted'
}

function atItsTime(what: string, expected: Moment, got: Moment | undefined): Fact {
  const late = (got?.t ?? Number.POSITIVE_INFINITY) - expected.t
  const slack = what.endsWith(':NoExecute') && expected.text === 'not tainted' ? monitorPeriod : 0
  return {
    name: `${what} is ${expected.text} at ${expected.t.toFixed(1)} s`,
    difference:
      late >= -tolerance && late <= tolerance + slack ? undefined : `replayed at ${got?.t ?? 'no time'}`,
  }
}
