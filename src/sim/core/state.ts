/** The three tiers' common ground: seed, time, registry with its ledger, timers and the counters of births. */
import type { Tick } from './clock.ts'
import { CountTable, type CountTableImage } from './countTable.ts'
import { drawNameSuffix, drawUid } from './draw.ts'
import type { Shelf } from './filing.ts'
import { Ledger } from './ledger.ts'
import { Registry, type RegistryImage } from './registry.ts'
import { type Timer, Timers } from './timers.ts'

export interface StateImage {
  readonly tick: Tick
  readonly registry: RegistryImage
  readonly timers: [Tick, Timer[]][]
  readonly births: CountTableImage
}

export class State {
  readonly seed: number
  tick: Tick = 0
  readonly ledger = new Ledger()
  readonly registry: Registry
  readonly timers = new Timers()
  /** How many objects each key (an owner's uid, or a name) has brought forth; never lowered. */
  readonly births = new CountTable()

  constructor(seed: number, shelves: readonly Shelf[]) {
    this.seed = seed
    this.registry = new Registry(this.ledger, shelves)
  }

  /** Uid and name suffix of the next object of `parent`: drawn from the parent, never from time or revision. */
  nextBirth(parent: string): { uid: string; suffix: string } {
    const n = this.births.get(parent)
    this.births.increase(parent)
    return { uid: drawUid(this.seed, parent, n), suffix: drawNameSuffix(this.seed, parent, n) }
  }

  /** What `nextBirth` would answer. A create that is refused must not use up its parent's luck. */
  previewBirth(parent: string): { uid: string; suffix: string } {
    const n = this.births.get(parent)
    return { uid: drawUid(this.seed, parent, n), suffix: drawNameSuffix(this.seed, parent, n) }
  }

  countBirth(parent: string): void {
    this.births.increase(parent)
  }

  image(delivered: number): StateImage {
    return {
      tick: this.tick,
      registry: this.registry.image(delivered),
      timers: this.timers.save(),
      births: this.births.save(),
    }
  }

  restore(image: StateImage): void {
    this.tick = image.tick
    this.registry.restore(image.registry)
    this.timers.load(image.timers)
    this.births.load(image.births)
  }
}
