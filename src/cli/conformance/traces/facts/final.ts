/** What there was at the end. Pods count by what they look like, since which of several equal ones is left is luck. */
import { type Aspect, sameEntries } from '../fact.ts'
import { anyPod } from '../names.ts'
import { isSerial, type Sighting } from '../recording.ts'
import { counted, lastOf } from '../sightings.ts'

const final: Aspect = (recorded, replayed, recording) => {
  const [expected, got] = [lastOf(recorded.timeline), lastOf(replayed.timeline)]
  return [
    ...sameEntries('final', workloads(expected, isSerial(recording)), workloads(got, isSerial(recording))),
    ...sameEntries('final count of', pods(expected), pods(got)),
  ]
}
export default final

type Objects = ReadonlyMap<string, Sighting>

function workloads(objects: Objects, exactly: boolean): ReadonlyMap<string, unknown> {
  const kept = [...objects].filter(([, { kind }]) => kind === 'Deployment' || kind === 'ReplicaSet')
  return new Map(
    kept.map(([key, { kind, fields }]) => [
      key,
      exactly || kind === 'Deployment' ? sorted(fields) : ungenerated(sorted(fields)),
    ]),
  )
}

function sorted(fields: Sighting['fields']): Sighting['fields'] {
  const conditions = [...(fields.status?.conditions ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1))
  return { ...fields, status: { ...fields.status, conditions } }
}

/** How often a ReplicaSet was written depends on how many changes came in one step. */
function ungenerated({ generation: _, status, ...fields }: Sighting['fields']): Sighting['fields'] {
  return { ...fields, status: { ...status, observedGeneration: undefined } }
}

function pods(objects: Objects): ReadonlyMap<string, number> {
  const all = [...objects.values()].filter(({ kind }) => kind === 'Pod')
  return counted(
    all.map(({ name, fields: { owner, phase, ready, image, deleting } }) =>
      anyPod(
        `Pod/${name} of ${owner ?? 'nobody'}: ${phase} ${ready ?? ''} ${image}${deleting ? ' deleting' : ''}`,
      ),
    ),
  )
}
