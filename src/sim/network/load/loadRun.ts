/**
 * One load as it is played: when its requests come, its users, who asks again, and whose packets were lost. Arrivals of an
 * open loop are a Poisson process whose rate follows the shape: a request comes whenever the rate, summed over time, has
 * used up an exponential variate (the inversion of the integrated rate; P. Lewis and G. Shedler, 1979).
 */
import type { Service } from '../../api/types/index.ts'
import { drawNth, drawStream } from '../../core/draw.ts'
import { exponential } from '../../core/exponential.ts'
import type { Load, Users } from '../../substrate/index.ts'
import { RequestQueue } from '../pod/requestQueue.ts'
import type { Request } from '../request.ts'
import type { RequestTable } from '../requestTable.ts'
import { newTally, type Tally } from '../tally.ts'
import { microsPerTick, perMicro, rateAt } from './rate.ts'

/** A request is about to be sent: the row of the table that it is in. */
export type Send = (run: LoadRun, row: number) => void

export interface Retry {
  readonly at: number
  readonly request: Request
}

export interface LoadImage {
  readonly number: number
  readonly load: Load
  readonly stopped: boolean
  readonly arrivals: number
  readonly inFlight: number
  readonly left: number
  readonly nextAt: readonly number[]
  readonly retries: readonly Retry[]
  readonly lost: readonly number[]
  /** What became of requests, each counted once: of the last attempt, with the time since the first. The book keeps it. */
  readonly tally: Tally
}

/** The first wait before a client asks again; doubled with every attempt (the usual exponential back-off with jitter). */
const firstBackOff = 100_000

/** Nobody is quicker than this, or a user who is refused at once would ask without end in no time. */
const leastPause = 1000

/** What of a Service decides where a request goes, worked out for as long as the Service is this object. */
export interface ServiceRules {
  readonly service: Service
  /** Whether only pods on the node by which it enters are meant: of requests from inside and from outside. */
  readonly isLocal: { readonly inside: boolean; readonly outside: boolean }
  /** Whether clients stay with the pod that they had. */
  readonly isSticky: boolean
}

export class LoadRun {
  /** By which requests name it. */
  readonly number: number
  load: Load
  stopped = false
  /** Requests that were ever begun, each counted once however often it was tried. */
  arrivals = 0
  /** Of them, those that nothing has become of yet. */
  inFlight = 0
  /** Requests whose packets go nowhere, until their clients give up: `load` is the pod's slot, and `demand` the cause. */
  readonly lost: RequestQueue
  /** The slot of the Service that its requests are for now; 0: there is none. Found anew in every tick. */
  service = 0
  /** Those of the Service that its last request went to. */
  rules: ServiceRules | undefined
  /** Streams of draws: which node a request enters by, which endpoint it gets, what it costs, whether it ends in an error. */
  readonly luck: {
    readonly entry: number
    readonly endpoint: number
    readonly cost: number
    readonly error: number
  }
  #left: number
  #nextAt: number[]
  #retries: Retry[]
  readonly #table: RequestTable
  readonly #gaps: number
  readonly #users: number
  readonly #thinking: number
  readonly #backOff: number

  constructor(seed: number, image: LoadImage, table: RequestTable) {
    this.number = image.number
    this.load = image.load
    this.stopped = image.stopped
    this.arrivals = image.arrivals
    this.inFlight = image.inFlight
    this.#table = table
    this.lost = new RequestQueue(table, image.lost)
    this.#left = image.left
    this.#nextAt = [...image.nextAt]
    this.#retries = [...image.retries]
    const stream = (purpose: string) => drawStream(seed, purpose, image.load.id)
    this.luck = {
      entry: stream('entry'),
      endpoint: stream('endpoint'),
      cost: stream('cost'),
      error: stream('error'),
    }
    this.#gaps = stream('gap')
    this.#users = stream('user')
    this.#thinking = stream('think')
    this.#backOff = stream('again')
    if (this.#left < 0) this.#left = this.#gap()
  }

  /** It was set anew: what is under way goes on. Users who had gone begin as new ones. */
  become(load: Load): void {
    if (this.stopped || load.users === undefined) this.#nextAt = []
    this.load = load
    this.stopped = false
  }

  /** Sends what is due before `until`. Answers whether anything was. */
  send(from: number, until: number, send: Send): boolean {
    const before = this.arrivals
    const again = this.#sendAgain(until, send)
    const since = Math.max(from, this.load.since * microsPerTick)
    if (!this.stopped && since < until) {
      if (this.load.shape !== undefined) this.#open(since, until, send)
      else if (this.load.users !== undefined) this.#sendUsers(this.load.users, until, send)
    }
    return again || this.arrivals !== before
  }

  /** What users of a closed loop do now, and retries, until `until`: both may follow from answers of the same tick. */
  follow(until: number, send: Send): boolean {
    const before = this.arrivals
    const again = this.#sendAgain(until, send)
    if (!this.stopped && this.load.users !== undefined) this.#sendUsers(this.load.users, until, send)
    return again || this.arrivals !== before
  }

  /** An attempt has failed; answers whether the client asks again. */
  tryAgain(at: number, row: number): boolean {
    const attempt = this.#table.attempt(row)
    if (attempt >= this.load.retries || this.stopped) return false
    const jitter = 0.5 + drawNth(this.#backOff, this.#table.luck(row)) / 8_589_934_592
    let wait = firstBackOff
    for (let i = 0; i < attempt && i < 6; i++) wait *= 2
    const sent = at + wait * jitter
    this.#retries.push({ at: sent, request: this.#table.again(row, sent) })
    return true
  }

  /** The request is over, for good or ill; a user thinks, and goes on. */
  over(at: number, row: number): void {
    this.inFlight--
    const { users } = this.load
    if (users === undefined) return
    const user = this.#table.user(row)
    if (user >= this.#nextAt.length) return
    const thinks = users.thinkMicros * exponential(drawNth(this.#thinking, this.#table.number(row)))
    this.#nextAt[user] = at + Math.max(leastPause, thinks)
  }

  /** `tally`: the book's. */
  save(tally: Tally): LoadImage {
    return {
      number: this.number,
      load: this.load,
      stopped: this.stopped,
      arrivals: this.arrivals,
      inFlight: this.inFlight,
      left: this.#left,
      nextAt: [...this.#nextAt],
      retries: [...this.#retries],
      lost: this.lost.save(),
      tally,
    }
  }

  get toTryAgain(): number {
    return this.#retries.length
  }

  #open(since: number, until: number, send: Send): void {
    const { shape, since: start, clients } = this.load
    // The rate holds for a tick: that of its beginning.
    const rate = perMicro(
      rateAt(shape as NonNullable<Load['shape']>, Math.floor(since / microsPerTick) - start),
    )
    if (rate <= 0) return
    let at = since
    for (;;) {
      const gap = this.#left / rate
      if (at + gap >= until) {
        this.#left -= (until - at) * rate
        return
      }
      at += gap
      const client = Math.floor((drawNth(this.#users, this.arrivals) / 4_294_967_296) * clients)
      this.#begin(at, client, send)
      this.#left = this.#gap()
    }
  }

  #sendUsers({ count, thinkMicros }: Users, until: number, send: Send): void {
    const next = this.#nextAt
    if (next.length > count) next.length = count
    while (next.length < count) {
      const first = exponential(drawNth(this.#thinking, -1 - next.length))
      next.push(this.load.since * microsPerTick + thinkMicros * first)
    }
    for (let user = 0; user < count; user++) {
      const at = next[user] as number
      if (at >= until) continue
      next[user] = Number.POSITIVE_INFINITY
      this.#begin(at, user, send)
    }
  }

  #begin(at: number, user: number, send: Send): void {
    const row = this.#table.begin(this.number, this.arrivals, user, 0, at, at)
    this.arrivals++
    this.inFlight++
    send(this, row)
  }

  #sendAgain(until: number, send: Send): boolean {
    if (this.#retries.length === 0) return false
    const due = this.#retries.filter(({ at }) => at < until)
    if (due.length === 0) return false
    this.#retries = this.#retries.filter(({ at }) => at >= until)
    due.sort((a, b) => a.at - b.at || a.request.number - b.request.number)
    for (const { request } of due) send(this, this.#table.open(request))
    return true
  }

  #gap(): number {
    return exponential(drawNth(this.#gaps, this.arrivals))
  }
}

/** A load that has just been set, as the image of one. */
export function newLoad(load: Load, number: number): LoadImage {
  return {
    number,
    load,
    stopped: false,
    arrivals: 0,
    inFlight: 0,
    left: -1,
    nextAt: [],
    retries: [],
    lost: [],
    tally: newTally(load.since * microsPerTick),
  }
}
