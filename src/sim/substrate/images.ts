/** How an image behaves when it is pulled and run: data that `sim app` and `sim image` set. Times are in ticks. */
import { type Tick, ticksOf } from '../core/clock.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'

export interface ImageBehaviour {
  readonly sizeBytes: number
  /** How long a pull takes on a node that doesn't have the image. */
  readonly pull: Tick
  /** From container creation to the process running. */
  readonly start: Tick
  /** From running until probes succeed. */
  readonly ready: Tick
  /** From SIGTERM to exit. A value above the grace period means it ignores SIGTERM. */
  readonly stop: Tick
  /** The process exits this long after its start; absent: it runs for ever. */
  readonly exitAfter?: Tick
  /** With which code. */
  readonly exitCode: number
  /** Pulls that end before this tick fail; Infinity: until it is mended. */
  readonly brokenUntil: Tick
  /** Pulls that begin before this tick take ten times as long. */
  readonly slowUntil: Tick
  /** CPU a request costs in the mean, in microseconds of one core; for traffic. */
  readonly cpuPerRequestMicros: number
  /** How requests differ in what they cost: not at all, or as exponential variates do. */
  readonly cpuSpread: 'constant' | 'exponential'
  /** CPU it uses without any request, in microseconds of one core a second. */
  readonly idleCpuMicros: number
  readonly memoryBytes: number
  /** What every request holds while it is in the process, and what it leaves behind for ever. */
  readonly memoryPerRequestBytes: number
  readonly leakPerRequestBytes: number
  /** One in so many requests fails; 0: none. */
  readonly errorEvery: number
}

/** "An image nobody described pulls in 1 s, starts in 1 s and runs for ever." */
export const plainImage: ImageBehaviour = Object.freeze({
  sizeBytes: 50 * 1024 * 1024,
  pull: ticksOf(1),
  start: ticksOf(1),
  ready: 0,
  stop: ticksOf(1),
  exitCode: 0,
  brokenUntil: 0,
  slowUntil: 0,
  cpuPerRequestMicros: 10_000,
  cpuSpread: 'exponential',
  idleCpuMicros: 1000,
  memoryBytes: 64 * 1024 * 1024,
  memoryPerRequestBytes: 0,
  leakPerRequestBytes: 0,
  errorEvery: 0,
})

const slowness = 10

export function isBroken(image: ImageBehaviour, tick: Tick): boolean {
  return tick < image.brokenUntil
}

/** How long a pull that begins at `tick` takes on a node without the image. */
export function pullTime(image: ImageBehaviour, tick: Tick): Tick {
  return tick < image.slowUntil ? image.pull * slowness : image.pull
}

export class Images {
  #described = new Map<string, ImageBehaviour>()
  /** Derived: the answer for every image asked for since the last description. */
  readonly #known = new Map<string, ImageBehaviour>()
  /** Raised by every description. */
  epoch = 0

  /** An image is looked up as written, then without its tag. */
  behaviour(image: string): ImageBehaviour {
    let known = this.#known.get(image)
    if (known === undefined) {
      known = this.#described.get(image) ?? this.#described.get(withoutTag(image)) ?? plainImage
      this.#known.set(image, known)
    }
    return known
  }

  /** Images that somebody has said something about. */
  get described(): readonly string[] {
    return [...this.#described.keys()]
  }

  describe(image: string, change: Partial<ImageBehaviour>): void {
    this.#described.set(image, Object.freeze({ ...this.behaviour(image), ...change }))
    this.#known.clear()
    this.epoch++
  }

  save(): unknown {
    return saveMemory(this.#described)
  }

  load(saved: unknown): void {
    this.#described = loadMemory<Map<string, ImageBehaviour>>(saved)
    this.#known.clear()
    this.epoch++
  }
}

function withoutTag(image: string): string {
  const at = image.lastIndexOf(':')
  return at > image.lastIndexOf('/') ? image.slice(0, at) : image
}
