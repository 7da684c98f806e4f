import {
  leastAllocated,
  mostAllocated,
} from '../../../sim/scheduler/plugins/nodeResourcesFit/leastAllocated.ts'
import { compareFields } from '../difference.ts'
import { type ClusterShape, cycleOf } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Formula {
  readonly requestedMilliCPU: number
  readonly requestedMemory: number
  readonly allocatableMilliCPU: number
  readonly allocatableMemory: number
}

interface Case {
  readonly kind: 'LeastAllocated' | 'MostAllocated' | 'formula'
  readonly input: Formula &
    ClusterShape & { readonly resourceWeights: { readonly cpu: number; readonly memory: number } }
  readonly expected: { readonly scores: Readonly<Record<string, number>> }
}

export default function run({ kind, input, expected }: Case): Verdict {
  if (kind === 'formula') return compareFields(formulas(input), expected)
  const score = kind === 'LeastAllocated' ? leastAllocated : mostAllocated
  const { cpu, memory } = input.resourceWeights
  const { shape, snapshot } = cycleOf(input)
  const scores = snapshot.nodes.map(({ name, allocatable, nonZeroCpu, nonZeroMemory }) => [
    name,
    score(
      [nonZeroCpu + shape.nonZeroCpu, nonZeroMemory + shape.nonZeroMemory],
      [allocatable.cpu ?? 0, allocatable.memory ?? 0],
      [cpu, memory],
    ),
  ])
  return compareFields(Object.fromEntries(scores), expected.scores)
}

function formulas(input: Formula) {
  const requested = [input.requestedMilliCPU, input.requestedMemory]
  const allocatable = [input.allocatableMilliCPU, input.allocatableMemory]
  return {
    leastAllocated: leastAllocated(requested, allocatable),
    mostAllocated: mostAllocated(requested, allocatable),
    leastAllocatedWeightsCpu3Mem1: leastAllocated(requested, allocatable, [3, 1]),
    mostAllocatedWeightsCpu3Mem1: mostAllocated(requested, allocatable, [3, 1]),
  }
}
