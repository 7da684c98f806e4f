/**
 * How the pods of each owner were spread over nodes and zones, before each action and at the end. Once a ReplicaSet
 * has given up pods, luck had a hand in it.
 */
import { type Aspect, sameEntries } from '../fact.ts'
import type { Action, RecordedNode } from '../recording.ts'
import type { Course } from '../replay.ts'
import { counted, lastPods } from '../sightings.ts'

const placement: Aspect = (recorded, replayed, { nodes, actions }) =>
  [...actions.filter((one) => !one.do.startsWith('#') && isQuietBefore(one, recorded)), undefined].flatMap(
    (action) => {
      const t = action?.t ?? Number.POSITIVE_INFINITY
      const when = action === undefined ? 'at the end' : `before ${action.do} at ${t} s`
      const lucky = new Set([...choosers(recorded, t), ...choosers(replayed, t)])
      return sameEntries(
        `placement ${when}`,
        spread(recorded, t, nodes, lucky),
        spread(replayed, t, nodes, lucky),
      )
    },
  )
export default placement

/** Seconds before an action in which nothing may have been placed, lest it be luck what already was. */
const quiet = 0.7

function isQuietBefore({ t }: Action, { timeline }: Course): boolean {
  return !timeline.some(
    (one) => one.kind === 'Pod' && one.t < t && one.t >= t - quiet && !one.fields.phase?.startsWith('Run'),
  )
}

/** ReplicaSets that have chosen which of their pods to give up. */
function choosers({ events }: Course, until: number): readonly string[] {
  const chosen = events.filter(({ t, reason }) => t < until && reason === 'SuccessfulDelete')
  return chosen.map(({ kind, name }) => `${kind}/${name}`)
}

/** By owner: how many pods the fullest node has, the next … and the same for zones, where there are any. */
function spread(
  { timeline }: Course,
  until: number,
  nodes: readonly RecordedNode[],
  lucky: ReadonlySet<string>,
): ReadonlyMap<string, unknown> {
  const zones = new Map(nodes.map(({ name, zone }) => [name, zone]))
  const pods = lastPods(timeline.filter(({ t }) => t < until))
  const bound = pods.filter(({ node, owner, deleting }) => node && owner && !deleting && !lucky.has(owner))
  const owners = [...new Set(bound.map(({ owner }) => owner as string))]
  return new Map(
    owners.map((owner) => {
      const places = bound.filter((pod) => pod.owner === owner).map(({ node }) => node as string)
      const inZones = places.flatMap((node) => zones.get(node) ?? [])
      return [`of ${owner}`, { nodes: sizes(places), zones: sizes(inZones) }] as const
    }),
  )
}

function sizes(places: readonly string[]): string {
  return [...counted(places).values()].sort((a, b) => b - a).join('+')
}
