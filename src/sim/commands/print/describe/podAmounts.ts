/** What a pod asks for in all: its containers together, or its greediest step of initialisation if that is more. */
import { isSidecar } from '../../../api/podRequests.ts'
import { type Amount, addAmounts, compareAmounts, parseQuantity } from '../../../api/quantity.ts'
import type { Pod, ResourceList } from '../../../api/types/index.ts'

export type Amounts = Readonly<Record<string, Amount>>

/** Pod-level resources replace the sum; overhead comes on top (of limits, only where there is a limit). */
export function podAmounts({ spec }: Pod, which: 'requests' | 'limits'): Amounts {
  const needed = { ...containersAmounts(spec, which), ...amountsOf(spec.resources?.[which]) }
  const overhead = Object.entries(amountsOf(spec.overhead)).filter(
    ([name]) => which === 'requests' || name in needed,
  )
  return sum([needed, Object.fromEntries(overhead)])
}

/** Sidecars start among the init containers and stay: they count for every step after their own. */
function containersAmounts(
  { containers, initContainers = [] }: Pod['spec'],
  which: 'requests' | 'limits',
): Amounts {
  let sidecars: Amounts = {}
  let most: Amounts = {}
  for (const container of initContainers) {
    const own = amountsOf(container.resources?.[which])
    const step = sum([sidecars, own])
    most = larger(most, step)
    if (isSidecar(container)) sidecars = step
  }
  const running = sum([sidecars, ...containers.map((container) => amountsOf(container.resources?.[which]))])
  return larger(running, most)
}

export function sum(lists: readonly Amounts[]): Amounts {
  return merged(lists, addAmounts)
}

function larger(left: Amounts, right: Amounts): Amounts {
  return merged([left, right], (a, b) => (compareAmounts(a, b) < 0 ? b : a))
}

function merged(lists: readonly Amounts[], join: (left: Amount, right: Amount) => Amount): Amounts {
  const out: Record<string, Amount> = {}
  for (const list of lists) {
    for (const [name, amount] of Object.entries(list)) {
      const before = out[name]
      out[name] = before === undefined ? amount : join(before, amount)
    }
  }
  return out
}

function amountsOf(list: ResourceList = {}): Amounts {
  return Object.fromEntries(Object.entries(list).map(([name, text]) => [name, parseQuantity(String(text))]))
}
