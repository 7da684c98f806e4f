/** Which images lie on how many nodes (pkg/scheduler/framework: ImageStateSummary, v1.36). */
import type { Node } from '../../api/types/index.ts'

export interface ImageSpread {
  readonly nodeCount: number
  /** The number of nodes that hold the image of this full name. */
  nodesWith(image: string): number
  /** Whether every node holds it in the same size, or none holds it: then it tells no two nodes apart. */
  isEven(image: string): boolean
}

/** Image names to sizes, as a node reports them. */
export function imageSizes(node: Node): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const image of node.status.images ?? []) {
    for (const name of image.names ?? []) sizes.set(name, image.sizeBytes ?? 0)
  }
  return sizes
}

/** The spread over a fixed list of nodes. */
export function imageSpreadOver(
  nodes: readonly { readonly images: ReadonlyMap<string, number> }[],
): ImageSpread {
  const holders = new Map<string, number>()
  for (const node of nodes) {
    for (const name of node.images.keys()) holders.set(name, (holders.get(name) ?? 0) + 1)
  }
  return {
    nodeCount: nodes.length,
    nodesWith: (image) => holders.get(image) ?? 0,
    isEven: (image) => new Set(nodes.map(({ images }) => images.get(image))).size <= 1,
  }
}
