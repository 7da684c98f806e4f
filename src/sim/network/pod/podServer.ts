/**
 * The process that answers a pod's requests, as a queue with threads: first come, first served. Each request costs CPU
 * time; how long it takes follows from the threads, the CPU limit and what has come before it (Lindley's recursion
 * for every thread). Nothing here is drawn or averaged: waiting times come out as they would.
 */
import type { Tick } from '../../core/clock.ts'
import { type ImageBehaviour, plainImage, type Server, type Told, type Usage } from '../../substrate/index.ts'
import { microsPerTick } from '../load/rate.ts'
import { causeIndex, served } from '../outcome.ts'
import { none, type RequestTable } from '../requestTable.ts'
import type { Host } from './hosts.ts'
import { RequestQueue } from './requestQueue.ts'
import { idleWorkers, nextWorker, quotaOf, type Run, threadsOf, type Workers, work } from './workers.ts'

/** Whoever is told what has become of a request, and answers its outcome: what was served may still be an error. */
export interface Sink {
  ended(row: number, process: PodServer, at: number, outcome: number): number
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
  readonly usage: Usage
  /** Requests this process has worked on. */
  answered: number
  /** Whether the kernel has been told that it has outgrown its memory. */
  struck: boolean
  /** Of `millis`, what it gets in this tick. */
  granted: number
  /** Whether it is among those with requests in them. */
  isBusy = false
  /** The Service by way of which its requests are counted, as far as the book is open for it. */
  countedFor = -1
  /** What its machine was last said to run in the pod, and how that behaves. */
  told: Told | undefined
  behaviour: ImageBehaviour = plainImage
  host: Host
  readonly #table: RequestTable
  readonly #waiting: RequestQueue
  /** Those that a thread has taken on. */
  readonly #serving: RequestQueue
  readonly #workers: Workers
  /** From then on no thread has anything to do. */
  #busyUntil: number
  #isSorted = true

  constructor(image: PodServerImage, table: RequestTable, usage: Usage, host: Host) {
    this.pod = image.pod
    this.startedAt = image.startedAt
    this.machine = image.machine
    this.millis = image.millis
    this.usage = usage
    this.answered = image.answered
    this.struck = image.struck
    this.granted = image.millis
    this.told = undefined
    this.host = host
    this.#table = table
    this.#waiting = new RequestQueue(table, image.waiting)
    this.#serving = new RequestQueue(table, image.serving)
    const { freeAt, period, used } = image.workers
    this.#workers = { freeAt: [...freeAt], period: [...period], used: [...used] }
    this.#busyUntil = Math.max(...freeAt)
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

  accept(row: number): void {
    const waiting = this.#waiting
    if (waiting.size > 0 && this.#table.sent(waiting.last) > this.#table.sent(row)) this.#isSorted = false
    waiting.push(row)
  }

  /** CPU that it could use in the tick that ends at `until`, in thousandths of a core. */
  wants(until: number): number {
    const from = until - microsPerTick
    const table = this.#table
    let micros = 0
    for (let row = this.#waiting.first; row !== none; row = table.next(row)) micros += table.demand(row)
    if (this.#busyUntil > from)
      for (const free of this.#workers.freeAt) micros += Math.max(0, Math.min(free, until) - from)
    return Math.min(this.millis, (micros / microsPerTick) * 1000)
  }

  /** Works on until `until`. `server`: the process as its machine runs it. */
  advance(until: number, server: Server, sink: Sink): void {
    const lives = Math.min(until, server.endsAt * microsPerTick, server.hungSince * microsPerTick)
    if (!this.#isSorted) this.#waiting.sort()
    this.#isSorted = true
    if (this.#waiting.size > 0) this.#begin(lives, quotaOf(this.granted, this.threads), sink)
    if (this.#serving.size > 0) this.#finish(lives, until, sink)
    if (this.#waiting.size > 0) this.#giveUp(until, sink)
  }

  /** The process is gone: whatever was in it is lost with its connections. */
  die(at: number, sink: Sink): void {
    for (const queue of [this.#serving, this.#waiting]) {
      while (queue.size > 0) {
        const row = queue.shift()
        this.#end(row, Math.max(at, this.#table.sent(row)), causeIndex.reset, sink)
      }
    }
  }

  /** The machine can't be reached: what was in the process goes into `lost`, and nobody hears of it any more. */
  vanish(lost: (load: number) => RequestQueue): void {
    const table = this.#table
    for (const queue of [this.#serving, this.#waiting]) {
      while (queue.size > 0) {
        const row = queue.shift()
        const load = table.load(row)
        table.setLoad(row, this.pod)
        table.setDemand(row, causeIndex.unreachable)
        lost(load).push(row)
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
  #begin(lives: number, quota: number, sink: Sink): void {
    const waiting = this.#waiting
    const workers = this.#workers
    const table = this.#table
    const usage = this.usage
    while (waiting.size > 0) {
      const row = waiting.first
      const thread = nextWorker(workers)
      const start = Math.max(workers.freeAt[thread] as number, table.sent(row))
      if (start >= lives) return
      waiting.shift()
      const deadline = table.deadline(row)
      if (start > deadline) {
        this.#end(row, deadline, causeIndex.timeout, sink)
        continue
      }
      const demand = table.demand(row)
      work(workers, thread, start, demand, quota, run)
      if (run.finish > this.#busyUntil) this.#busyUntil = run.finish
      this.answered++
      usage.cpuMicros += demand
      if (run.throttled > 0) usage.throttledMicros += run.throttled
      if (run.finish <= lives && run.finish <= deadline) this.#end(row, run.finish, served, sink)
      else {
        table.setDemand(row, run.finish)
        this.#serving.push(row)
      }
    }
  }

  /** What threads had taken on and is done by now, or has been given up by its client; the thread works on for nobody. */
  #finish(lives: number, until: number, sink: Sink): void {
    const serving = this.#serving
    const table = this.#table
    for (let left = serving.size; left > 0; left--) {
      const row = serving.shift()
      const done = table.demand(row)
      const deadline = table.deadline(row)
      if (done <= lives && done <= deadline) this.#end(row, done, served, sink)
      else if (deadline <= until) this.#end(row, deadline, causeIndex.timeout, sink)
      else serving.push(row)
    }
  }

  /** Clients whose patience has ended while they waited. */
  #giveUp(until: number, sink: Sink): void {
    const waiting = this.#waiting
    if (!isAnyDue(this.#table, waiting, until)) return
    for (let left = waiting.size; left > 0; left--) {
      const row = waiting.shift()
      const deadline = this.#table.deadline(row)
      if (deadline <= until) this.#end(row, deadline, causeIndex.timeout, sink)
      else waiting.push(row)
    }
  }

  #end(row: number, at: number, outcome: number, sink: Sink): void {
    if (sink.ended(row, this, at, outcome) === served) this.usage.requests++
    else this.usage.failures++
  }
}

function isAnyDue(table: RequestTable, queue: RequestQueue, until: number): boolean {
  for (let row = queue.first; row !== none; row = table.next(row))
    if (table.deadline(row) <= until) return true
  return false
}

/** A process that has just begun, and has nothing to do yet. */
export function newPodServer(server: Server, table: RequestTable, usage: Usage, host: Host): PodServer {
  const { pod, startedAt, machine, cpuLimitMillis, listensAt } = server
  const millis = cpuLimitMillis > 0 ? Math.min(cpuLimitMillis, host.millis) : host.millis
  const workers = idleWorkers(threadsOf(cpuLimitMillis, host.millis), listensAt * microsPerTick)
  const image = {
    pod,
    startedAt,
    machine,
    millis,
    answered: 0,
    struck: false,
    workers,
    waiting: [],
    serving: [],
  }
  return new PodServer(image, table, usage, host)
}
