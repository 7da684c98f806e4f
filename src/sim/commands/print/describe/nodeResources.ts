/** Which pods a node runs, and how much of it they ask for. */
import { ageOf } from '../../../api/age.ts'
import { Pods } from '../../../api/kinds/pod/index.ts'
import { isPodTerminal } from '../../../api/podReadiness.ts'
import { type Amount, toMilli, toWhole } from '../../../api/quantity.ts'
import { canonicalText } from '../../../api/quantityText.ts'
import type { Node, Pod, ResourceList } from '../../../api/types/index.ts'
import type { DescribeContext } from './describer.ts'
import type { Description } from './description.ts'
import { type Amounts, podAmounts, sum } from './podAmounts.ts'

/** Shown in this order, with their share of the node; huge pages follow, then what is special to the node. */
const standard = ['cpu', 'memory', 'ephemeral-storage']

export function describeNodeResources(
  out: Description,
  node: Node,
  { reader, nowSeconds }: DescribeContext,
): void {
  const allocatable = node.status.allocatable ?? node.status.capacity ?? {}
  const pods = reader
    .byIndex(Pods, 'node', node.metadata.name)
    .filter((pod) => !isPodTerminal(pod))
    .sort(byKey)
    .map((pod) => ({ pod, requests: podAmounts(pod, 'requests'), limits: podAmounts(pod, 'limits') }))

  out.field(0, 'Non-terminated Pods', `(${pods.length} in total)`)
  out.line(1, 'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge')
  out.line(1, '---------\t----\t\t------------\t----------\t---------------\t-------------\t---')
  for (const { pod, requests, limits } of pods) {
    const shares = ['cpu', 'memory'].flatMap((name) =>
      [requests, limits].map((one) => share(one, name, allocatable)),
    )
    out.line(1, [pod.metadata.namespace, pod.metadata.name, '', ...shares, ageOf(pod, nowSeconds)].join('\t'))
  }
  describeTotals(
    out,
    allocatable,
    sum(pods.map(({ requests }) => requests)),
    sum(pods.map(({ limits }) => limits)),
  )
}

function byKey({ metadata: left }: Pod, { metadata: right }: Pod): number {
  const a = `${left.namespace}/${left.name}`
  const b = `${right.namespace}/${right.name}`
  return a < b ? -1 : a > b ? 1 : 0
}

function describeTotals(
  out: Description,
  allocatable: ResourceList,
  requests: Amounts,
  limits: Amounts,
): void {
  out.line(0, 'Allocated resources:')
  out.line(1, '(Total limits may be over 100 percent, i.e., overcommitted.)')
  out.line(1, 'Resource\tRequests\tLimits')
  out.line(1, '--------\t--------\t------')
  const names = Object.keys(allocatable).sort()
  const hugePages = names.filter((name) => name.startsWith('hugepages-'))
  for (const name of [...standard, ...hugePages]) {
    out.line(1, `${name}\t${share(requests, name, allocatable)}\t${share(limits, name, allocatable)}`)
  }
  const known = new Set([...standard, ...hugePages, 'pods'])
  for (const name of names.filter((name) => !known.has(name))) {
    out.line(1, `${name}\t${amountText(requests[name])}\t${amountText(limits[name])}`)
  }
}

/** "100m (1%)": percents are cut, not rounded; of nothing, there is no share. */
function share(amounts: Amounts, name: string, allocatable: ResourceList): string {
  const text = amountText(amounts[name])
  const measure = name === 'cpu' ? toMilli : toWhole
  const whole = measure(allocatable[name] ?? '0')
  return `${text} (${whole === 0 ? 0 : Math.trunc((measure(text) / whole) * 100)}%)`
}

function amountText(amount: Amount | undefined): string {
  return amount === undefined ? '0' : canonicalText(amount)
}
