/**
 * The tallies of loads, of Services' revisions and of pods, and a few requests of late for the eye. What has become of
 * attempts waits in a journal until somebody looks: whoever reads the book finds everything counted.
 */
import type { Tick } from '../core/clock.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'
import { Journal, noLoad } from './journal.ts'
import { bucketOf } from './latency/histogram.ts'
import { count, isSilent, newCoarseTally, type Tally } from './tally.ts'

/** One request of many, as it went. No part of the world: it is neither saved nor hashed. */
export interface Sample {
  /** The load's id; the Service's and the pod's slots, 0: it found none. */
  readonly load: string
  readonly service: number
  readonly pod: number
  readonly revision: string
  readonly tick: Tick
  /** Index of the cause, or `served`. */
  readonly outcome: number
  readonly millis: number
}

interface Tallies {
  /** By the Service's slot, then by template hash. */
  readonly revisions: Map<number, Map<string, Tally>>
  readonly pods: Map<number, Tally>
  /** The template hash of pods, those too that are gone and may still be called on. */
  readonly hashes: Map<number, string>
}

/** So many of late are kept for showing, and so many of one tick. */
const mostSamples = 256
const samplesPerTick = 12

export class Book {
  readonly #journal = new Journal()
  /** Pods whose tallies were dropped, and the first row of the journal that is of a later one. */
  readonly #dropped = new Map<number, number>()
  /** By the load's number. */
  #loads: Tally[] = []
  #tallies: Tallies = {
    revisions: new Map(),
    pods: new Map(),
    hashes: new Map(),
  }
  #samples: Sample[] = []
  /** Samples ever taken: who has seen so many has seen all before. */
  sampled = 0
  #sampledAt: Tick = 0
  #sampledNow = 0

  /** A load has begun: the next number is its. */
  begin(tally: Tally): void {
    this.#loads.push(tally)
  }

  /** From `at` on requests for the pod are counted, by way of this Service (0: by none), as one of this revision. */
  open(pod: number, revision: string, service: number, at: number): void {
    const { pods, revisions } = this.#tallies
    if (!pods.has(pod)) pods.set(pod, newCoarseTally(at))
    if (service === 0) return
    let tallies = revisions.get(service)
    if (tallies === undefined) {
      tallies = new Map()
      revisions.set(service, tallies)
    }
    if (!tallies.has(revision)) tallies.set(revision, newCoarseTally(at))
  }

  ofLoad(load: number): Tally {
    this.#post()
    return this.#loads[load] as Tally
  }

  revisionsOf(service: number): ReadonlyMap<string, Tally> {
    this.#post()
    return this.#tallies.revisions.get(service) ?? noTallies
  }

  get pods(): ReadonlyMap<number, Tally> {
    this.#post()
    return this.#tallies.pods
  }

  /**
   * An attempt has ended. `load`: whose request is over with it; `noLoad`: its client tries again. `time` and `whole`: since
   * this attempt was sent, and since the first one was, in microseconds.
   */
  write(
    load: number,
    service: number,
    pod: number,
    at: number,
    outcome: number,
    time: number,
    whole: number,
  ): void {
    const journal = this.#journal
    const second = Math.floor(at / 1_000_000)
    if (!journal.hasRoom(second)) this.#post()
    const row = journal.add(second)
    const bucket = bucketOf(time)
    journal.pods[row] = pod
    journal.services[row] = service
    journal.loads[row] = load
    journal.outcomes[row] = outcome
    journal.times[row] = bucket
    journal.wholes[row] = whole === time ? bucket : bucketOf(whole)
  }

  revisionOf(pod: number): string | undefined {
    return this.#tallies.hashes.get(pod)
  }

  remember(pod: number, revision: string): void {
    this.#tallies.hashes.set(pod, revision)
  }

  /** What a pod has done stays in its revision's tally. */
  dropPod(pod: number): void {
    this.#tallies.pods.delete(pod)
    if (this.#journal.size > 0) this.#dropped.set(pod, this.#journal.size)
  }

  /** What late answers and calls in vain have counted of pods that are gone, when no rate looks back on it any more. */
  dropSilent(isGone: (pod: number) => boolean, second: number): void {
    this.#post()
    const { pods } = this.#tallies
    for (const [pod, tally] of pods) if (isSilent(tally, second) && isGone(pod)) pods.delete(pod)
  }

  /** How many pods' revisions are known. */
  get known(): number {
    return this.#tallies.hashes.size
  }

  /** Forgets the revisions of all others. */
  keepOnly(isWanted: (pod: number) => boolean): void {
    this.#post()
    const { hashes } = this.#tallies
    for (const pod of hashes.keys()) if (!isWanted(pod)) hashes.delete(pod)
  }

  /** Whether this tick still wants one. */
  wantsSample(tick: Tick): boolean {
    if (this.#sampledAt !== tick) {
      this.#sampledAt = tick
      this.#sampledNow = 0
    }
    return this.#sampledNow < samplesPerTick
  }

  sample(sample: Sample): void {
    this.#sampledNow++
    this.sampled++
    this.#samples.push(sample)
    if (this.#samples.length > 2 * mostSamples) this.#samples = this.#samples.slice(-mostSamples)
  }

  /** Those taken since `seen` of them had been, as far as they are kept. */
  samplesSince(seen: number): readonly Sample[] {
    const fresh = Math.min(this.sampled - seen, this.#samples.length)
    return fresh <= 0 ? [] : this.#samples.slice(-fresh)
  }

  save(): unknown {
    this.#post()
    return saveMemory(this.#tallies)
  }

  /** `loads`: the tallies of the loads, by number. */
  load(saved: unknown, loads: readonly Tally[]): void {
    this.#journal.clear()
    this.#dropped.clear()
    this.#loads = [...loads]
    this.#tallies = loadMemory<Tallies>(saved)
    this.#samples = []
  }

  /** Counts what has been written down since. */
  #post(): void {
    const journal = this.#journal
    if (journal.size === 0) return
    const { pods, services, loads, seconds, outcomes, times, wholes } = journal
    const rows = journal.byPod()
    for (let i = 0; i < journal.size; i++) {
      const row = rows[i] as number
      const pod = pods[row] as number
      const load = loads[row] as number
      const second = seconds[row] as number
      const outcome = outcomes[row] as number
      const time = times[row] as number
      const tally = this.#tallyOf(pod, row)
      if (tally !== undefined) count(tally, second, outcome, time)
      const revision = this.#revisionTally(pod, services[row] as number)
      if (revision !== undefined) count(revision, second, outcome, time)
      if (load !== noLoad) count(this.#loads[load] as Tally, second, outcome, wholes[row] as number)
    }
    journal.clear()
    this.#dropped.clear()
  }

  /** Undefined: it was dropped after this row was written, or no pod was asked. */
  #tallyOf(pod: number, row: number): Tally | undefined {
    if (this.#dropped.size > 0 && row < (this.#dropped.get(pod) ?? 0)) return undefined
    return this.#tallies.pods.get(pod)
  }

  #revisionTally(pod: number, service: number): Tally | undefined {
    if (pod === 0 || service === 0) return undefined
    return this.#tallies.revisions.get(service)?.get(this.#tallies.hashes.get(pod) ?? '')
  }
}

const noTallies: ReadonlyMap<string, Tally> = new Map()
