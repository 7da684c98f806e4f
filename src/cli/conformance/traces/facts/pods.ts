/** How many pods each owner made and gave up, why pods were told to go, and what pods that found no node were told. */
import { type Aspect, sameEntries, sameSequence } from '../fact.ts'
import type { Sighting } from '../recording.ts'
import { byObject, changesOf, counted } from '../sightings.ts'

const pods: Aspect = (recorded, replayed) => {
  const [expected, got] = [lives(recorded.timeline), lives(replayed.timeline)]
  return [
    ...sameEntries('pods', counted(expected.flatMap(milestones)), counted(got.flatMap(milestones))),
    ...waiting(expected).flatMap(([name, texts]) =>
      sameSequence(`pod ${name} unschedulable`, texts, new Map(waiting(got)).get(name) ?? []),
    ),
  ]
}
export default pods

type Life = readonly Sighting[]

function lives(timeline: readonly Sighting[]): readonly Life[] {
  return [...byObject(timeline, 'Pod').values()]
}

/** What happened to one pod, named by who it belonged to. */
function milestones(life: Life): readonly string[] {
  const [first] = life
  const owner = life.find(({ fields }) => fields.owner)?.fields.owner ?? `Pod/${first?.name}`
  const deleting = life.find(({ fields }) => fields.deleting)?.fields
  const disruption = life.findLast(({ fields }) => fields.disruption)?.fields.disruption
  return [
    first?.type === 'ADDED' ? 'created' : [],
    deleting === undefined ? [] : `told to stop within ${deleting.gracePeriod ?? 'its'} s`,
    disruption === undefined ? [] : `disrupted: ${disruption.reason}: ${disruption.message}`,
    life.at(-1)?.type === 'DELETED' ? 'gone' : [],
    ...changesOf(life.flatMap(({ type, fields }) => (type === 'DELETED' ? [] : (fields.owner ?? 'nobody'))))
      .slice(1)
      .map((text) => `passed to ${text}`),
  ]
    .flat()
    .map((text) => `of ${owner} ${text}`)
}

function waiting(all: readonly Life[]): readonly (readonly [string, readonly string[]])[] {
  return all.flatMap((life) => {
    const texts = life.flatMap(({ fields }) =>
      fields.scheduled?.status === 'False' ? `${fields.scheduled.reason}: ${fields.scheduled.message}` : [],
    )
    return texts.length === 0 ? [] : [[(life[0] as Sighting).name, changesOf(texts)] as const]
  })
}
