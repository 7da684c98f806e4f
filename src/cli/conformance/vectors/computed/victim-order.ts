import { chooseVictims, deletionCostAnnotation } from '../../../../sim/controllers/replicaset/victims.ts'
import { compare } from '../../difference.ts'
import { now, podOf } from '../../shapes.ts'
import type { Verdict } from '../../vectors.ts'

interface PodRow {
  readonly Name: string
  readonly UID: string
  readonly Node: string
  readonly Phase: string
  readonly Ready: boolean
  readonly ReadyAge: number
  readonly Age: number
  readonly Restarts: number
  readonly Cost?: string
  readonly Related: boolean
}

/** Asking for all but one victim ranks the pods; the last one left closes the order. */
export default function run(testCase: {
  pods: readonly PodRow[]
  deletionOrder: readonly string[]
}): Verdict {
  const all = testCase.pods.map(podOfRow)
  const own = all.filter((_, i) => testCase.pods[i]?.Related === false)
  const victims = own.length < 2 ? own : chooseVictims(own, all, own.length - 1, now)
  const order = [...victims, ...own.filter((pod) => !victims.includes(pod))]
  return compare(
    order.map((pod) => pod.metadata.name),
    testCase.deletionOrder,
  )
}

function podOfRow(row: PodRow) {
  return podOf({
    name: row.Name,
    uid: row.UID,
    nodeName: row.Node,
    phase: row.Phase,
    ready: row.Ready,
    readySecondsAgo: row.ReadyAge,
    createdSecondsAgo: row.Age,
    restarts: row.Restarts,
    ...(row.Cost !== undefined && { annotations: { [deletionCostAnnotation]: row.Cost } }),
  })
}
