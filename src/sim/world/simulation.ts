/**
 * A world: one cluster from its first tick on. It steps in a fixed order: timers, watch delivery, controllers by
 * name, scheduler, cloud, kubelets, requests, metrics, commands under way. Everything in it follows from the seed and the commands.
 */
import type { Kind } from '../api/kind.ts'
import { kindId, kinds } from '../api/kinds/index.ts'
import type { ApiObject } from '../api/types/index.ts'
import { ApiServer, shelves } from '../apiserver/server.ts'
import type { Change, Component } from '../client/component.ts'
import { ControlPlane } from '../client/controlPlane.ts'
import type { Engine } from '../client/engine.ts'
import { Limits } from '../client/limits.ts'
import { type Profile, profiles } from '../client/profile.ts'
import { Cloud } from '../cloud/index.ts'
import type { Tick } from '../core/clock.ts'
import { allParts, causedBy, changed } from '../core/ledger.ts'
import { State } from '../core/state.ts'
import { makeTrial } from '../scheduler/trial.ts'
import { Substrate } from '../substrate/index.ts'
import { type KubeletsFactory, makeComponents, stoppableNames, type WorldComponents } from './components.ts'
import { explain } from './why.ts'

export interface WorldOptions {
  readonly seed: number
  readonly profile?: Profile['name']
  readonly kubelets?: KubeletsFactory
  /** `none`: bare metal, where nobody brings machines or load balancers. */
  readonly cloud?: 'none'
}

/** What the world did, counted: how a test proves that a tick visits only what is due or changed. */
export interface Counters {
  ticks: number
  timersFired: number
  changesDelivered: number
}

interface Watcher {
  readonly component: Component
  readonly parts: number
  /** Whether it is told in this delivery at all. */
  hears: boolean
}

/** Watch events in one tick. What is over waits: every cache is then as old as the last write that was told. */
const deliveriesPerTick = 20_000

/** A round in which nothing settles is a bug, not a busy cluster. */
const settleRounds = 1000

export class Simulation {
  readonly engine: Engine
  readonly components: WorldComponents
  readonly counters: Counters = { ticks: 0, timersFired: 0, changesDelivered: 0 }
  /** The revision up to which watches have been delivered. */
  delivered = 0
  /** How often it was put back to an image: who follows its writes one after another begins anew then. */
  restorations = 0
  readonly #byName: ReadonlyMap<string, Component>
  /** Who watches the kind with this id, and which parts of it. */
  readonly #watchers: readonly (readonly Watcher[])[]

  constructor(options: WorldOptions) {
    const state = new State(options.seed, shelves)
    const substrate = new Substrate()
    const profile = profiles[options.profile ?? 'real']
    const cloud = options.cloud === 'none' ? undefined : new Cloud(state, substrate.machines, profile)
    this.engine = {
      state,
      server: new ApiServer(state),
      substrate,
      profile,
      limits: new Limits(),
      controlPlane: new ControlPlane(stoppableNames),
      trial: makeTrial,
      ...(cloud === undefined ? {} : { cloud }),
    }
    this.components = makeComponents(this.engine, cloud, options.kubelets)
    this.#byName = new Map(this.components.all.map((component) => [component.name, component]))
    this.#watchers = kinds.map((kind) => this.#watchersOf(kind))
  }

  /** Writes that watchers are still to be told of. */
  get undelivered(): number {
    return this.engine.state.registry.head - this.delivered
  }

  /** Those of them that were made before this tick: it had no room for them. */
  get overdue(): number {
    const { ledger } = this.engine.state
    let [low, high] = [this.delivered, ledger.head]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (ledger.tickOf(middle) < this.tick) low = middle
      else high = middle - 1
    }
    return low - this.delivered
  }

  get tick(): Tick {
    return this.engine.state.tick
  }

  /** Whether something is to be done in the very next tick. */
  get isBusy(): boolean {
    if (this.engine.server.running && this.undelivered > 0) return true
    if (this.engine.controlPlane.hasNews) return true
    return this.components.all.some((component) => component.backlog > 0 && this.#works(component))
  }

  /** The next tick in which anything can happen: the next one while busy, else when a timer is due. */
  get nextTick(): Tick {
    return this.isBusy ? this.tick + 1 : Math.max(this.tick + 1, this.engine.state.timers.next)
  }

  /** How a component explains what it decided about an object, as lines; undefined when it decided nothing. */
  why(kind: string, namespace: string, name: string): readonly string[] | undefined {
    return explain(this, kind, namespace, name)
  }

  /** Moves the clock to `tick`, which is later than now and not later than `nextTick`, and does its work. */
  step(tick: Tick): void {
    this.engine.state.tick = tick
    this.#round()
  }

  /** Works without letting time pass until nothing is left to do at once. */
  settle(): void {
    for (let round = 0; this.settleFurther(); round++)
      if (round === settleRounds) throw new Error('the world does not settle')
  }

  /** One round of that. Answers whether there was anything to do. */
  settleFurther(): boolean {
    if (!this.isBusy) return false
    this.#round()
    return true
  }

  #round(): void {
    const { state, server, controlPlane } = this.engine
    this.counters.ticks++
    for (const timer of state.timers.takeDue(state.tick)) {
      const component = this.#byName.get(timer.owner)
      this.counters.timersFired++
      if (component !== undefined && !controlPlane.isStopped(component.name)) component.fire(timer)
    }
    if (server.running) {
      for (const name of controlPlane.takeStarting()) this.#restart(name)
      this.#deliver()
    }
    for (const component of this.components.all) {
      if (component.backlog > 0 && this.#works(component)) component.work()
    }
  }

  /** Kubelets and machines go on without an API server; the control plane waits for it. */
  #works(component: Component): boolean {
    if (this.engine.controlPlane.isStopped(component.name)) return false
    return this.engine.server.running || component.standsAlone === true
  }

  #watchersOf(kind: Kind): readonly Watcher[] {
    return this.components.all
      .filter((component) => component.watches.includes(kind))
      .map((component) => ({
        component,
        parts: (component.partsOf?.(kind) ?? allParts) | changed.existence,
        hears: true,
      }))
  }

  #deliver(): void {
    const { registry, ledger } = this.engine.state
    const { controlPlane } = this.engine
    for (const watchers of this.#watchers)
      for (const one of watchers) one.hears = !controlPlane.isStopped(one.component.name)
    const enough = this.counters.changesDelivered + deliveriesPerTick
    while (this.delivered < registry.head && this.counters.changesDelivered < enough) {
      const slot = ledger.slotOf(++this.delivered)
      if (slot !== 0) this.#tell(this.delivered, slot)
    }
    for (const component of this.components.all)
      if (!controlPlane.isStopped(component.name)) component.seen = Math.max(component.seen, this.delivered)
    registry.trimHistory(this.delivered)
  }

  /** Those who look at what the write changed. */
  #tell(revision: number, slot: number): void {
    const { registry, ledger } = this.engine.state
    const shelf = registry.shelfOf(slot)
    const kind = kinds[shelf] as Kind
    const before = registry.valueBefore(revision) as ApiObject | undefined
    const after = registry.valueAfter(revision) as ApiObject | undefined
    const facets = before === undefined || after === undefined ? 0 : (kind.facets?.(before, after) ?? 0)
    const mask = ledger.maskOf(revision) | facets
    const watchers = this.#watchers[shelf] as readonly Watcher[]
    let change: Change | undefined
    for (let i = 0; i < watchers.length; i++) {
      const { component, parts, hears } = watchers[i] as Watcher
      if ((mask & parts) === 0 || !hears || component.seen >= revision) continue
      change ??= { revision, cause: causedBy(revision), slot, kind, before, after }
      this.counters.changesDelivered++
      component.observe(change)
    }
  }

  /** A component that was stopped lists everything it watches, as after a start of its process. */
  #restart(name: string): void {
    const component = this.#byName.get(name)
    if (component === undefined) return
    const { registry } = this.engine.state
    component.restart()
    component.seen = registry.head
    const watched = component.watches.map((kind) => kindId(kind))
    for (let slot = 1; slot <= registry.slotCount; slot++) {
      const object = registry.value(slot) as ApiObject | undefined
      const shelf = registry.shelfOf(slot)
      if (object === undefined || !watched.includes(shelf)) continue
      const revision = registry.lastRevision(slot)
      component.observe({
        revision,
        cause: causedBy(revision),
        slot,
        kind: kinds[shelf] as Kind,
        before: undefined,
        after: object,
      })
    }
  }
}
