/** In which order objects were marked for deletion and went, where the recorder could tell. */
import { type Aspect, type Fact, same } from '../fact.ts'
import { anyPod } from '../names.ts'
import type { Sighting } from '../recording.ts'

/** Seconds: closer together than this, the order between kinds is not known. */
const unsure = 0.15

const deletion: Aspect = (recorded, replayed) => {
  const [expected, got] = [moments(recorded.timeline), moments(replayed.timeline)]
  const facts: Fact[] = []
  for (const [first, from] of expected) {
    for (const [second, to] of expected) {
      if (familyOf(first) !== familyOf(second) || to - from < unsure) continue
      const [a, b] = [got.get(first), got.get(second)]
      facts.push(same(`${first} before ${second}`, true, a !== undefined && b !== undefined && a < b))
    }
  }
  return facts
}
export default deletion

/** When each workload was first seen deleting, and gone: "ReplicaSet/fg-rs1 deleting". */
function moments(timeline: readonly Sighting[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { t, kind, name, type, fields } of timeline) {
    if (kind === 'Node' || kind === 'EndpointSlice') continue
    const event = type === 'DELETED' ? 'gone' : fields.deleting ? 'deleting' : undefined
    if (event === undefined) continue
    const key = anyPod(`${kind}/${name} ${event}${fields.finalizers ? ` held by ${fields.finalizers}` : ''}`)
    if (!found.has(key)) found.set(key, t)
  }
  return workloadsGo(found) ? found : new Map()
}

/** Where only pods go, the order is told by other facts. */
function workloadsGo(found: ReadonlyMap<string, number>): boolean {
  return [...found.keys()].some((key) => !key.startsWith('Pod/'))
}

function familyOf(key: string): string | undefined {
  return /\/([a-z0-9]+)/.exec(key)?.[1]
}
