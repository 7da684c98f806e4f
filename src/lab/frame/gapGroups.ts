/**
 * Gaps of one kind stand together once there are many: the ledger tells what is missing, not how long the list is. What is in
 * a group is told where somebody has opened it.
 */
import {
  type Attention,
  type GapCard,
  type GapGroup,
  type GapGroups,
  mostGaps,
  type WaitingFor,
} from './format.ts'
import { isSameCard } from './sameCard.ts'

/** So many of a kind stand each for themselves. */
const mostAlone = 2

/** `gaps` oldest first; so are the groups, by their oldest. */
export function groupsOf(gaps: readonly GapCard[], openGroups: readonly string[]): readonly GapGroup[] {
  const together = new Map<string, GapCard[]>()
  for (const gap of gaps) {
    const key = keyOf(gap)
    const others = together.get(key)
    if (others === undefined) together.set(key, [gap])
    else others.push(gap)
  }
  return [...together]
    .flatMap(([key, alike]) =>
      alike.length > mostAlone ? [groupOf(key, alike, openGroups.includes(key))] : alike.map(alone),
    )
    .sort((a, b) => a.oldest.since - b.oldest.since)
}

/** The groups as they were told last. */
export class ShownGroups {
  #shown: readonly GapGroup[] | undefined

  /** Undefined: nothing has changed. */
  take(gaps: readonly GapCard[], { openGroups }: Attention): GapGroups | undefined {
    const groups = groupsOf(gaps, openGroups)
    const known = new Map(this.#shown?.map((group) => [group.key, group]))
    const changed = groups.filter((group) => !isSameCard(group, known.get(group.key)))
    const isSameList =
      groups.length === this.#shown?.length && groups.every(({ key }, i) => key === this.#shown?.[i]?.key)
    if (isSameList && changed.length === 0) return undefined
    this.#shown = groups
    return { keys: groups.map(({ key }) => key), changed }
  }

  clear(): void {
    this.#shown = undefined
  }
}

function groupOf(key: string, gaps: readonly GapCard[], isOpen: boolean): GapGroup {
  const waits = waitingOfAll(gaps)
  return {
    key,
    count: gaps.length,
    oldest: gaps[0] as GapCard,
    ...(waits === undefined ? {} : { waitingFor: waits }),
    ...(isOpen ? { members: gaps.slice(0, mostGaps) } : {}),
  }
}

function alone(gap: GapCard): GapGroup {
  const { waitingFor } = gap
  const key = `${gap.namespace}/${gap.object}/${gap.field}`
  return { key, count: 1, oldest: gap, ...(waitingFor === undefined ? {} : { waitingFor }) }
}

/** A name or a time only where it is the same for each. */
function waitingOfAll(gaps: readonly GapCard[]): WaitingFor | undefined {
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

/** Alike: the same thing missing of the same kind, for the same reason, with the same owner. */
function keyOf(gap: GapCard): string {
  const { field, owner, namespace, waitingFor, object } = gap
  const kind = object.slice(0, object.indexOf('/'))
  const own = kind === 'pod' || kind === 'node' ? '' : object
  return [kind, field, owner, gap.actual, namespace, own, waitingFor?.reason].join(' ')
}
