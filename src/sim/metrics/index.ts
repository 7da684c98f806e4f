/**
 * metrics-server and the adapters of custom and external metrics, as one component. Counters are read when a node is
 * scraped, and only of pods that somebody uses; everything else follows from the clock when it is asked for.
 *
 * Models kubernetes-sigs/metrics-server v0.8; `fidelity.ts` lists where it differs.
 */
import type { Kind } from '../api/kind.ts'
import type { Pod } from '../api/types/index.ts'
import type { Component } from '../client/component.ts'
import type { Engine } from '../client/engine.ts'
import { type Tick, ticksPerSecond } from '../core/clock.ts'
import { drawBelow } from '../core/draw.ts'
import { noCause } from '../core/ledger.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'
import type { Timer } from '../core/timers.ts'
import type { Usage } from '../substrate/index.ts'
import { freshMemory, type Memory, metricsServerName } from './memory.ts'
import { Rounds } from './rounds.ts'
import { withSample } from './samples.ts'
import { nextScrapeAfter } from './scrapes.ts'
import { Source } from './source.ts'

export { metricsServerName } from './memory.ts'

export class MetricsServer implements Component {
  readonly name = metricsServerName
  readonly watches: readonly Kind[] = []
  readonly source: Source
  seen = 0
  readonly #engine: Engine
  readonly #phases = new Map<string, Tick>()
  readonly #rounds: Rounds
  /** The changes of usage with which the samples were last rid of pods that nobody uses. */
  #tidiedAsOf = -1
  #memory: Memory = freshMemory(0)

  constructor(engine: Engine) {
    this.#engine = engine
    this.#rounds = new Rounds(engine.substrate.usage, (slot) => this.#phaseAt(slot))
    this.source = new Source(
      engine,
      (node) => this.#phaseOf(node),
      () => this.#memory,
    )
  }

  get backlog(): number {
    const isUnarmed = this.#memory.armed === 0 && this.#engine.substrate.usage.size > 0
    return this.#memory.isDue || isUnarmed ? 1 : 0
  }

  observe(): void {}

  /** Timers of an earlier process mean nothing. */
  fire(_timer: Timer): void {
    if (this.#memory.armed === this.#engine.state.tick) this.#memory.isDue = true
  }

  work(): void {
    const { tick } = this.#engine.state
    if (this.#memory.isDue && this.#memory.armed === tick) this.#scrape(tick)
    this.#memory.isDue = false
    this.#arm(tick)
  }

  save(): unknown {
    return saveMemory(this.#memory)
  }

  load(saved: unknown): void {
    this.#memory = loadMemory<Memory>(saved)
    this.#tidiedAsOf = -1
  }

  restart(): void {
    this.#memory = freshMemory(this.#engine.state.tick)
  }

  /** Reads the counters of the used pods whose nodes are scraped now. */
  #scrape(tick: Tick): void {
    const { usage } = this.#engine.substrate
    const { samples } = this.#memory
    this.#tidy()
    for (const [phase, slots] of this.#rounds.all) {
      if (nextScrapeAfter(tick - 1, phase, this.#resolution) !== tick) continue
      for (const slot of slots)
        if (this.#isThere(slot))
          samples.set(slot, withSample(samples.get(slot), tick, usage.of(slot) as Usage))
    }
  }

  /** Forgets what was sampled of pods whose counters are gone. */
  #tidy(): void {
    const { usage } = this.#engine.substrate
    const { samples } = this.#memory
    if (this.#tidiedAsOf === usage.changes) return
    this.#tidiedAsOf = usage.changes
    for (const slot of samples.keys()) if (usage.of(slot) === undefined) samples.delete(slot)
  }

  /** Comes again when the next node with a used pod is scraped. */
  #arm(tick: Tick): void {
    let next = Number.POSITIVE_INFINITY
    for (const [phase, slots] of this.#rounds.all)
      if (slots.some((slot) => this.#isThere(slot)))
        next = Math.min(next, nextScrapeAfter(tick, phase, this.#resolution))
    const isUsed = Number.isFinite(next)
    // Pods that are gone may still be counted for a moment.
    const at = isUsed || this.#engine.substrate.usage.size === 0 ? next : tick + this.#resolution
    this.#memory.armed = Number.isFinite(at) ? at : 0
    if (this.#memory.armed === 0) return
    this.#engine.state.timers.set(at, { owner: this.name, key: '', tag: 0, cause: noCause })
  }

  #isThere(slot: number): boolean {
    return this.#engine.state.registry.value(slot) !== undefined
  }

  #phaseAt(slot: number): Tick | undefined {
    const pod = this.#engine.state.registry.value(slot) as Pod | undefined
    return pod?.spec.nodeName === undefined ? undefined : this.#phaseOf(pod.spec.nodeName)
  }

  get #resolution(): Tick {
    return this.#engine.profile.metricResolution
  }

  /** Kubelets look at their containers at times of their own; here in whole seconds, so that many nodes share a scrape. */
  #phaseOf(node: string): Tick {
    let phase = this.#phases.get(node)
    if (phase === undefined) {
      const seconds = this.#resolution / ticksPerSecond
      phase = ticksPerSecond * drawBelow(seconds, this.#engine.state.seed, 'scrape', node, 0)
      this.#phases.set(node, phase)
    }
    return phase
  }
}
