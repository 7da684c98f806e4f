/**
 * How far apart keyframes lie. A stride is what there should be to play again between two of them: so many writes, or so
 * many requests, or a part of each. What a world has done is both, and never less later on.
 */
import type { Simulation } from '../sim/world/simulation.ts'

/** All that a world has done since it began. */
export interface Progress {
  readonly writes: number
  readonly requests: number
}

export const noProgress: Progress = { writes: 0, requests: 0 }

export type Stride = Progress

/**
 * A small world comes back the sooner the fewer writes there are to make again; a large one has more to take down each time,
 * and makes each the quicker. With those of the tick in which a keyframe falls due, a seek makes at most 25,000 again.
 */
const mostWrites = 23_000
const leastWrites = 2500
const writesPerObject = 0.75

/** Of any world: they take a small one 0.1 s, and one of 30,000 pods that are all asked for something 0.6 s. */
const requests = 150_000

const denseStride: Stride = { writes: 200, requests: 800 }

export function progressOf({ engine, components }: Simulation): Progress {
  return { writes: engine.state.registry.head, requests: components.network.begun }
}

/** Of a world of the size that it has now. */
export function strideOf({ engine }: Simulation, isDense: boolean): Stride {
  if (isDense) return denseStride
  const bySize = writesPerObject * engine.state.registry.liveCount
  return { writes: Math.min(mostWrites, Math.max(leastWrites, bySize)), requests }
}

/** Strides from one moment to another. */
export function distance(from: Progress, to: Progress, stride: Stride): number {
  return (to.writes - from.writes) / stride.writes + (to.requests - from.requests) / stride.requests
}
