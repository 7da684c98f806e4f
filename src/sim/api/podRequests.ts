/**
 * What a pod asks of a node (k8s.io/component-helpers/resource, Kubernetes v1.36): containers run together, init
 * containers one after the other before them, sidecars beside both; overhead comes on top.
 */
import { toMilli, toWhole } from './quantity.ts'
import type { Container, PodSpec, ResourceList, ResourceRequirements } from './types/index.ts'

/** Milli-cores under "cpu", whole units (bytes, pieces) under any other name. */
export type ResourceAmounts = Readonly<Record<string, number>>

/** `missing`: what a container without a request for these resources counts with. */
export function podRequests(spec: PodSpec, missing?: ResourceList): ResourceAmounts {
  return total(spec, 'requests', (list) => amountsOf(missing ? { ...missing, ...list } : list))
}

/** Overhead counts only where a limit exists. */
export function podLimits(spec: PodSpec): ResourceAmounts {
  return total(spec, 'limits', amountsOf)
}

export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always'
}

export function amountsOf(list: ResourceList | undefined): ResourceAmounts {
  const amounts: Record<string, number> = {}
  for (const name in list) amounts[name] = amountOf(name, list[name] as string)
  return amounts
}

/** Resources that a pod as a whole may ask for; then its containers' don't count. */
function isPodLevel(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith('hugepages-')
}

type Side = keyof ResourceRequirements
type Amounts = Record<string, number>

function total(
  spec: PodSpec,
  side: Side,
  read: (list: ResourceList | undefined) => ResourceAmounts,
): Amounts {
  const running: Amounts = {}
  for (const container of spec.containers ?? []) add(running, read(container.resources?.[side]))
  const starting: Amounts = {}
  const sidecars: Amounts = {}
  for (const container of spec.initContainers ?? []) {
    const own = read(container.resources?.[side])
    if (isSidecar(container)) {
      add(sidecars, own)
      raise(starting, sidecars)
    } else {
      raise(starting, sumOf(sidecars, own))
    }
  }
  add(running, sidecars)
  raise(running, starting)
  const whole = amountsOf(spec.resources?.[side])
  for (const name in whole) if (isPodLevel(name)) running[name] = whole[name] as number
  add(running, overhead(spec, side, running))
  return running
}

function overhead(spec: PodSpec, side: Side, running: ResourceAmounts): ResourceAmounts {
  const amounts = amountsOf(spec.overhead)
  if (side === 'requests') return amounts
  return Object.fromEntries(Object.entries(amounts).filter(([name]) => (running[name] ?? 0) > 0))
}

function amountOf(name: string, quantity: string): number {
  return name === 'cpu' ? toMilli(quantity) : toWhole(quantity)
}

function sumOf(a: ResourceAmounts, b: ResourceAmounts): Amounts {
  const sum = { ...a }
  add(sum, b)
  return sum
}

function add(onto: Amounts, amounts: ResourceAmounts): void {
  for (const name in amounts) onto[name] = (onto[name] ?? 0) + (amounts[name] as number)
}

function raise(to: Amounts, amounts: ResourceAmounts): void {
  for (const name in amounts) to[name] = Math.max(to[name] ?? 0, amounts[name] as number)
}
