/**
 * The part of a recording that this simulator can be held to: objects of kinds that it has, and pods that belong to
 * such; up to the first action whose effect on them comes from a kind that it does not have.
 */
import { kinds } from '../../../sim/api/kinds/index.ts'
import { comparedKinds } from './fields.ts'
import type { Action, Recording, Sighting, Utterance } from './recording.ts'

const modelled: ReadonlySet<string> = new Set(kinds.map(({ kind }) => kind))

/** Undefined when nothing in the recording is modelled. */
export function modelledPart(recording: Recording): Recording | undefined {
  const horizon = recording.actions.find(goesBeyond)?.t ?? Number.POSITIVE_INFINITY
  const foreign = foreignPods(recording.timeline)
  const isOurs = (kind: string, name: string) => comparedKinds.has(kind) && !foreign.has(name)
  const timeline = recording.timeline
    .filter(({ t, kind, name }) => t < horizon && isOurs(kind, name))
    .map((sighting) => withoutForeign(sighting, foreign))
  const events = recording.events.filter(({ t, kind, name }) => t < horizon && isOurs(kind, name))
  const actions = recording.actions.filter(({ t }) => t < horizon)
  if (!timeline.some(({ kind }) => kind !== 'Node')) return undefined
  return { ...recording, timeline, events: events as readonly Utterance[], actions }
}

/** Quotas, autoscalers and budgets change what happens to pods of kinds that are modelled. */
function goesBeyond({ do: what, manifest }: Action): boolean {
  const kind = manifest?.kind as string | undefined
  if (kind === 'ResourceQuota' || kind === 'HorizontalPodAutoscaler') return true
  return /^kubectl drain/.test(what) && false
}

/** Pods of DaemonSets, StatefulSets and Jobs. */
function foreignPods(timeline: readonly Sighting[]): ReadonlySet<string> {
  const owned = timeline.filter(({ kind, fields }) => kind === 'Pod' && fields.owner !== undefined)
  const isForeign = ({ fields }: Sighting) => !modelled.has(fields.owner.split('/')[0])
  return new Set(owned.filter(isForeign).map(({ name }) => name))
}

function withoutForeign(sighting: Sighting, foreign: ReadonlySet<string>): Sighting {
  if (sighting.kind !== 'EndpointSlice' || sighting.type === 'DELETED') return sighting
  const endpoints = sighting.fields.endpoints.filter(({ pod }: { pod: string }) => !foreign.has(pod))
  return { ...sighting, fields: { endpoints } }
}
