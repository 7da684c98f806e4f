/**
 * Which pods have a gap now. A pod tells itself since when, and in words what it lacks: here it is a mark, however many there
 * are, and both are looked up for the few that are shown.
 */
import type { Pod } from '../../sim/api/types/index.ts'
import type { Tick } from '../../sim/core/clock.ts'
import { podGapField, podGaps } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { podGapOpened } from './gapTimes.ts'
import type { OpenGap } from './gapWatch.ts'

export class PodGaps {
  readonly #open = new Set<number>()
  /** Since when, and the revision of the pod that told it. */
  readonly #told = new Map<number, { readonly revision: number; readonly since: Tick }>()

  get count(): number {
    return this.#open.size
  }

  /** In no order. */
  slots(): Iterable<number> {
    return this.#open
  }

  /** `pod`: as it is now; undefined: gone. */
  put(slot: number, pod: Pod | undefined): void {
    if (pod !== undefined && podGapField(pod) !== undefined) this.#open.add(slot)
    else if (this.#open.delete(slot)) this.#told.delete(slot)
  }

  since(world: Simulation, slot: number): Tick {
    const revision = world.engine.state.registry.lastRevision(slot)
    const told = this.#told.get(slot)
    if (told?.revision === revision) return told.since
    const field = podGapField(podAt(world, slot)) ?? ''
    const since = podGapOpened(world, slot, field)
    this.#told.set(slot, { revision, since })
    return since
  }

  gapsOf(world: Simulation, slot: number): readonly OpenGap[] {
    if (!this.#open.has(slot)) return []
    return podGaps(podAt(world, slot)).map((gap) => ({ slot, gap, since: this.since(world, slot) }))
  }

  clear(): void {
    this.#open.clear()
    this.#told.clear()
  }
}

function podAt({ engine }: Simulation, slot: number): Pod {
  return engine.state.registry.value(slot) as Pod
}
