/** From one object to those around it, by slots of the registry. */

import { kindFor, kindId } from '../../sim/api/kinds/index.ts'
import { controllerOf } from '../../sim/api/kinds/owners.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { ReplicaSets } from '../../sim/api/kinds/replicaSet/index.ts'
import type { ApiObject } from '../../sim/api/types/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'

const podShelf = kindId(Pods)
const setShelf = kindId(ReplicaSets)

/** The present value of a slot; the caller knows its kind. */
export function objectAt<T extends ApiObject>({ engine }: Simulation, slot: number): T | undefined {
  return engine.state.registry.value(slot) as T | undefined
}

/** The slot of the object that controls this one; 0: none, or it is gone. */
export function controllerSlot({ engine }: Simulation, object: ApiObject): number {
  const owner = controllerOf(object)
  const kind = owner && kindFor(owner.apiVersion, owner.kind)
  if (kind === undefined) return 0
  const slot = engine.server.slot(kind, object.metadata.namespace ?? '', owner?.name ?? '')
  return engine.state.registry.value(slot)?.metadata.uid === owner?.uid ? slot : 0
}

/** The revision of the object in a slot; 0: none. */
export function revisionAt({ engine }: Simulation, slot: number): number {
  const object = slot === 0 ? undefined : (engine.state.registry.value(slot) as ApiObject | undefined)
  return object === undefined ? 0 : revisionOf(object)
}

/** The revision of a Deployment's template, as it numbers itself and its ReplicaSets; 0: none. */
export function revisionOf({ metadata }: ApiObject): number {
  return Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0) || 0
}

export function podsOnNode({ engine }: Simulation, node: string): readonly number[] {
  return engine.state.registry.index(podShelf, 'node').slots(node)
}

export function podsControlledBy({ engine }: Simulation, uid: string): readonly number[] {
  return engine.state.registry.index(podShelf, 'controllerUid').slots(uid)
}

export function setsControlledBy({ engine }: Simulation, uid: string): readonly number[] {
  return engine.state.registry.index(setShelf, 'controllerUid').slots(uid)
}
