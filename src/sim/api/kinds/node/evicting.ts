/** The taints of a node that pods must tolerate to stay, not only to come. */
import type { Node, Taint } from '../../types/index.ts'

const noTaints: readonly Taint[] = []

export function evictingTaints(node: Node | undefined): readonly Taint[] {
  return hasEvictingTaint(node) ? (node?.spec.taints ?? []).filter(isEvicting) : noTaints
}

/** The one key under which nodes with such taints are filed. */
export const evicting = 'evicting'

export function evictingKey(node: Node): string | undefined {
  return hasEvictingTaint(node) ? evicting : undefined
}

function hasEvictingTaint(node: Node | undefined): boolean {
  return node?.spec.taints?.some(isEvicting) === true
}

function isEvicting({ effect }: Taint): boolean {
  return effect === 'NoExecute'
}
