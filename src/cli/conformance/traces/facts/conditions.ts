/** The conditions of Deployments and ReplicaSets, with reasons and messages, in their order; each type for itself. */
import { type Aspect, sameSequence } from '../fact.ts'
import type { Sighting } from '../recording.ts'
import { byObject, changesOf } from '../sightings.ts'

const conditions: Aspect = (recorded, replayed) =>
  ['Deployment', 'ReplicaSet'].flatMap((kind) => {
    const expected = historiesOf(recorded.timeline, kind)
    const got = historiesOf(replayed.timeline, kind)
    return [...new Set([...expected.keys(), ...got.keys()])].flatMap((key) =>
      sameSequence(`condition ${key}`, expected.get(key) ?? [], got.get(key) ?? []),
    )
  })
export default conditions

/** By "Deployment/web Progressing": each new status, reason or message. */
function historiesOf(timeline: readonly Sighting[], kind: string): ReadonlyMap<string, readonly string[]> {
  const histories = new Map<string, string[]>()
  for (const [name, changes] of byObject(timeline, kind)) {
    for (const { fields } of changes) {
      for (const { type, status, reason, message } of fields.status?.conditions ?? []) {
        const key = `${kind}/${name} ${type}`
        histories.set(key, [...(histories.get(key) ?? []), `${status} ${reason}: ${message}`])
      }
    }
  }
  return new Map([...histories].map(([key, history]) => [key, changesOf(history)]))
}
