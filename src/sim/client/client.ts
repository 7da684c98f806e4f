/** A component's way to the API server: its name and the cause of its present work go with every write. */
import type { Draft, Kind } from '../api/kind.ts'
import type { ApiObject, Labels, Pod } from '../api/types/index.ts'
import type { Caller, DeleteOptions } from '../apiserver/caller.ts'
import type { EventNote } from '../apiserver/events/note.ts'
import { evict } from '../apiserver/eviction.ts'
import type { CreateOptions } from '../apiserver/server.ts'
import { type Cause, noCause } from '../core/ledger.ts'
import type { Engine } from './engine.ts'
import type { TokenBucket } from './tokenBucket.ts'

export class Client {
  readonly actor: string
  /** Why the component does what it does now; set before each piece of work. */
  cause: Cause = noCause
  readonly #engine: Engine
  readonly #bucket: TokenBucket | undefined
  readonly #callsPerTick: number
  /** Calls since `beginTick`. */
  #made = 0

  /** Without a bucket, calls are not limited (kubelets, kubectl). `callsPerTick`: whatever the bucket has saved up. */
  constructor(
    engine: Engine,
    actor: string,
    bucket?: TokenBucket,
    callsPerTick: number = Number.POSITIVE_INFINITY,
  ) {
    this.actor = actor
    this.#engine = engine
    this.#bucket = bucket
    this.#callsPerTick = callsPerTick
  }

  /** How many calls may begin now. */
  get available(): number {
    if (this.#bucket === undefined) return Number.POSITIVE_INFINITY
    const left = Math.max(0, this.#callsPerTick - this.#made)
    return Math.min(left, this.#bucket.available(this.#engine.state.tick))
  }

  /** The work of another tick begins. */
  beginTick(): void {
    this.#made = 0
  }

  /** Straight from the API server, not from a cache. */
  get<T extends ApiObject>(kind: Kind<T>, namespace: string, name: string): T | undefined {
    return this.#engine.server.get(kind, namespace, name)
  }

  list<T extends ApiObject>(kind: Kind<T>, namespace?: string): readonly T[] {
    return this.#engine.server.list(kind, namespace)
  }

  create<T extends ApiObject>(kind: Kind<T>, object: T, options?: CreateOptions): T {
    return this.#engine.server.create(this.#call(), kind, object, options)
  }

  createTrusted<T extends ApiObject>(kind: Kind<T>, object: T, isNew = false): T {
    return this.#engine.server.createTrusted(this.#call(), kind, object, isNew)
  }

  overwrite<T extends ApiObject>(kind: Kind<T>, object: T): T {
    return this.#engine.server.overwrite(this.#call(), kind, object)
  }

  update<T extends ApiObject>(kind: Kind<T>, object: T): T {
    return this.#engine.server.update(this.#call(), kind, object)
  }

  updateStatus<T extends ApiObject>(kind: Kind<T>, seen: T, status: unknown, annotations?: Labels): T {
    return this.#engine.server.updateStatus(this.#call(), kind, seen, status, annotations)
  }

  patchStatus<T extends ApiObject>(kind: Kind<T>, target: T, status: (stored: T) => unknown): T {
    return this.#engine.server.patchStatus(this.#call(), kind, target, status)
  }

  patch<T extends ApiObject>(
    kind: Kind<T>,
    namespace: string,
    name: string,
    change: (draft: Draft) => Draft,
  ): T {
    return this.#engine.server.patch(this.#call(), kind, namespace, name, change)
  }

  bind(kind: Kind<Pod>, pod: Pod, nodeName: string, status: (stored: Pod) => Pod['status']): Pod {
    return this.#engine.server.bind(this.#call(), kind, pod, nodeName, status)
  }

  delete<T extends ApiObject>(kind: Kind<T>, object: T, options?: DeleteOptions): T | undefined {
    const { namespace = '', name, uid } = object.metadata
    return this.#engine.server.delete(this.#call(), kind, namespace, name, { uid, ...options })
  }

  /** pods/eviction: refused with 429 while the pod's disruption budget has nothing left. */
  evict(pod: Pod, gracePeriodSeconds: number): void {
    evict(this.#engine.server, this.#call(), pod, { uid: pod.metadata.uid, gracePeriodSeconds })
  }

  /**
   * One call, however many objects there are. `most` of them have their turn now, in the order of their names if that is all of
   * them; the next time those from the slot `next` on; 0: there are none. `stays` is told of those that are still there afterwards.
   */
  deleteCollection<T extends ApiObject>(
    kind: Kind<T>,
    namespace: string,
    from: number,
    most: number,
    stays: (object: T) => void,
  ): { readonly done: number; readonly next: number } {
    const call = from === 0 ? this.#call() : this.#caller()
    const { server } = this.#engine
    const isWhole = from === 0 && server.count(kind, namespace) <= most
    const { items, next } = isWhole
      ? { items: server.list(kind, namespace), next: 0 }
      : server.page(kind, namespace, from, most)
    for (const { metadata } of items) {
      const left = server.delete(call, kind, namespace, metadata.name, { propagationPolicy: 'Background' })
      if (left !== undefined) stays(left)
    }
    return { done: items.length, next }
  }

  finalizeNamespace<T extends ApiObject>(namespace: T): T | undefined {
    return this.#engine.server.finalizeNamespace(this.#call(), namespace)
  }

  /** Events are best effort: they cost no budget, and a stopped API server just loses them. */
  event(about: ApiObject, note: EventNote): void {
    if (this.#engine.server.running) this.#engine.server.eventStore.record(this.#caller(), about, note)
  }

  #call(): Caller {
    this.#bucket?.take(this.#engine.state.tick)
    this.#made++
    return this.#caller()
  }

  #caller(): Caller {
    return { actor: this.actor, cause: this.cause }
  }
}
