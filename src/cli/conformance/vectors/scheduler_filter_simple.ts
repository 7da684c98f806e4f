import type { Status } from '../../../sim/scheduler/framework/status.ts'
import { compare } from '../difference.ts'
import { cycleOf, filterBy, type Shape } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly plugin: string
  readonly input: { readonly pod: Shape; readonly node: Shape; readonly existingPods?: readonly Shape[] }
  readonly expected: Status
}

/** Until 1.34 the reason named the taint. */
const olderTaintReason = /^node\(s\) had untolerated taint \{.*\}$/

export default function run({ plugin, input, expected }: Case): Verdict {
  const { pod, node, existingPods = [] } = input
  const placed = existingPods.map((one) => ({ ...one, spec: { ...one.spec, nodeName: node.metadata?.name } }))
  const [status] = filterBy(plugin, cycleOf({ pod, nodes: [node], existingPods: placed }))
  const reasons = expected.reasons.map((reason) =>
    olderTaintReason.test(reason) ? 'node(s) had untolerated taint(s)' : reason,
  )
  return compare(status, { code: expected.code, reasons })
}
