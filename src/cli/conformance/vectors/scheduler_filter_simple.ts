import type { Affinity } from '../../../sim/api/types/index.ts'
import { pluginNamed } from '../../../sim/scheduler/framework/registry.ts'
import type { Status } from '../../../sim/scheduler/framework/status.ts'
import { nodeAffinity } from '../../../sim/scheduler/plugins/nodeAffinity/index.ts'
import { compare } from '../difference.ts'
import { cycleOf, filterBy, type Shape } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly plugin: string
  readonly input: {
    readonly pod: Shape
    readonly node?: Shape
    readonly nodeName?: string
    readonly nodeLabels?: Readonly<Record<string, string>> | null
    readonly addedAffinity?: Affinity['nodeAffinity']
    readonly existingPods?: readonly Shape[]
  }
  readonly expected: Status
}

/** Until 1.34 the reason named the taint. */
const olderTaintReason = /^node\(s\) had untolerated taint \{.*\}$/

export default function run({ plugin, input, expected }: Case): Verdict {
  const { pod, nodeName = '', nodeLabels, existingPods = [] } = input
  const node = input.node ?? { metadata: { name: nodeName, labels: nodeLabels ?? {} } }
  const name = node.metadata?.name
  const placed = existingPods.map((one) => ({ ...one, spec: { ...one.spec, nodeName: name } }))
  const chosen = input.addedAffinity ? nodeAffinity(input.addedAffinity) : pluginNamed(plugin)
  const [status] = filterBy(chosen, cycleOf({ pod, nodes: [node], existingPods: placed }))
  const reasons = expected.reasons.map((reason) =>
    olderTaintReason.test(reason) ? 'node(s) had untolerated taint(s)' : reason,
  )
  return compare(status, { code: expected.code, reasons })
}
