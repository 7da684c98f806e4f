/**
 * Pods that wait for a node (pkg/scheduler/backend/queue/scheduling_queue.go, v1.36), each in one place: active, to be
 * tried at once; in back-off; unschedulable, until something happens that may help; failing, when no plugin refused it,
 * so that only time can help; gated.
 *
 * Entries are plain and are all that is saved; the heaps are made of them.
 */
import type { Pod } from '../../api/types/index.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'
import { type Cause, mergeCauses } from '../../core/ledger.ts'
import { backoffTicks } from './backoff.ts'
import { Heap } from './heap.ts'

/** `gone`: no longer in the queue; the heaps may still have it. */
export type Place = 'active' | 'backoff' | 'unschedulable' | 'failing' | 'gated' | 'gone'

export interface QueuedPod {
  readonly uid: string
  readonly slot: number
  readonly namespace: string
  readonly name: string
  readonly priority: number
  place: Place
  /** The order of coming, new after each attempt. */
  sequence: number
  attempts: number
  /** When it was last refused. */
  triedAt: Tick
  /** When something happened that may help. */
  wokenAt: Tick
  /** The plugins that refused it. */
  refusedBy: readonly string[]
  /** What made it wait to be tried. */
  cause: Cause
}

export interface QueueImage {
  readonly pods: readonly QueuedPod[]
  readonly sequence: number
}

/** A pod that nothing has helped for so long is tried anyway. */
const longestUnschedulable = ticksOf(300)

const nobody: readonly string[] = []

export class SchedulingQueue {
  #pods = new Map<number, QueuedPod>()
  readonly #active = new Heap<QueuedPod>(tryFirst)
  readonly #backoff = new Heap<QueuedPod>(readyFirst)
  #sequence = 0
  readonly #counts = { active: 0, backoff: 0, unschedulable: 0, failing: 0, gated: 0, gone: 0 }

  /** Pods in each place. */
  get counts(): Readonly<Record<Place, number>> {
    return this.#counts
  }

  get(slot: number): QueuedPod | undefined {
    return this.#pods.get(slot)
  }

  get size(): number {
    return this.#pods.size
  }

  /** Names of pods that are about to be tried, then of others that wait; the first of each to come. For showing. */
  keys(most: number): readonly string[] {
    const keys: string[] = []
    for (const soon of [true, false]) {
      for (const { namespace, name, place } of this.#pods.values()) {
        if (keys.length >= most) return keys
        if ((place === 'active' || place === 'backoff') === soon) keys.push(`${namespace}/${name}`)
      }
    }
    return keys
  }

  /** All of them, in the order they came. */
  pods(): Iterable<QueuedPod> {
    return this.#pods.values()
  }

  /** A pod without a node, new or changed by its owner. */
  add(pod: Pod, slot: number, cause: Cause, tick: Tick): void {
    const known = this.#pods.get(slot)
    if (known === undefined) this.#insert(pod, slot, cause)
    else if (isGated(pod)) this.#move(known, 'gated')
    else this.requeue(known, cause, tick)
  }

  remove(slot: number): void {
    const entry = this.#pods.get(slot)
    if (entry === undefined) return
    this.#counts[entry.place]--
    entry.place = 'gone'
    this.#pods.delete(slot)
  }

  /** The next pod to try, which must then be refused or removed. With none active, one in back-off comes early. */
  next(tick: Tick): QueuedPod | undefined {
    this.#endBackoff(tick)
    const active = peek(this.#active, 'active')
    if (active !== undefined) return this.#active.pop()
    const early = peek(this.#backoff, 'backoff')
    return early !== undefined && early.wokenAt < tick ? this.#backoff.pop() : undefined
  }

  /** No node took it: it waits for something that helps; or, where no plugin can say what might, for its back-off. */
  refuse(entry: QueuedPod, refusedBy: readonly string[], tick: Tick): void {
    entry.attempts++
    entry.triedAt = tick
    entry.refusedBy = refusedBy
    entry.sequence = this.#sequence++
    this.#move(entry, refusedBy.length === 0 ? 'failing' : 'unschedulable')
  }

  /** When a failing pod is to be tried again. */
  retryAt(entry: QueuedPod): Tick {
    return entry.triedAt + backoffTicks(entry.attempts)
  }

  /** Tries again the failing pods whose time has come. */
  endFailing(tick: Tick): void {
    for (const entry of this.#pods.values()) {
      if (entry.place === 'failing' && this.retryAt(entry) <= tick) this.#move(entry, 'active')
    }
  }

  /**
   * Something may help the pod: it is tried again after its back-off, in the next tick at the earliest. Changes that
   * belong together (a cordon and its taint) come in two ticks, and the pod is tried once they are complete.
   */
  requeue(entry: QueuedPod, cause: Cause, tick: Tick): void {
    if (entry.place === 'active' || entry.place === 'backoff' || entry.place === 'failing') {
      entry.cause = mergeCauses(entry.cause, cause)
      return
    }
    entry.cause = cause
    entry.wokenAt = tick
    this.#move(entry, 'backoff')
  }

  /** Tries again what has waited too long. */
  flush(tick: Tick, cause: Cause): void {
    for (const entry of this.#pods.values()) {
      const stuck = entry.place === 'unschedulable' && tick - entry.triedAt > longestUnschedulable
      if (stuck) this.requeue(entry, cause, tick)
    }
  }

  save(): QueueImage {
    return { pods: [...this.#pods.values()].map((entry) => ({ ...entry })), sequence: this.#sequence }
  }

  load({ pods, sequence }: QueueImage): void {
    this.#pods = new Map(pods.map((entry) => [entry.slot, { ...entry }]))
    this.#sequence = sequence
    this.#active.clear()
    this.#backoff.clear()
    Object.assign(this.#counts, { active: 0, backoff: 0, unschedulable: 0, failing: 0, gated: 0, gone: 0 })
    for (const entry of this.#pods.values()) this.#enter(entry)
  }

  #insert(pod: Pod, slot: number, cause: Cause): void {
    const { uid, namespace = '', name } = pod.metadata
    const entry: QueuedPod = {
      uid,
      slot,
      namespace,
      name,
      priority: pod.spec.priority ?? 0,
      place: isGated(pod) ? 'gated' : 'active',
      sequence: this.#sequence++,
      attempts: 0,
      triedAt: 0,
      wokenAt: 0,
      refusedBy: nobody,
      cause,
    }
    this.#pods.set(slot, entry)
    this.#enter(entry)
  }

  #move(entry: QueuedPod, place: Place): void {
    this.#counts[entry.place]--
    entry.place = place
    this.#enter(entry)
  }

  #enter(entry: QueuedPod): void {
    this.#counts[entry.place]++
    if (entry.place === 'active') this.#active.push(entry)
    if (entry.place === 'backoff') this.#backoff.push(entry)
  }

  #endBackoff(tick: Tick): void {
    for (;;) {
      const entry = peek(this.#backoff, 'backoff')
      if (entry === undefined || readyAt(entry) > tick) return
      this.#backoff.pop()
      this.#move(entry, 'active')
    }
  }
}

function isGated({ spec }: Pod): boolean {
  return (spec.schedulingGates ?? []).length > 0
}

function readyAt({ attempts, triedAt, wokenAt }: QueuedPod): Tick {
  const backoff = attempts === 0 ? 0 : triedAt + backoffTicks(attempts)
  return Math.max(backoff, wokenAt + 1)
}

/** Entries of pods that have been removed are dropped when they come up; those of others never change in a heap. */
function peek(heap: Heap<QueuedPod>, place: Place) {
  for (;;) {
    const entry = heap.first
    if (entry === undefined) return undefined
    if (entry.place === place) return entry
    heap.pop()
  }
}

function tryFirst(left: QueuedPod, right: QueuedPod): boolean {
  if (left.priority !== right.priority) return left.priority > right.priority
  return left.sequence < right.sequence
}

function readyFirst(left: QueuedPod, right: QueuedPod): boolean {
  const [l, r] = [readyAt(left), readyAt(right)]
  return l === r ? tryFirst(left, right) : l < r
}
