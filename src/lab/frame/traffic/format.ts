/** What the screen is told of requests: a card for every load, a row for every second of it, and a few of its requests. */
import type { Tick } from '../../../sim/core/clock.ts'
import type { ShapeName } from '../../../sim/substrate/index.ts'
import { causes, type FailureCause } from '../../../sim/world/traffic.ts'

/** What became of a request that failed, by number; `served` is -1. */
export const requestFates = causes
export type RequestFate = FailureCause

/** Words of one second of one load. */
export const secondWords = 10
export const secondColumn = {
  /** Index into `loads`. */
  load: 0,
  /** Of simulated time: the one that begins after so many seconds. */
  second: 1,
  served: 2,
  failed: 3,
  /** Milliseconds; -1: nothing was served. */
  p50: 4,
  p95: 5,
  p99: 6,
  /** CPU that the pods behind the Service used, and what they request altogether: thousandths of a core. */
  cpu: 7,
  requested: 8,
  endpoints: 9,
} as const

/** Words of one request. */
export const requestWords = 6
export const requestColumn = {
  load: 0,
  /** The slots of the Service and of the pod; 0: it did not get so far. */
  service: 1,
  pod: 2,
  tick: 3,
  /** Index into `requestFates`; -1: served. */
  fate: 4,
  millis: 5,
} as const

/** What the line that set a load said. Times are seconds, rates requests a second. */
export interface LoadSetting {
  readonly shape?: {
    readonly name: ShapeName
    readonly rps: number
    readonly peak: number
    readonly over: number
    readonly after: number
    /** "0s=50,30s=200" */
    readonly steps: string
  }
  /** A closed loop: each of them asks, thinks, and asks again. */
  readonly users?: { readonly count: number; readonly think: number }
  readonly timeout: number
  readonly retries: number
  readonly clients: number
}

export interface LoadCard {
  /** "svc/default/web" */
  readonly id: string
  /** As a line takes it: "svc/web", "svc/web -n shop". */
  readonly target: string
  readonly from: 'inside' | 'outside'
  /** Nobody asks any more. */
  readonly stopped: boolean
  /** The Service's slot; 0: there is none (any more). */
  readonly service: number
  /** An open loop by its shape, or a closed one by its users. */
  readonly shape: string
  /** Requests a second that arrive now; absent in a closed loop. */
  readonly asked?: number
  readonly users?: number
  readonly setting: LoadSetting
  readonly sent: number
  readonly served: number
  readonly failed: number
  readonly inFlight: number
  readonly failures: Readonly<Partial<Record<RequestFate, number>>>
  /** Over the last ten seconds: a second, and milliseconds. */
  readonly rps: number
  readonly failedPerSecond: number
  readonly p50?: number
  readonly p95?: number
  readonly p99?: number
  readonly endpoints: number
  /** The share of their time that the pods' threads are busy, and the mean wait in milliseconds, by Erlang's formula. */
  readonly utilisation?: number
  readonly waitMillis?: number
  /** Where somebody looks at them. */
  readonly pods: readonly PodLoad[]
}

/** One pod that the Service's requests may meet, over the last ten seconds. */
export interface PodLoad {
  readonly pod: number
  /** Whether new connections go to it, as soon as every proxy knows. */
  readonly isEndpoint: boolean
  readonly rps: number
  readonly failedPerSecond: number
  readonly p95?: number
  /** Requests in its process, and how many of them it works on at once; 0: no process has been asked yet. */
  readonly inFlight: number
  readonly threads: number
}

export interface TrafficFrame {
  readonly loads: readonly LoadCard[]
  /**
   * Seconds since the last frame; they take the place of all that are known from the first one on. In a whole frame all
   * that is known of the recording.
   */
  readonly seconds: Float64Array<ArrayBuffer>
  /** Requests since the last frame; none in a whole frame. */
  readonly requests: Int32Array<ArrayBuffer>
  readonly tick: Tick
}

/** Pods of one Service that are told of one by one. */
export const mostPodLoads = 120
