/**
 * Gaps of one kind stand together once there are many: the ledger tells what is missing, not how long the list is. All are
 * counted; cards are made of the oldest, and of more where somebody has opened their group.
 */
import type { Tick } from '../../sim/core/clock.ts'
import { type GapCard, type GapGroup, type GapGroups, mostGaps, type WaitingFor } from './format.ts'
import { Oldest } from './oldest.ts'
import { isSameCard } from './sameCard.ts'

/** So many of a kind stand each for themselves. */
const mostAlone = 2
/** Groups that are told. What stands for itself beyond that is counted with the rest. */
const mostGroups = 100

/** What gaps of a group have in common. */
export interface Kind extends Pick<GapCard, 'field' | 'owner' | 'namespace' | 'actual'> {
  /** "pod/web-1" or, of a pod or a node, "pod/" will do. */
  readonly object: string
  readonly reason: WaitingFor['reason'] | undefined
}

/** `T`: what a card is made of. */
export class Grouping<T> {
  readonly #groups = new Map<string, Alike<T>>()
  readonly #openGroups: readonly string[]

  constructor(openGroups: readonly string[]) {
    this.#openGroups = openGroups
  }

  /** Where gaps of a kind are added. */
  of(kind: Kind): Alike<T> {
    const key = keyOf(kind)
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const group = new Alike<T>(key, this.#openGroups.includes(key))
    this.#groups.set(key, group)
    return group
  }

  /** The oldest first, and none of the large ones is missing. */
  list(cardOf: (of: T) => GapCard): readonly GapGroup[] {
    const all = [...this.#groups.values()].sort(isOlder)
    const large = all.filter((group) => group.isLarge)
    const small = all.filter((group) => !group.isLarge).slice(0, Math.max(0, mostGroups - large.length))
    return [...large, ...small].sort(isOlder).flatMap((group) => group.told(cardOf))
  }
}

/** Gaps of the same kind. */
export class Alike<T> {
  readonly #key: string
  readonly #isOpen: boolean
  readonly #oldest: Oldest<T>
  #count = 0
  /** What the first waits for; and whether all wait for the same. */
  #waits: WaitingFor | undefined
  #isNameShared = true
  #isUntilShared = true

  constructor(key: string, isOpen: boolean) {
    this.#key = key
    this.#isOpen = isOpen
    this.#oldest = new Oldest<T>(isOpen ? mostGaps : mostAlone)
  }

  get since(): Tick {
    return this.#oldest.list()[0]?.since ?? 0
  }

  get slot(): number {
    return this.#oldest.list()[0]?.slot ?? 0
  }

  get isLarge(): boolean {
    return this.#count > mostAlone
  }

  add(since: Tick, slot: number, waits: WaitingFor | undefined, of: T): void {
    if (this.#count === 0) this.#waits = waits
    this.#count++
    this.#isNameShared &&= waits?.name === this.#waits?.name
    this.#isUntilShared &&= waits?.until === this.#waits?.until
    this.#oldest.offer(since, slot, of)
  }

  told(cardOf: (of: T) => GapCard): readonly GapGroup[] {
    const cards = this.#oldest.list().map(({ of }) => cardOf(of))
    if (!this.isLarge) return cards.map(alone)
    const waits = this.#waitingOfAll()
    return [
      {
        key: this.#key,
        count: this.#count,
        oldest: cards[0] as GapCard,
        ...(waits === undefined ? {} : { waitingFor: waits }),
        ...(this.#isOpen ? { members: cards } : {}),
      },
    ]
  }

  /** A name or a time only where it is the same for each. */
  #waitingOfAll(): WaitingFor | undefined {
    if (this.#waits === undefined) return undefined
    const { reason, name, until } = this.#waits
    return {
      reason,
      ...(name !== undefined && this.#isNameShared ? { name } : {}),
      ...(until !== undefined && this.#isUntilShared ? { until } : {}),
    }
  }
}

export function groupsOf(gaps: readonly GapCard[], openGroups: readonly string[]): readonly GapGroup[] {
  const grouping = new Grouping<GapCard>(openGroups)
  gaps.forEach((gap, at) => {
    grouping.of({ ...gap, reason: gap.waitingFor?.reason }).add(gap.since, at, gap.waitingFor, gap)
  })
  return grouping.list((gap) => gap)
}

/** The groups as they were told last. */
export class ShownGroups {
  #shown: readonly GapGroup[] | undefined

  /** Undefined: nothing has changed. */
  take(groups: readonly GapGroup[]): GapGroups | undefined {
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

function alone(gap: GapCard): GapGroup {
  const { waitingFor } = gap
  const key = `${gap.namespace}/${gap.object}/${gap.field}`
  return { key, count: 1, oldest: gap, ...(waitingFor === undefined ? {} : { waitingFor }) }
}

function isOlder(one: Alike<unknown>, other: Alike<unknown>): number {
  return one.since - other.since || one.slot - other.slot
}

/** Alike: the same thing missing of the same kind, for the same reason, with the same owner. */
function keyOf({ field, owner, namespace, reason, object, actual }: Kind): string {
  const kind = object.slice(0, object.indexOf('/'))
  const own = kind === 'pod' || kind === 'node' ? '' : object
  return [kind, field, owner, actual, namespace, own, reason].join(' ')
}
