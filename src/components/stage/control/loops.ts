/** Which loops are told of first. */
import type { LoopCard } from '../../../state/index.ts'

const first = [
  'deployment-controller',
  'replicaset-controller',
  'default-scheduler',
  'node-lifecycle-controller',
  'endpointslice-controller',
  'taint-eviction-controller',
]

/** The kubelets are loops as well, but they live on the nodes. */
export function isOfControlPlane({ name }: LoopCard): boolean {
  return name !== 'kubelet'
}

export function inOrderOfInterest(loops: readonly LoopCard[]): readonly LoopCard[] {
  return [...loops].sort((a, b) => rank(a) - rank(b))
}

function rank({ name }: LoopCard): number {
  const place = first.indexOf(name)
  return place < 0 ? first.length : place
}
