/**
 * The process that answers a pod's requests, as a queue with threads: first come, first served. Each request costs CPU
 * time; how long it takes follows from the threads, the CPU limit and what has come before it (Lindley's recursion
 * for every thread). Nothing here is drawn or averaged: waiting times come out as they would.
 */
import type { Tick } from '../../core/clock.ts'
import type { Server, Usage } from '../../substrate/index.ts'
import { microsPerTick } from '../load/rate.ts'
import { causeIndex, served } from '../outcome.ts'
import type { Request } from '../request.ts'
import { RequestQueue } from './requestQueue.ts'
import { idleWorkers, nextWorker, quotaOf, type Run, type Workers, work } from './workers.ts'

/** Whoever is told what has become of a request, and answers its outcome: what was served may still be an error. */
export interface Sink {
  ended(request: Request, pod: number, at: number, outcome: number): number
}

export interface PodServerImage {
  readonly pod: number
  readonly startedAt: Tick
  readonly machine: string
  readonly millis: number
  readonly answered: number
  readonly struck: boolean
  readonly workers: Workers
  readonly waiting: readonly number[]
  readonly serving: readonly number[]
}

/** Connections that wait in the socket (net.core.somaxconn of Linux since 5.4). */
const socketQueue = 4096

/** Filled in anew for every request. */
const run: Run = { finish: 0, throttled: 0 }

export class PodServer {
  readonly pod: number
  /** Of which process: a restarted container is another one. */
  readonly startedAt: Tick
  readonly machine: string
  /** What it may use of a core's time, in thousandths: its limit, or the whole machine. */
  readonly millis: number
  /** Requests this process has worked on. */
  answered: number
  /** Whether the kernel has been told that it has outgrown its memory. */
  struck: boolean
  readonly #waiting: RequestQueue
  /** Those that a thread has taken on. */
  readonly #serving: RequestQueue
  readonly #workers: Workers
  #isSorted = true

  constructor(image: PodServerImage) {
    this.pod = image.pod
    this.startedAt = image.startedAt
    this.machine = image.machine
    this.millis = image.millis
    this.answered = image.answered
    this.struck = image.struck
    this.#waiting = new RequestQueue(image.waiting)
    this.#serving = new RequestQueue(image.serving)
    const { freeAt, period, used } = image.workers
    this.#workers = { freeAt: [...freeAt], period: [...period], used: [...used] }
  }

  get threads(): number {
    return this.#workers.freeAt.length
  }

  get inFlight(): number {
    return this.#waiting.size + this.#serving.size
  }

  get isFull(): boolean {
    return this.#waiting.size >= socketQueue
  }

  accept(request: Request, deadline: number, demand: number): void {
    const last = this.#waiting.size - 1
    if (last >= 0 && this.#waiting.sent(last) > request.sent) this.#isSorted = false
    this.#waiting.push(request, deadline, demand)
  }

  /** CPU that it could use in the tick that ends at `until`, in thousandths of a core. */
  wants(until: number): number {
    const from = until - microsPerTick
    let micros = 0
    for (let place = 0; place < this.#waiting.size; place++) micros += this.#waiting.demand(place)
    for (const free of this.#workers.freeAt) micros += Math.max(0, Math.min(free, until) - from)
    return Math.min(this.millis, (micros / microsPerTick) * 1000)
  }

  /** Works on until `until`, with `millis` of CPU. `server`: the process as its machine runs it. */
  advance(until: number, millis: number, server: Server, usage: Usage, sink: Sink): void {
    const lives = Math.min(until, server.endsAt * microsPerTick, server.hungSince * microsPerTick)
    if (!this.#isSorted) this.#waiting.sort()
    this.#isSorted = true
    this.#begin(lives, quotaOf(millis, this.threads), usage, sink)
    this.#finish(lives, until, usage, sink)
    this.#giveUp(until, usage, sink)
  }

  /** The process is gone: whatever was in it is lost with its connections. */
  die(at: number, usage: Usage, sink: Sink): void {
    for (const queue of [this.#serving, this.#waiting]) {
      while (queue.size > 0) this.#end(queue, Math.max(at, queue.sent(0)), causeIndex.reset, usage, sink)
    }
  }

  /** The machine can't be reached: what was in the process goes into `lost`, and nobody hears of it any more. */
  vanish(lost: (load: number) => RequestQueue): void {
    for (const queue of [this.#serving, this.#waiting]) {
      while (queue.size > 0) {
        const deadline = queue.deadline(0)
        const request = queue.take()
        lost(request.load).push({ ...request, load: this.pod }, deadline, causeIndex.unreachable)
      }
    }
  }

  save(): PodServerImage {
    return {
      pod: this.pod,
      startedAt: this.startedAt,
      machine: this.machine,
      millis: this.millis,
      answered: this.answered,
      struck: this.struck,
      workers: this.#workers,
      waiting: this.#waiting.save(),
      serving: this.#serving.save(),
    }
  }

  /** Threads that are free take on what waits. What is done at once ends at once. */
  #begin(lives: number, quota: number, usage: Usage, sink: Sink): void {
    const waiting = this.#waiting
    const workers = this.#workers
    while (waiting.size > 0) {
      const thread = nextWorker(workers)
      const start = Math.max(workers.freeAt[thread] as number, waiting.sent(0))
      if (start >= lives) return
      const deadline = waiting.deadline(0)
      if (start > deadline) {
        this.#end(waiting, deadline, causeIndex.timeout, usage, sink)
        continue
      }
      const demand = waiting.demand(0)
      work(workers, thread, start, demand, quota, run)
      this.answered++
      usage.cpuMicros += demand
      usage.throttledMicros += run.throttled
      if (run.finish <= lives && run.finish <= deadline) this.#end(waiting, run.finish, served, usage, sink)
      else waiting.passTo(this.#serving, run.finish)
    }
  }

  /** What threads had taken on and is done by now, or has been given up by its client; the thread works on for nobody. */
  #finish(lives: number, until: number, usage: Usage, sink: Sink): void {
    const serving = this.#serving
    for (let left = serving.size; left > 0; left--) {
      const done = serving.demand(0)
      const deadline = serving.deadline(0)
      if (done <= lives && done <= deadline) this.#end(serving, done, served, usage, sink)
      else if (deadline <= until) this.#end(serving, deadline, causeIndex.timeout, usage, sink)
      else serving.passTo(serving)
    }
  }

  /** Clients whose patience has ended while they waited. */
  #giveUp(until: number, usage: Usage, sink: Sink): void {
    const waiting = this.#waiting
    if (!isAnyDue(waiting, until)) return
    for (let left = waiting.size; left > 0; left--) {
      const deadline = waiting.deadline(0)
      if (deadline <= until) this.#end(waiting, deadline, causeIndex.timeout, usage, sink)
      else waiting.passTo(waiting)
    }
  }

  #end(queue: RequestQueue, at: number, outcome: number, usage: Usage, sink: Sink): void {
    if (sink.ended(queue.take(), this.pod, at, outcome) === served) usage.requests++
    else usage.failures++
  }
}

function isAnyDue(queue: RequestQueue, until: number): boolean {
  for (let place = 0; place < queue.size; place++) if (queue.deadline(place) <= until) return true
  return false
}

/** A process that has just begun, and has nothing to do yet. */
export function newPodServer(server: Server, millis: number, threads: number): PodServer {
  return new PodServer({
    pod: server.pod,
    startedAt: server.startedAt,
    machine: server.machine,
    millis,
    answered: 0,
    struck: false,
    workers: idleWorkers(threads, server.listensAt * microsPerTick),
    waiting: [],
    serving: [],
  })
}
