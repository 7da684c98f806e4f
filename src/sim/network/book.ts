/** The tallies of Services' revisions and of pods, and a few requests of late for the eye. */
import type { Tick } from '../core/clock.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'
import { bucketOf } from './latency/histogram.ts'
import { countIn, isSilent, newCoarseTally, type Tally } from './tally.ts'

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

  revisionsOf(service: number): ReadonlyMap<string, Tally> {
    return this.#tallies.revisions.get(service) ?? noTallies
  }

  get pods(): ReadonlyMap<number, Tally> {
    return this.#tallies.pods
  }

  count(service: number, revision: string, pod: number, at: number, outcome: number, time: number): void {
    if (pod === 0) return
    const { revisions, pods } = this.#tallies
    const second = Math.floor(at / 1_000_000)
    const bucket = bucketOf(time)
    countIn(tallyIn(pods, pod, at), second, outcome, bucket)
    if (service === 0) return
    countIn(tallyIn(byRevision(revisions, service), revision, at), second, outcome, bucket)
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
  }

  /** What late answers and calls in vain have counted of pods that are gone, when no rate looks back on it any more. */
  dropSilent(isGone: (pod: number) => boolean, second: number): void {
    const { pods } = this.#tallies
    for (const [pod, tally] of pods) if (isSilent(tally, second) && isGone(pod)) pods.delete(pod)
  }

  /** How many pods' revisions are known. */
  get known(): number {
    return this.#tallies.hashes.size
  }

  /** Forgets the revisions of all others. */
  keepOnly(isWanted: (pod: number) => boolean): void {
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
    return saveMemory(this.#tallies)
  }

  load(saved: unknown): void {
    this.#tallies = loadMemory<Tallies>(saved)
    this.#samples = []
  }
}

const noTallies: ReadonlyMap<string, Tally> = new Map()

function tallyIn<K>(tallies: Map<K, Tally>, key: K, at: number): Tally {
  let tally = tallies.get(key)
  if (tally === undefined) {
    tally = newCoarseTally(at)
    tallies.set(key, tally)
  }
  return tally
}

function byRevision(revisions: Map<number, Map<string, Tally>>, service: number): Map<string, Tally> {
  let tallies = revisions.get(service)
  if (tallies === undefined) {
    tallies = new Map()
    revisions.set(service, tallies)
  }
  return tallies
}
