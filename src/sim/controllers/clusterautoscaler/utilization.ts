/**
 * How much of a node its pods ask for (cluster-autoscaler/simulator/utilization/info.go): the larger of the shares of CPU
 * and memory; on a node with accelerators, the share of those alone.
 */
import { controllerOf } from '../../api/kinds/owners.ts'
import { amountsOf, podRequests } from '../../api/podRequests.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import { parseTime } from '../../core/clock.ts'

export interface Utilization {
  readonly cpu: number
  readonly memory: number
  /** The resource that decides. */
  readonly resource: string
  readonly share: number
}

export interface Skipped {
  readonly daemonSets: boolean
  readonly mirrors: boolean
}

/** DaemonSet and mirror pods count unless it is told otherwise: the defaults of 1.36. */
export const nothingSkipped: Skipped = { daemonSets: false, mirrors: false }

const accelerator = 'nvidia.com/gpu'
const podLongTerminatingExtra = 30

export function utilizationOf(
  node: Node,
  pods: readonly Pod[],
  nowSeconds: number,
  skipped: Skipped = nothingSkipped,
): Utilization {
  const share = (resource: string) => shareOf(resource, node, pods, nowSeconds, skipped)
  if ((amountsOf(node.status.allocatable)[accelerator] ?? 0) > 0) {
    return { cpu: 0, memory: 0, resource: accelerator, share: share(accelerator) }
  }
  const cpu = share('cpu')
  const memory = share('memory')
  return cpu > memory
    ? { cpu, memory, resource: 'cpu', share: cpu }
    : { cpu, memory, resource: 'memory', share: memory }
}

/** Pods that are left out are taken off what the node has, too. */
function shareOf(
  resource: string,
  node: Node,
  pods: readonly Pod[],
  nowSeconds: number,
  skipped: Skipped,
): number {
  let asked = 0
  let leftOut = 0
  for (const pod of pods) {
    const amount = podRequests(pod.spec)[resource] ?? 0
    if ((skipped.daemonSets && isDaemonSetPod(pod)) || (skipped.mirrors && isMirrorPod(pod)))
      leftOut += amount
    else if (!isLongTerminating(pod, nowSeconds)) asked += amount
  }
  const has = amountsOf(node.status.allocatable)[resource] ?? 0
  return has === 0 ? 0 : asked / (has - leftOut)
}

export function isDaemonSetPod(pod: Pod): boolean {
  if (controllerOf(pod)?.kind === 'DaemonSet') return true
  return pod.metadata.annotations?.['cluster-autoscaler.kubernetes.io/daemonset-pod'] === 'true'
}

export function isMirrorPod({ metadata }: Pod): boolean {
  return metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined
}

/** It should have been gone for half a minute: nobody waits for it any more. */
export function isLongTerminating({ metadata, spec }: Pod, nowSeconds: number): boolean {
  if (metadata.deletionTimestamp === undefined) return false
  const grace = spec.terminationGracePeriodSeconds ?? 30
  const asked = parseTime(metadata.deletionTimestamp) - (metadata.deletionGracePeriodSeconds ?? 0)
  return asked + grace + podLongTerminatingExtra < nowSeconds
}
