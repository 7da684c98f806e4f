/** The hash of a world's state: equal hash, equal world. History, the ledger and whatever was read don't count. */
import { addHash, combine, emptyHash, type Hash64, hashHex, hashText, hashValue } from '../core/hash.ts'
import { plainMemory } from '../core/memory.ts'
import type { Registry } from '../core/registry.ts'
import { takeImage } from './image.ts'
import type { Simulation } from './simulation.ts'

/** Sixteen hex digits. */
export function worldHash(world: Simulation): string {
  const { state, events: _, ...rest } = takeImage(world)
  const memory = {
    tick: state.tick,
    timers: state.timers,
    births: world.engine.state.births.entries(),
    ...rest,
  }
  const stored = combine(registryHash(world.engine.state.registry), world.engine.server.eventStore.hash())
  return hashHex(combine(stored, hashValue(plainMemory(memory))))
}

/** Every live object with its slot. Unchanged frozen parts are hashed once. */
function registryHash(registry: Registry): Hash64 {
  let sum = emptyHash
  for (let slot = 1; slot <= registry.slotCount; slot++) {
    const object = registry.value(slot)
    if (object !== undefined) sum = addHash(sum, combine(hashText(String(slot)), hashValue(object)))
  }
  return sum
}
