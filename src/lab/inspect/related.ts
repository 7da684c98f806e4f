/** Objects next to one: what controls it, where it runs, what it controls or selects. */
import { EndpointSlices } from '../../sim/api/kinds/endpointSlice/index.ts'
import { kindFor, kindId, kinds } from '../../sim/api/kinds/index.ts'
import { Nodes } from '../../sim/api/kinds/node/index.ts'
import { controllerOf } from '../../sim/api/kinds/owners.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import type { ApiObject, HorizontalPodAutoscaler, Pod } from '../../sim/api/types/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { objectAt, podsControlledBy, podsOnNode, setsControlledBy } from '../frame/neighbours.ts'
import type { ObjectLink } from './inspection.ts'
import { linksTo } from './links.ts'

const mostRelated = 120

export function relatedTo(world: Simulation, slot: number, object: ApiObject): readonly ObjectLink[] {
  const slots = new Set([
    ...ownersOf(world, object),
    ...(neighboursByKind[object.kind]?.(world, object) ?? []),
    ...controlledBy(world, object),
  ])
  slots.delete(0)
  slots.delete(slot)
  return linksTo(world, [...slots].slice(0, mostRelated))
}

/** Its owners, their owners, and so on; the nearest first. People may write owners that own each other. */
function ownersOf(world: Simulation, object: ApiObject): ReadonlySet<number> {
  const found = new Set<number>()
  const next = [object]
  for (let one = next.shift(); one !== undefined; one = next.shift()) {
    for (const slot of ownerSlots(world, one)) {
      if (found.has(slot)) continue
      found.add(slot)
      next.push(objectAt(world, slot) as ApiObject)
    }
  }
  return found
}

function ownerSlots(world: Simulation, { metadata }: ApiObject): readonly number[] {
  return (metadata.ownerReferences ?? []).flatMap(({ apiVersion, kind, name, uid }) => {
    const owning = kindFor(apiVersion, kind)
    const slot = owning === undefined ? 0 : world.engine.server.slot(owning, metadata.namespace ?? '', name)
    return objectAt(world, slot)?.metadata.uid === uid ? [slot] : []
  })
}

/** ReplicaSets that it controls, the newest first, then its pods and theirs. */
function controlledBy(world: Simulation, { metadata }: ApiObject): readonly number[] {
  const sets = setsControlledBy(world, metadata.uid).toReversed()
  const uids = [metadata.uid, ...sets.map((set) => objectAt(world, set)?.metadata.uid ?? '')]
  return [...sets, ...uids.flatMap((uid) => podsControlledBy(world, uid))]
}

type Finder = (world: Simulation, object: ApiObject) => readonly number[]

const neighboursByKind: Readonly<Record<string, Finder>> = {
  Pod: ({ engine }, pod) => [engine.server.slot(Nodes, '', (pod as Pod).spec.nodeName ?? '')],
  Node: (world, { metadata }) => podsOnNode(world, metadata.name),
  Service: servedPods,
  Namespace: workloadsIn,
  HorizontalPodAutoscaler: scaledBy,
}

function scaledBy({ engine }: Simulation, object: ApiObject): readonly number[] {
  const { apiVersion = '', kind, name } = (object as HorizontalPodAutoscaler).spec.scaleTargetRef
  const scaled = kindFor(apiVersion, kind)
  return scaled === undefined ? [] : [engine.server.slot(scaled, object.metadata.namespace ?? '', name)]
}

function servedPods({ engine }: Simulation, { metadata }: ApiObject): readonly number[] {
  const slices = engine.server.byIndex(EndpointSlices, 'service', `${metadata.namespace}/${metadata.name}`)
  return slices
    .flatMap(({ endpoints }) => endpoints)
    .map(({ targetRef }) => engine.server.slot(Pods, targetRef?.namespace ?? '', targetRef?.name ?? ''))
}

/** What `kubectl get all` would show of a namespace, without what others control. */
function workloadsIn(world: Simulation, { metadata }: ApiObject): readonly number[] {
  const { registry } = world.engine.state
  return kinds
    .filter(({ categories }) => categories.includes('all'))
    .flatMap((kind) => [...registry.names(kindId(kind)).within(metadata.name).values()].sort((a, b) => a - b))
    .filter((slot) => controllerOf(objectAt(world, slot) as ApiObject) === undefined)
}
