/** Names for a screen that asks: those of a large world do not come with its frames. */
import { kindId } from '../../sim/api/kinds/index.ts'
import { Nodes } from '../../sim/api/kinds/node/index.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { PodName } from './format.ts'

export interface Found {
  readonly kind: 'node' | 'pod'
  readonly slot: number
  readonly namespace: string
  readonly name: string
}

/** Undefined: nothing was ever in the slot. */
export function podName({ engine }: Simulation, slot: number): PodName | undefined {
  const identity = engine.state.registry.identity(slot)
  return identity && [slot, identity.namespace ?? '', identity.name]
}

export function namesOf(world: Simulation, slots: readonly number[]): readonly PodName[] {
  return slots.flatMap((slot) => {
    const name = podName(world, slot)
    return name === undefined ? [] : [name]
  })
}

/** Nodes and pods with `text` in their names: nodes first, and of each those first whose names begin with it. */
export function findNamed(world: Simulation, text: string, most: number): readonly Found[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const nodes = findOf(world, 'node', kindId(Nodes), wanted, most)
  return [...nodes, ...findOf(world, 'pod', kindId(Pods), wanted, most - nodes.length)]
}

function findOf(
  { engine }: Simulation,
  kind: Found['kind'],
  shelf: number,
  wanted: string,
  most: number,
): readonly Found[] {
  const begins: Found[] = []
  const has: Found[] = []
  const { registry } = engine.state
  for (const slot of registry.names(shelf).slots()) {
    if (begins.length >= most) break
    const { name = '', namespace = '' } = registry.identity(slot) ?? {}
    const at = name.indexOf(wanted)
    if (at < 0 || (at > 0 && has.length >= most)) continue
    const found = { kind, slot, namespace, name }
    if (at === 0) begins.push(found)
    else has.push(found)
  }
  return [...begins, ...has].slice(0, Math.max(0, most))
}
