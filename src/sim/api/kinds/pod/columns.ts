import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { Pod } from '../../types/index.ts'
import { podSummary } from './summary.ts'

export const columns: readonly Column<Pod>[] = [
  { name: 'NAME', cell: (pod) => pod.metadata.name },
  { name: 'READY', cell: (pod, nowSeconds) => podSummary(pod, nowSeconds).ready },
  { name: 'STATUS', cell: (pod, nowSeconds) => podSummary(pod, nowSeconds).status },
  { name: 'RESTARTS', cell: (pod, nowSeconds) => podSummary(pod, nowSeconds).restarts },
  { name: 'AGE', cell: ageOf },
  { name: 'IP', wide: true, cell: (pod) => pod.status.podIPs?.[0]?.ip || '<none>' },
  { name: 'NODE', wide: true, cell: (pod) => pod.spec.nodeName || '<none>' },
  { name: 'NOMINATED NODE', wide: true, cell: (pod) => pod.status.nominatedNodeName || '<none>' },
  { name: 'READINESS GATES', wide: true, cell: readinessGates },
]

function readinessGates(pod: Pod): string {
  const gates = pod.spec.readinessGates ?? []
  if (gates.length === 0) return '<none>'
  const met = gates.filter(({ conditionType }) =>
    pod.status.conditions?.some(({ type, status }) => type === conditionType && status === 'True'),
  )
  return `${met.length}/${gates.length}`
}
