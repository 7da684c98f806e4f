/** What a node lacks for a pod. */
import type { ResourceAmounts } from '../../../api/podRequests.ts'
import type { NodeInfo } from '../../framework/nodeInfo.ts'
import type { PodShape } from '../../framework/podInfo.ts'
import { type Status, success } from '../../framework/status.ts'

export interface Insufficient {
  readonly resource: string
  readonly requested: number
  readonly used: number
  readonly capacity: number
}

export interface FitResult {
  readonly status: Status
  readonly insufficient: readonly Insufficient[]
}

const everythingFits: FitResult = { status: success, insufficient: [] }

/** Resources that count before any other, in the order that the reasons are given. */
const nativeResources = ['cpu', 'memory', 'ephemeral-storage']

/** `ignored`: extended resources that a profile leaves to an extender; the default profile ignores none. */
export function insufficientResources(
  shape: PodShape,
  node: NodeInfo,
  ignored: (resource: string) => boolean = () => false,
): FitResult {
  const insufficient: Insufficient[] = []
  const capacityForPods = node.allocatable.pods ?? 0
  if (node.podCount + 1 > capacityForPods) {
    insufficient.push({ resource: 'pods', requested: 1, used: node.podCount, capacity: capacityForPods })
  }
  for (const resource of requestedInOrder(shape)) {
    const requested = shape.requests[resource] as number
    const used = node.requested[resource] ?? 0
    const capacity = node.allocatable[resource] ?? 0
    if (ignored(resource)) continue
    if (requested > capacity - used) insufficient.push({ resource, requested, used, capacity })
  }
  return insufficient.length === 0 ? everythingFits : { status: statusOf(insufficient), insufficient }
}

/** Whether the pod would fit into an empty node with these resources. */
export function fits(shape: PodShape, allocatable: ResourceAmounts): boolean {
  return (
    (allocatable.pods ?? 0) >= 1 &&
    shape.resourceNames.every((name) => (shape.requests[name] as number) <= (allocatable[name] ?? 0))
  )
}

/** Deleting pods cannot help where the request exceeds the whole node. */
function statusOf(insufficient: readonly Insufficient[]): Status {
  const hopeless = insufficient.some(({ requested, capacity }) => requested > capacity)
  return {
    code: hopeless ? 'UnschedulableAndUnresolvable' : 'Unschedulable',
    reasons: insufficient.map(({ resource }) =>
      resource === 'pods' ? 'Too many pods' : `Insufficient ${resource}`,
    ),
  }
}

function requestedInOrder(shape: PodShape): string[] {
  const requested = shape.resourceNames.filter((name) => (shape.requests[name] as number) > 0)
  const native = nativeResources.filter((name) => requested.includes(name))
  return [...native, ...requested.filter((name) => !nativeResources.includes(name)).sort()]
}
