import { NodeInfo } from '../../../sim/scheduler/framework/nodeInfo.ts'
import { podShape } from '../../../sim/scheduler/framework/podInfo.ts'
import {
  type Insufficient,
  insufficientResources,
} from '../../../sim/scheduler/plugins/nodeResourcesFit/fit.ts'
import { compare } from '../difference.ts'
import { nodeOf, podOf, type Shape } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: {
    readonly pod: Shape
    readonly existingPods: readonly Shape[]
    readonly nodeAllocatable: Readonly<Record<string, string>>
    readonly ignoredResources?: readonly string[]
    readonly ignoredResourceGroups?: readonly string[]
  }
  readonly expected: {
    readonly code: string
    readonly reasons: readonly string[]
    readonly insufficient?: readonly Insufficient[]
  }
}

/** Since 1.33 a request beyond the whole node is unresolvable; the reasons are the same. */
const codeBefore = (code: string) => (code === 'UnschedulableAndUnresolvable' ? 'Unschedulable' : code)

export default function run({ input, expected }: Case): Verdict {
  const { ignoredResources = [], ignoredResourceGroups = [] } = input
  const ignored = (name: string) =>
    ignoredResources.includes(name) || ignoredResourceGroups.some((group) => name.startsWith(`${group}/`))
  const placed = input.existingPods.map((one, i) => podOf(one, `existing-${i}`))
  const node = new NodeInfo(nodeOf({ status: { allocatable: input.nodeAllocatable } }), placed)
  const { status, insufficient } = insufficientResources(
    podShape(podOf(input.pod, 'pod').spec),
    node,
    ignored,
  )
  const { code, reasons } = status
  const listed = expected.insufficient?.map(({ resource, requested, used, capacity }) => ({
    resource,
    requested,
    used,
    capacity,
  }))
  return compare(
    { code: codeBefore(code), reasons, insufficient: listed && insufficient },
    { code: expected.code, reasons: expected.reasons, insufficient: listed },
  )
}
