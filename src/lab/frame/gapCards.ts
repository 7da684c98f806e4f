/** The gaps that are open, in groups as the screen gets them; and those of one object, each with what it waits for. */

import type { Pod } from '../../sim/api/types/index.ts'
import type { Tick } from '../../sim/core/clock.ts'
import { actualOfPod, ownerOfPodGap, type PodGapField, podGapField } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { GapCard, GapGroup, WaitingFor } from './format.ts'
import { type Alike, Grouping } from './gapGroups.ts'
import type { OpenGap } from './gapWatch.ts'
import type { PodGaps } from './podGaps.ts'
import type { Survey } from './survey.ts'
import { waitingFor, waitingForPod } from './waiting.ts'

/** A gap of a pod is found by its slot: there may be any number of them. */
type Found = OpenGap | number

/** A look at all gaps that are open. Of very many it takes some turns, for which the world has to stand still. */
export class GapLook {
  readonly #world: Simulation
  readonly #podGaps: PodGaps
  readonly #grouping: Grouping<Found>
  readonly #slots: Iterator<number>
  readonly #moment: Moment
  #lately: Lately | undefined
  #isOver = false

  constructor(world: Simulation, { gaps, podGaps }: Survey, openGroups: readonly string[]) {
    this.#world = world
    this.#podGaps = podGaps
    this.#grouping = new Grouping<Found>(openGroups)
    this.#slots = podGaps.slots()[Symbol.iterator]()
    this.#moment = momentOf(world)
    for (const open of gaps.all()) {
      const waits = waitingFor(world, open)
      this.#grouping.of({ ...open.gap, reason: waits?.reason }).add(open.since, open.slot, waits, open)
    }
  }

  /** Whether the world is still as it was when the look began. */
  get isOfNow(): boolean {
    const { tick, head } = momentOf(this.#world)
    return this.#moment.tick === tick && this.#moment.head === head
  }

  /** Looks at so many pods more. True: those were all. */
  further(most: number): boolean {
    for (let looked = 0; looked < most && !this.#isOver; looked++) {
      const { value, done } = this.#slots.next()
      if (done) this.#isOver = true
      else this.#addPod(value)
    }
    return this.#isOver
  }

  groups(): readonly GapGroup[] {
    return this.#grouping.list((found) =>
      typeof found === 'number' ? podCard(this.#world, this.#podGaps, found) : gapCard(this.#world, found),
    )
  }

  #addPod(slot: number): void {
    const world = this.#world
    const pod = world.engine.state.registry.value(slot) as Pod
    const field = podGapField(pod) as PodGapField
    const actual = actualOfPod(pod, field)
    const { namespace = '' } = pod.metadata
    const waits = waitingForPod(world, slot, pod, field)
    const reason = waits?.reason
    const lately = this.#lately
    const isAlike =
      lately !== undefined &&
      lately.field === field &&
      lately.actual === actual &&
      lately.reason === reason &&
      lately.namespace === namespace
    const { group } = isAlike ? lately : this.#groupOf({ field, actual, namespace, reason })
    group.add(this.#podGaps.since(world, slot), slot, waits, slot)
  }

  #groupOf(like: Omit<Lately, 'group'>): Lately {
    const kind = { object: 'pod/', owner: ownerOfPodGap[like.field], ...like }
    this.#lately = { ...like, group: this.#grouping.of(kind) }
    return this.#lately
  }
}

interface Moment {
  readonly tick: Tick
  readonly head: number
}

function momentOf({ tick, engine }: Simulation): Moment {
  return { tick, head: engine.state.registry.head }
}

/** The gaps of one object. */
export function gapCardsOf(world: Simulation, { gaps, podGaps }: Survey, slot: number): readonly GapCard[] {
  return [...gaps.of(slot), ...podGaps.gapsOf(world, slot)].map((open) => gapCard(world, open))
}

/** Neighbours are mostly alike: their group is looked up only where they differ. */
interface Lately {
  readonly field: PodGapField
  readonly actual: string
  readonly namespace: string
  readonly reason: WaitingFor['reason'] | undefined
  readonly group: Alike<Found>
}

function podCard(world: Simulation, podGaps: PodGaps, slot: number): GapCard {
  return gapCard(world, podGaps.gapsOf(world, slot)[0] as OpenGap)
}

function gapCard(world: Simulation, open: OpenGap): GapCard {
  const waits = waitingFor(world, open)
  return { ...open.gap, since: open.since, ...(waits === undefined ? {} : { waitingFor: waits }) }
}
