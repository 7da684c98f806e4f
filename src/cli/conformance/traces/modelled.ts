/**
 * The part of a recording that this simulator can be held to: objects of kinds that it has, and pods that belong to
 * such; up to the first action whose effect on them comes from a kind that it does not have.
 */
import { kindForResource, kinds } from '../../../sim/api/kinds/index.ts'
import { comparedKinds } from './fields.ts'
import type { Action, Recording, Sighting } from './recording.ts'

const modelled: ReadonlySet<string> = new Set(kinds.map(({ kind }) => kind))

/** Undefined when nothing in the recording is modelled. */
export function modelledPart(recording: Recording): Recording | undefined {
  const horizon = horizonOf(recording.actions)
  const foreign = foreignPods(recording)
  const isOurs = (kind: string, name: string) => comparedKinds.has(kind) && !foreign.has(name)
  const timeline = recording.timeline
    .filter(({ t, kind, name }) => t < horizon && isOurs(kind, name))
    .map((sighting) => withoutForeign(sighting, foreign))
  const events = recording.events.filter(({ t, kind, name }) => t < horizon && isOurs(kind, name))
  const actions = recording.actions.filter((action) => action.t < horizon && !isForeign(action, foreign))
  if (!timeline.some(({ kind }) => kind !== 'Node')) return undefined
  const decisions = recording.decisions?.filter(({ pod }) => !foreign.has(pod)) ?? []
  return { ...recording, timeline, events, actions, decisions }
}

/** Commands about pods or resources that this world does not have. */
function isForeign({ do: what, manifest }: Action, foreign: ReadonlySet<string>): boolean {
  const [, verb = '', target = '', name = ''] = what.split(' ')
  if (!what.startsWith('kubectl')) return false
  if (foreign.has(name) || foreign.has(manifest?.metadata?.name)) return true
  const takesResource = ['scale', 'delete', 'get'].includes(verb)
  return takesResource && kindForResource(target.split('/')[0] ?? '') === undefined
}

/** Quotas and priorities change what happens to pods of kinds that are modelled. */
function horizonOf(actions: readonly Action[]): number {
  const decisive = actions.find(({ manifest }) => manifest !== undefined && decisiveKinds.has(manifest.kind))
  return decisive?.t ?? Number.POSITIVE_INFINITY
}

const decisiveKinds: ReadonlySet<string> = new Set(['ResourceQuota', 'PriorityClass'])

/** Pods of DaemonSets, StatefulSets and Jobs, and such as want a volume that has to be provided. */
function foreignPods({ timeline, actions }: Recording): ReadonlySet<string> {
  const owned = timeline.filter(({ kind, fields }) => kind === 'Pod' && fields.owner !== undefined)
  const alien = owned.filter(({ fields }) => !modelled.has(fields.owner.split('/')[0]))
  const claiming = actions.filter(({ manifest }) =>
    JSON.stringify(manifest ?? '').includes('persistentVolumeClaim'),
  )
  return new Set([
    ...alien.map(({ name }) => name),
    ...claiming.map(({ manifest }) => manifest?.metadata.name as string),
  ])
}

function withoutForeign(sighting: Sighting, foreign: ReadonlySet<string>): Sighting {
  if (sighting.kind !== 'EndpointSlice' || sighting.type === 'DELETED') return sighting
  const endpoints = sighting.fields.endpoints.filter(({ pod }: { pod: string }) => !foreign.has(pod))
  return { ...sighting, fields: { endpoints } }
}
