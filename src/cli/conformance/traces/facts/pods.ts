/** How many pods each owner made and gave up, why pods were told to go, and what pods that found no node were told. */
import { type Aspect, sameEntries } from '../fact.ts'
import { type Moment, sameLasting } from '../lasting.ts'
import type { Sighting } from '../recording.ts'
import { byObject, changesOf, counted, fleetingPods } from '../sightings.ts'

const pods: Aspect = (recorded, replayed) => {
  const [expected, got] = [lives(recorded.timeline), lives(replayed.timeline)]
  const added = laterNode(recorded.timeline)
  const told = new Map(got.map((life) => [(life[0] as Sighting).name, waiting(life)]))
  return [
    ...sameEntries('pods', counted(expected.flatMap(milestones)), counted(got.flatMap(milestones))),
    ...expected.flatMap((life) => {
      const { name } = life[0] as Sighting
      const until = life[0] && life[0].t < added ? added : Number.POSITIVE_INFINITY
      const before = (moments: readonly Moment[]) => moments.filter(({ t }) => t < until)
      return sameLasting(`pod ${name} waits`, before(waiting(life)), before(told.get(name) ?? []))
    }),
  ]
}
export default pods

/** When a node came to those of the start: which of the pods that wait for it is tried first is luck. */
function laterNode(timeline: readonly Sighting[]): number {
  const node = timeline.find(({ t, kind, type }) => kind === 'Node' && type === 'ADDED' && t > 1)
  return node?.t ?? Number.POSITIVE_INFINITY
}

type Life = readonly Sighting[]

function lives(timeline: readonly Sighting[]): readonly Life[] {
  const fleeting = fleetingPods(timeline)
  return [...byObject(timeline, 'Pod')].filter(([name]) => !fleeting.has(name)).map(([, life]) => life)
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
