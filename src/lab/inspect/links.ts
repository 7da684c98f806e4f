/** Objects by their slots, those that are gone included. */
import type { Kind } from '../../sim/api/kind.ts'
import { kindForResource, kinds } from '../../sim/api/kinds/index.ts'
import type { ApiObject } from '../../sim/api/types/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { ObjectLink } from './inspection.ts'

export function kindAt({ engine }: Simulation, slot: number): Kind | undefined {
  return slot === 0 ? undefined : kinds[engine.state.registry.shelfOf(slot)]
}

export function linkTo(world: Simulation, slot: number): ObjectLink | undefined {
  const kind = kindAt(world, slot)
  const named = world.engine.state.registry.nameAt(slot)
  return kind && named && { slot, kind: kind.singular, name: named.name }
}

export function linksTo(world: Simulation, slots: readonly number[]): readonly ObjectLink[] {
  return slots.flatMap((slot) => linkTo(world, slot) ?? [])
}

/** The slot of "pod/web-1" or "deployment/web"; 0: there is no such object. */
export function slotNamed({ engine }: Simulation, path: string, namespace: string): number {
  const [resource = '', name = ''] = path.split('/')
  const kind = kindForResource(resource)
  return kind === undefined ? 0 : engine.server.slot(kind, kind.namespaced ? namespace : '', name)
}

/** Where an object is found again: "node/node-1", "deployment/web", and in another namespace than default "shop/pod/web-1". */
export function addressOf(world: Simulation, slot: number): string | undefined {
  const link = linkTo(world, slot)
  const namespace = world.engine.state.registry.nameAt(slot)?.namespace || 'default'
  if (link === undefined) return undefined
  return [...(namespace === 'default' ? [] : [namespace]), link.kind, link.name].join('/')
}

/** The slot of the object at an address; 0: there is no such object now. */
export function slotAt(world: Simulation, address: string): number {
  const parts = address.split('/')
  const [namespace = ''] = parts.length === 3 ? parts.splice(0, 1) : ['default']
  return slotNamed(world, parts.join('/'), namespace)
}

/** The slot of a live object. */
export function slotOfObject({ engine }: Simulation, kind: Kind, { metadata }: ApiObject): number {
  return engine.server.slot(kind, metadata.namespace ?? '', metadata.name)
}
