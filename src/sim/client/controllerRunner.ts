/** Runs a controller as a component: its queue, its memory, its API budget. */
import type { Kind } from '../api/kind.ts'
import { StatusError } from '../api/status.ts'
import type { ApiObject } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import { allParts, type Cause, causedBy } from '../core/ledger.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'
import type { Timer } from '../core/timers.ts'
import { Client } from './client.ts'
import type { Change, Component, Face } from './component.ts'
import type { Controller, ReconcileContext, Watch } from './controller.ts'
import type { Engine } from './engine.ts'
import { Lister } from './lister.ts'
import { type BucketMemory, TokenBucket } from './tokenBucket.ts'
import { type QueuedItem, Workqueue } from './workqueue.ts'

/** Reconciles in one tick; what is over stays in the queue. One that looks at much counts as several. */
const budgetPerTick = 1000

/** Calls in one tick, whatever its clients may make by their limits. */
const callsPerTick = 1000

interface RunnerImage {
  readonly memory: unknown
  readonly queue: unknown
  readonly bucket: BucketMemory
}

export class ControllerRunner<M> implements Component {
  readonly name: string
  readonly watches: readonly Kind[]
  seen = 0
  readonly #engine: Engine
  readonly #controller: Controller<M>
  readonly #handlers = new Map<Kind, Watch<M>[]>()
  readonly #listers = new Map<Kind, Lister<ApiObject>>()
  readonly #bucket: TokenBucket
  readonly #client: Client
  readonly #queue = new Workqueue()
  #memory: M
  #turns = 0
  /** Of this tick's budget, the reconcile under way included. */
  #turnsLeft = 0
  /** The cause of what is handled now: timers set meanwhile inherit it. */
  #cause: Cause = causedBy(0)

  constructor(engine: Engine, controller: Controller<M>) {
    this.name = controller.name
    this.#engine = engine
    this.#controller = controller
    this.#memory = controller.memory()
    this.#bucket = new TokenBucket(() => engine.limits.of('controller-manager'))
    this.#client = new Client(engine, controller.name, this.#bucket, callsPerTick)
    for (const watch of controller.watches) {
      const handlers = this.#handlers.get(watch.resource) ?? []
      this.#handlers.set(watch.resource, [...handlers, watch])
    }
    this.watches = [...this.#handlers.keys()]
  }

  get backlog(): number {
    return this.#queue.depth
  }

  get face(): Face {
    const queue = this.#queue
    return {
      turns: this.#turns,
      waiting: queue.depth,
      keys: (most) => queue.keys(most),
      holds: (key) => queue.has(key),
    }
  }

  get memory(): M {
    return this.#memory
  }

  partsOf(kind: Kind): number {
    return (this.#handlers.get(kind) ?? []).reduce((parts, watch) => parts | (watch.parts ?? allParts), 0)
  }

  observe(change: Change): void {
    this.#cause = change.cause
    const watches = this.#handlers.get(change.kind)
    if (watches === undefined) return
    for (let i = 0; i < watches.length; i++) {
      const keys = (watches[i] as Watch<M>).enqueue(change, this.#context)
      for (let k = 0; k < keys.length; k++) this.#queue.add(keys[k] as string, this.#cause)
    }
  }

  fire(timer: Timer): void {
    this.#queue.add(timer.key, timer.cause)
  }

  work(): void {
    this.#client.beginTick()
    this.#turnsLeft = budgetPerTick
    while (this.#turnsLeft > 0 && this.#client.available > 0) {
      const item = this.#queue.take()
      if (item === undefined) return
      this.#reconcile(item)
      this.#turnsLeft--
    }
  }

  save(): RunnerImage {
    return { memory: saveMemory(this.#memory), queue: this.#queue.save(), bucket: this.#bucket.save() }
  }

  load(saved: RunnerImage): void {
    this.#memory = loadMemory<M>(saved.memory)
    this.#queue.load(saved.queue)
    this.#bucket.load(saved.bucket)
  }

  restart(): void {
    this.#memory = this.#controller.memory()
    this.#queue.load(new Workqueue().save())
  }

  #reconcile(item: QueuedItem): void {
    this.#turns++
    this.#cause = item.cause
    this.#client.cause = item.cause
    try {
      const outcome = this.#controller.reconcile(this.#context, item.key)
      if (outcome === 'held') this.#queue.hold(item)
      else this.#queue.forget(item.key)
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
      this.#enqueueAfter(item.key, this.#queue.failureDelay(item.key))
    }
  }

  #enqueueAfter(key: string, ticks: Tick): void {
    const { state } = this.#engine
    if (ticks <= 0) this.#queue.add(key, this.#cause)
    else
      state.timers.set(state.tick + Math.ceil(ticks), { owner: this.name, key, tag: 0, cause: this.#cause })
  }

  #lister<T extends ApiObject>(kind: Kind<T>): Lister<T> {
    const plain = kind as unknown as Kind
    let lister = this.#listers.get(plain)
    if (lister === undefined) {
      lister = new Lister<ApiObject>(this.#engine.state.registry, plain, () => this.seen)
      this.#listers.set(plain, lister)
    }
    return lister as unknown as Lister<T>
  }

  readonly #context: ReconcileContext<M> = this.#makeContext()

  #makeContext(): ReconcileContext<M> {
    const runner = this
    return {
      get memory() {
        return runner.#memory
      },
      get engine() {
        return runner.#engine
      },
      get tick() {
        return runner.#engine.state.tick
      },
      get client() {
        return runner.#client
      },
      get turnsLeft() {
        return runner.#turnsLeft
      },
      takeTurns(turns) {
        runner.#turnsLeft -= turns
      },
      lister: (kind) => runner.#lister(kind),
      enqueueAfter: (key, ticks) => runner.#enqueueAfter(key, ticks),
    }
  }
}
