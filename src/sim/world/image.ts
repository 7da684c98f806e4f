/** A keyframe: everything a world remembers, by copy or by reference to what never changes. */

import type { EventStoreImage } from '../apiserver/events/eventStore.ts'
import type { Heartbeats } from '../apiserver/heartbeats.ts'
import { copyMemory } from '../core/memory.ts'
import type { StateImage } from '../core/state.ts'
import type { Simulation } from './simulation.ts'

export interface WorldImage {
  readonly state: StateImage
  readonly serverRuns: boolean
  readonly events: EventStoreImage
  readonly heartbeats: ReturnType<Heartbeats['image']>
  readonly substrate: unknown
  readonly limits: unknown
  readonly controlPlane: unknown
  readonly delivered: number
  readonly components: readonly { readonly seen: number; readonly memory: unknown }[]
}

export function takeImage(world: Simulation): WorldImage {
  const { state, server, substrate, limits, controlPlane } = world.engine
  return {
    state: state.image(world.delivered),
    serverRuns: server.running,
    events: server.eventStore.image(),
    heartbeats: server.heartbeats.image(),
    substrate: substrate.save(),
    limits: copyMemory(limits.save()),
    controlPlane: controlPlane.save(),
    delivered: world.delivered,
    components: world.components.all.map((component) => ({ seen: component.seen, memory: component.save() })),
  }
}

/** Puts a world back to an image of its own past. Derived indexes are rebuilt by their owners. */
export function restoreImage(world: Simulation, image: WorldImage): void {
  const { state, server, substrate, limits, controlPlane } = world.engine
  state.restore(image.state)
  server.running = image.serverRuns
  server.eventStore.restore(image.events)
  server.heartbeats.restore(image.heartbeats)
  substrate.load(image.substrate)
  limits.load(image.limits)
  controlPlane.load(image.controlPlane)
  world.delivered = image.delivered
  world.restorations++
  world.components.all.forEach((component, i) => {
    const saved = image.components[i] as { seen: number; memory: unknown }
    component.seen = saved.seen
    component.load(saved.memory)
  })
}
