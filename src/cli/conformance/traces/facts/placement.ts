/** How the pods of each owner were spread over nodes and zones at the end. */
import { type Aspect, sameEntries } from '../fact.ts'
import type { RecordedNode, Sighting } from '../recording.ts'
import { counted, lastPods } from '../sightings.ts'

const placement: Aspect = (recorded, replayed, { nodes }) => [
  ...sameEntries('placement', spread(recorded.timeline, nodes), spread(replayed.timeline, nodes)),
]
export default placement

/** By owner: how many pods the fullest node has, the next … and the same for zones, where there are any. */
function spread(timeline: readonly Sighting[], nodes: readonly RecordedNode[]): ReadonlyMap<string, string> {
  const zones = new Map(nodes.map(({ name, zone }) => [name, zone]))
  const bound = lastPods(timeline).filter(({ node, owner, deleting }) => node && owner && !deleting)
  const owners = [...new Set(bound.map(({ owner }) => owner as string))]
  return new Map(
    owners.map((owner) => {
      const places = bound.filter((pod) => pod.owner === owner).map(({ node }) => node as string)
      const inZones = places.flatMap((node) => zones.get(node) ?? [])
      return [`of ${owner}`, `${sizes(places)} on nodes, ${sizes(inZones)} in zones`]
    }),
  )
}

function sizes(places: readonly string[]): string {
  return [...counted(places).values()].sort((a, b) => b - a).join('+')
}
