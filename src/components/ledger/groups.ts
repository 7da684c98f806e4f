/** Gaps of one kind stand together once there are many: the ledger tells what is missing, not how long the list is. */
import type { GapCard, WaitingFor } from '../../state/index.ts'
import { kindOf } from './saying.ts'

export interface GapGroup {
  /** Which gaps belong to it: the same group keeps its key while its gaps come and go. */
  readonly key: string
  /** Oldest first. */
  readonly gaps: readonly GapCard[]
}

/** So many of a kind stand each for themselves. */
const mostAlone = 2

/** `gaps` oldest first; so are the groups, by their oldest. */
export function groupsOf(gaps: readonly GapCard[]): readonly GapGroup[] {
  const together = new Map<string, GapCard[]>()
  for (const gap of gaps) {
    const key = keyOf(gap)
    const others = together.get(key)
    if (others === undefined) together.set(key, [gap])
    else others.push(gap)
  }
  return [...together]
    .flatMap(([key, alike]) => (alike.length > mostAlone ? [{ key, gaps: alike }] : alike.map(alone)))
    .sort((a, b) => sinceOf(a) - sinceOf(b))
}

/** What all of a group wait for: a name or a time only where it is the same for each. */
export function waitingOfAll(gaps: readonly GapCard[]): WaitingFor | undefined {
  const [first] = gaps
  if (first?.waitingFor === undefined) return undefined
  const { reason, name, until } = first.waitingFor
  const isShared = (part: 'name' | 'until') =>
    gaps.every(({ waitingFor }) => waitingFor?.[part] === first.waitingFor?.[part])
  return {
    reason,
    ...(name !== undefined && isShared('name') ? { name } : {}),
    ...(until !== undefined && isShared('until') ? { until } : {}),
  }
}

function alone(gap: GapCard): GapGroup {
  return { key: `${gap.namespace}/${gap.object}/${gap.field}`, gaps: [gap] }
}

/** Alike: the same thing missing of the same kind, for the same reason, with the same owner. */
function keyOf(gap: GapCard): string {
  const { field, owner, namespace, waitingFor } = gap
  const isPodOrNode = ['pod', 'node'].includes(kindOf(gap))
  const own = isPodOrNode ? '' : gap.object
  return [kindOf(gap), field, owner, gap.actual, namespace, own, waitingFor?.reason].join(' ')
}

function sinceOf({ gaps: [oldest] }: GapGroup): number {
  return oldest?.since ?? 0
}
