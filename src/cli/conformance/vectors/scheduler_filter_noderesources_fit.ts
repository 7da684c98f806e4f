import { NodeInfo } from '../../../sim/scheduler/framework/nodeInfo.ts'
import { podShape } from '../../../sim/scheduler/framework/podInfo.ts'
import {
  type Insufficient,
  insufficientResources,
} from '../../../sim/scheduler/plugins/nodeResourcesFit/fit.ts'
import { compare } from '../difference.ts'
import { nodeOf, podOf, type Shape } from '../schedulerShapes.ts'
import { notModelled, type Verdict } from '../vectors.ts'

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
