/** The slot of an object by its name, among those the screen knows; 0: it is not there (any more). */
import type { World } from '../../state/index.ts'

interface Named {
  readonly slot: number
  readonly name: string
  readonly namespace?: string
}

/** `object`: "pod/web-1". Without a namespace the first of that name. */
export function slotOf(world: World, object: string, namespace?: string): number {
  const [kind = '', name = ''] = object.split('/')
  if (kind === 'pod') return world.pods.named(name, namespace)
  const isIt = (one: Named) =>
    one.name === name &&
    (namespace === undefined || one.namespace === undefined || one.namespace === namespace)
  return cardsOf(world, kind).find(isIt)?.slot ?? 0
}

function cardsOf(world: World, kind: string): readonly Named[] {
  switch (kind) {
    case 'node':
      return [...world.nodes.values()]
    case 'deployment':
      return [...world.deployments.values()]
    case 'replicaset':
      return [...world.replicaSets.values()]
    case 'service':
      return [...world.services.values()]
    default:
      return []
  }
}
