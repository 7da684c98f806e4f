/**
 * What services led to: how many endpoints were ready, serving and terminating, whenever it stayed so for a while. A
 * slice that was behind its pods, and mended a second later, is no fact.
 */
import type { Aspect } from '../fact.ts'
import { type Moment, sameLasting } from '../lasting.ts'
import type { Sighting } from '../recording.ts'
import { byObject } from '../sightings.ts'

const endpoints: Aspect = (recorded, replayed) => {
  const [expected, got] = [historiesOf(recorded.timeline), historiesOf(replayed.timeline)]
  return [...expected].flatMap(([name, history]) =>
    sameLasting(`endpoints of ${name}`, history, got.get(name) ?? []),
  )
}
export default endpoints

interface Endpoint {
  readonly pod: string
  readonly ready?: boolean
  readonly serving?: boolean
  readonly terminating?: boolean
}

/** Seconds: what the recorder saw of two kinds within these may have come in the other order. */
const unsure = 0.05

interface Readiness {
  readonly t: number
  readonly isReady: boolean
}

function historiesOf(timeline: readonly Sighting[]): ReadonlyMap<string, readonly Moment[]> {
  const pods = new Map([...byObject(timeline, 'Pod')].map(([name, life]) => [name, readinessIn(life)]))
  return new Map(
    [...byObject(timeline, 'EndpointSlice')].map(([name, life]) => {
      const moments = life.map((sighting) => momentOf(sighting, pods))
      return [name, moments.filter(({ text }, i) => text !== moments[i - 1]?.text)]
    }),
  )
}

function readinessIn(life: readonly Sighting[]): readonly Readiness[] {
  return life.map(({ t, fields }) => ({ t, isReady: fields.ready === 'True' }))
}

function momentOf({ t, type, fields }: Sighting, pods: ReadonlyMap<string, readonly Readiness[]>): Moment {
  if (type === 'DELETED') return { t, text: 'gone' }
  const list: readonly Endpoint[] = fields.endpoints
  const differing = list.map(({ pod, serving }) => outdatedFrom(Boolean(serving), pods.get(pod) ?? [], t))
  return { t, text: textOf(list), until: Math.min(...differing) }
}

/** From when on a pod was not as an endpoint written at `t` says. */
function outdatedFrom(serving: boolean, history: readonly Readiness[], t: number): number {
  const isReady = history.findLast((one) => one.t <= t + unsure)?.isReady ?? false
  if (isReady !== serving) return t
  return history.find((one) => one.t > t + unsure && one.isReady !== serving)?.t ?? Number.POSITIVE_INFINITY
}

/** "1 serving+terminating, 3 ready+serving" */
function textOf(list: readonly Endpoint[]): string {
  const conditions = ['ready', 'serving', 'terminating'] as const
  const texts = list.map((one) => conditions.filter((condition) => one[condition]).join('+') || 'unready')
  const kinds = [...new Set(texts)].sort()
  return kinds.map((kind) => `${texts.filter((text) => text === kind).length} ${kind}`).join(', ') || 'none'
}
