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
  const named = engine.state.registry.nameAt(slot)
  return named && [slot, named.namespace ?? '', named.name]
}

export function namesOf(world: Simulation, slots: readonly number[]): readonly PodName[] {
  return slots.flatMap((slot) => {
    const name = podName(world, slot)
    return name === undefined ? [] : [name]
  })
}

/**
 * Nodes and pods with all words of `text` in their names: nodes first, and of each those first whose names begin with it.
 * "pod/web-1" is looked for among pods only.
 */
export function findNamed(world: Simulation, text: string, most: number): readonly Found[] {
  const [, kind, rest = ''] = /^\s*(?:(node|pod)s?\/)?(.*)$/s.exec(text.toLowerCase()) ?? []
  const words = rest.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const nodes = kind === 'pod' ? [] : findOf(world, 'node', kindId(Nodes), words, most)
  if (kind === 'node') return nodes
  return [...nodes, ...findOf(world, 'pod', kindId(Pods), words, most - nodes.length)]
}

function findOf(
  { engine }: Simulation,
  kind: Found['kind'],
  shelf: number,
  [first = '', ...others]: readonly string[],
  most: number,
): readonly Found[] {
  const begins: Found[] = []
  const has: Found[] = []
  const { registry } = engine.state
  for (const slot of registry.names(shelf).slots()) {
    if (begins.length >= most) break
    const { name = '', namespace = '' } = registry.nameAt(slot) ?? {}
    const at = name.indexOf(first)
    if (at < 0 || !others.every((word) => name.includes(word)) || (at > 0 && has.length >= most)) continue
    const found = { kind, slot, namespace, name }
    if (at === 0) begins.push(found)
    else has.push(found)
  }
  return [...begins, ...has].slice(0, Math.max(0, most))
}
