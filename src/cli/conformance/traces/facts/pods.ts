/** How many pods each owner made and gave up, why pods were told to go, and what pods that found no node were told. */
import { type Aspect, sameEntries } from '../fact.ts'
import { type Moment, sameLasting } from '../lasting.ts'
import type { Sighting } from '../recording.ts'
import { byObject, changesOf, counted } from '../sightings.ts'

const pods: Aspect = (recorded, replayed) => {
  const [expected, got] = [lives(recorded.timeline), lives(replayed.timeline)]
  const told = new Map(got.map((life) => [(life[0] as Sighting).name, waiting(life)]))
  return [
    ...sameEntries('pods', counted(expected.flatMap(milestones)), counted(got.flatMap(milestones))),
    ...expected.flatMap((life) => {
      const { name } = life[0] as Sighting
      return sameLasting(`pod ${name} waits`, waiting(life), told.get(name) ?? [])
    }),
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
    !deleting?.gracePeriod ? [] : `told to stop within ${deleting.gracePeriod} s`,
    disruption === undefined ? [] : `disrupted: ${disruption.reason}: ${disruption.message}`,
    life.at(-1)?.type === 'DELETED' ? 'gone' : [],
    ...changesOf(life.flatMap(({ type, fields }) => (type === 'DELETED' ? [] : (fields.owner ?? 'nobody'))))
      .slice(1)
      .map((text) => `passed to ${text}`),
  ]
    .flat()
    .map((text) => `of ${owner} ${text}`)
}

/** What a pod that found no node was told, and when that changed. */
function waiting(life: Life): readonly Moment[] {
  const moments = life.map(({ t, fields }) => {
    const { status = '', reason = '', message = '' } = fields.scheduled ?? {}
    return { t, text: status === 'False' ? `${reason}: ${message}` : '' }
  })
  const changes = moments.filter(({ text }, i) => text !== (moments[i - 1]?.text ?? ''))
  return changes.map(({ t, text }) => ({ t, text: text || 'no more' }))
}
