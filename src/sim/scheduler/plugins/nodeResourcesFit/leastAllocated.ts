/** Scores by free and by used share (noderesources/{least,most}_allocated.go, v1.36). Whole-number division throughout. */
import { maxNodeScore } from '../../framework/plugin.ts'

/** The weighted mean of the free percentages. `requested` includes the pod; a resource a node lacks is left out. */
export function leastAllocated(
  requested: readonly number[],
  allocatable: readonly number[],
  weights: readonly number[] = [1, 1],
): number {
  return weightedMean(requested, allocatable, weights, freeShare)
}

/** The same of cpu and memory with equal weights: asked for with every pod that gets a node, so it makes no lists. */
export function leastAllocatedOfTwo(
  usedCpu: number,
  usedMemory: number,
  cpu: number,
  memory: number,
): number {
  if (cpu === 0) return memory === 0 ? 0 : freeShare(usedMemory, memory)
  if (memory === 0) return freeShare(usedCpu, cpu)
  return Math.floor((freeShare(usedCpu, cpu) + freeShare(usedMemory, memory)) / 2)
}

/** In percent. */
function freeShare(used: number, capacity: number): number {
  return used > capacity ? 0 : Math.floor(((capacity - used) * maxNodeScore) / capacity)
}

/** The weighted mean of the used percentages. */
export function mostAllocated(
  requested: readonly number[],
  allocatable: readonly number[],
  weights: readonly number[] = [1, 1],
): number {
  return weightedMean(requested, allocatable, weights, (used, capacity) =>
    Math.floor((Math.min(used, capacity) * maxNodeScore) / capacity),
  )
}

function weightedMean(
  requested: readonly number[],
  allocatable: readonly number[],
  weights: readonly number[],
  share: (used: number, capacity: number) => number,
): number {
  let sum = 0
  let weightSum = 0
  for (let i = 0; i < requested.length; i++) {
    const capacity = allocatable[i] as number
    if (capacity === 0) continue
    sum += (weights[i] as number) * share(requested[i] as number, capacity)
    weightSum += weights[i] as number
  }
  return weightSum === 0 ? 0 : Math.floor(sum / weightSum)
}
