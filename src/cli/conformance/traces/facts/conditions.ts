/**
 * The conditions of Deployments and ReplicaSets, with reasons and messages; each type for itself. Where pods became
 * ready one at a time they are compared in their order, change by change. Else what lasted counts, and turning points
 * count whenever they were told.
 */
import { type Aspect, same, sameSequence } from '../fact.ts'
import { type Moment, sameLasting } from '../lasting.ts'
import { isSerial, type Recording, type Sighting } from '../recording.ts'
import { byObject } from '../sightings.ts'

const conditions: Aspect = (recorded, replayed, recording) =>
  ['Deployment', 'ReplicaSet'].flatMap((kind) => {
    const [expected, got] = [historiesOf(recorded.timeline, kind), historiesOf(replayed.timeline, kind)]
    return [...new Set([...expected.keys(), ...got.keys()])].flatMap((key) => {
      const [wanted, found] = [expected.get(key) ?? [], got.get(key) ?? []]
      if (isSerial(recording)) return sameSequence(key, wanted.map(textOf), found.map(textOf))
      return [
        ...sameLasting(key, asProgress(wanted), asProgress(found), slackFor(recording)),
        same(`${key}, turning points`, turningPoints(wanted), turningPoints(found)),
      ]
    })
  })
export default conditions

function textOf({ text }: Moment): string {
  return text
}

/**
 * Whether the controller, once it has made a ReplicaSet, sees the fall of the updated pods before their rise decides
 * whether it says more than that: a matter of milliseconds.
 */
function asProgress(history: readonly Moment[]): readonly Moment[] {
  const moments = history.map(({ t, text }) => {
    const replicaSet = /(?:NewReplicaSetCreated|FoundNewReplicaSet|ReplicaSetUpdated): .*"(.*)"/.exec(
      text,
    )?.[1]
    return { t, text: replicaSet === undefined ? text : `under way with ${replicaSet}` }
  })
  return moments.filter(({ text }, i) => text !== moments[i - 1]?.text)
}

/** Without limits it is the speed of the recorder's machine that counts. */
function slackFor({ isUnlimited }: Recording): { readonly tolerance?: number } {
  return isUnlimited ? { tolerance: Number.POSITIVE_INFINITY } : {}
}

function turningPoints(history: readonly Moment[]): readonly string[] {
  return history.map(textOf).filter((text) => !/ReplicaSetUpdated|NewReplicaSetAvailable|Minimum/.test(text))
}

/** By "Deployment/web Progressing": each new status, reason or message. */
function historiesOf(timeline: readonly Sighting[], kind: string): ReadonlyMap<string, readonly Moment[]> {
  const histories = new Map<string, Moment[]>()
  for (const [name, changes] of byObject(timeline, kind)) {
    for (const { t, fields } of changes) {
      for (const { type, status, reason, message } of fields.status?.conditions ?? []) {
        const key = `${kind}/${name} ${type}`
        const history = histories.get(key) ?? []
        histories.set(key, history)
        const text = `${status} ${reason}: ${message}`
        if (history.at(-1)?.text !== text) history.push({ t, text })
      }
    }
  }
  return histories
}
