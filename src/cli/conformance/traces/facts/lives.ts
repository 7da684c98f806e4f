/** When pods were made and when they were told to stop, owner by owner: evictions and replacements come in time. */
import type { Aspect, Fact } from '../fact.ts'
import type { Sighting } from '../recording.ts'
import { byObject, fleetingPods } from '../sightings.ts'

/** Seconds. */
const tolerance = 1.5

const lives: Aspect = (recorded, replayed) => {
  const got = momentsOf(replayed.timeline)
  return [...momentsOf(recorded.timeline)].map(([what, times]) =>
    atTheirTimes(what, times, got.get(what) ?? []),
  )
}
export default lives

/** By "pods of ReplicaSet/web-rs1 are made": the times, in order. */
function momentsOf(timeline: readonly Sighting[]): ReadonlyMap<string, readonly number[]> {
  const fleeting = fleetingPods(timeline)
  const moments = new Map<string, number[]>()
  for (const [name, life] of byObject(timeline, 'Pod')) {
    if (fleeting.has(name)) continue
    const owner = life.find(({ fields }) => fields.owner)?.fields.owner ?? name
    const made = life.find(({ type }) => type === 'ADDED')
    const stopped = life.find(({ type, fields }) => fields.deleting || type === 'DELETED')
    note(moments, `pods of ${owner} are made`, made)
    note(moments, `pods of ${owner} are told to stop`, stopped)
  }
  return new Map([...moments].map(([what, times]) => [what, times.sort((a, b) => a - b)]))
}

function note(moments: Map<string, number[]>, what: string, sighting: Sighting | undefined): void {
  if (sighting !== undefined) moments.set(what, [...(moments.get(what) ?? []), sighting.t])
}

function atTheirTimes(what: string, recorded: readonly number[], replayed: readonly number[]): Fact {
  const areClose = recorded.every(
    (t, i) => Math.abs((replayed[i] ?? Number.POSITIVE_INFINITY) - t) <= tolerance,
  )
  const text = (times: readonly number[]) => times.map((t) => t.toFixed(1)).join(', ')
  const isHeld = areClose && recorded.length === replayed.length
  return {
    name: `${what} at ${recorded.length} moments`,
    difference: isHeld ? undefined : `recorded ${text(recorded)}, replayed ${text(replayed)}`,
  }
}
