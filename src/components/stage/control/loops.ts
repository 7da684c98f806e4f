/** Which loops are told of first, and which never fold away. */
import type { LoopCard, Step, World } from '../../../state/index.ts'

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

/** What all kubelets have not come to yet. */
export function kubeletQueue({ loops }: Pick<World, 'loops'>): number {
  return loops.find((loop) => !isOfControlPlane(loop))?.queue ?? 0
}

export function inOrderOfInterest(loops: readonly LoopCard[]): readonly LoopCard[] {
  return [...loops].sort((a, b) => rank(a) - rank(b))
}

/**
 * Those that are shown where only some have room, in their order: all that a step of a lesson speaks of, then those that
 * sleep, and then the first.
 */
export function unfolded(
  loops: readonly LoopCard[],
  room: number,
  step: Step | undefined,
): readonly LoopCard[] {
  const told = step === undefined ? '' : JSON.stringify(step)
  const claim = ({ name, asleep }: LoopCard) => (told.includes(name) ? 2 : Number(asleep))
  const claims = loops.map((loop) => ({ loop, claim: claim(loop) }))
  const count = Math.max(room, claims.filter(({ claim }) => claim === 2).length)
  const chosen = new Set(
    [...claims]
      .sort((a, b) => b.claim - a.claim)
      .slice(0, count)
      .map(({ loop }) => loop),
  )
  return loops.filter((loop) => chosen.has(loop))
}

function rank({ name }: LoopCard): number {
  const place = first.indexOf(name)
  return place < 0 ? first.length : place
}
