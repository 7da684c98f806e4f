import {
  containersReady,
  type ObservedPod,
  podInitialized,
  podReady,
} from '../../../sim/api/podConditions.ts'
import type { ContainerStatus, PodCondition, PodPhase, PodSpec } from '../../../sim/api/types/index.ts'
import { compareFields } from '../difference.ts'
import { notModelled, type Verdict } from '../vectors.ts'

interface Case {
  readonly input: {
    readonly spec: PodSpec
    readonly podPhase: PodPhase
    readonly containerStatuses: readonly ContainerStatus[] | null
    readonly conditions: readonly PodCondition[]
  }
  readonly expected: { readonly type: string; readonly status: string; readonly reason?: string }
}

export default function run({ input, expected }: Case): Verdict {
  const statuses = input.containerStatuses ?? undefined
  const pod = { spec: input.spec, phase: input.podPhase, statuses }
  const condition = judge(expected.type, pod, input.conditions)
  if (!condition) return `${notModelled} ${expected.type}`
  return compareFields({ reason: '', message: '', ...condition }, expected)
}

function judge(type: string, pod: ObservedPod, conditions: readonly PodCondition[]) {
  if (type === 'ContainersReady') return containersReady(pod)
  if (type === 'Ready') return podReady(pod, conditions ?? [])
  return type === 'Initialized' ? podInitialized(pod) : undefined
}
