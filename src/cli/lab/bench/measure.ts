/** One bench run: a cluster comes up, rests, and is shaken a little; everything is timed on this machine's clock. */
import { ticksOf } from '../../../sim/core/clock.ts'
import { worldHash } from '../../../sim/world/hash.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { liveBytes } from './heap.ts'
import { type Phase, timed } from './phase.ts'
import { sendRequests } from './requests.ts'
import { type SeekFigures, Seeking } from './seeking.ts'
import { stepFor, stepUntilReady } from './stepping.ts'
import { askForPods, deleteSome, newWorld, type WorldSize } from './world.ts'

export interface BenchOptions extends WorldSize {
  /** Services that get requests in the traffic phases, and how many each gets a second. 0: none of these phases. */
  readonly services: number
  readonly rps: number
  /** They get them from the start, while the cluster comes up, instead of in phases of their own. */
  readonly loadsFromStart?: boolean
  /** Seeks to moments of bring-up and rest, with the keyframes that they need; 0: none. */
  readonly seeks: number
}

export interface BenchFigures {
  readonly bringUp: Phase
  /** Sent while it came up. */
  readonly bringUpRequests: number
  readonly idle: Phase
  readonly churn: Phase
  /** Rest and churn again, with requests; absent where none were asked for. */
  readonly traffic: { readonly idle: Phase; readonly churn: Phase; readonly requests: number } | undefined
  readonly visitsPerCause: number
  /** Nodes that fitted a pod and were scored: on average and at most. */
  readonly scored: { readonly mean: number; readonly most: number }
  readonly seeking: SeekFigures | undefined
  /** What is there now, objects and columns, after a collection, without keyframes and without the ledger. */
  readonly heapMegabytes: number
  readonly bytesPerPod: number
  /** The ledger, which grows with every write. */
  readonly ledgerMegabytes: number
  readonly hash: string
}

const idleFor = ticksOf(600)
/** Of the churn, and of rest and churn with requests. */
const churnFor = ticksOf(120)

export function measure(options: BenchOptions): BenchFigures {
  const before = liveBytes()
  const world = newWorld(options)
  const bringUp = timed(world, () => {
    begin(world, options)
    return stepUntilReady(world)
  })
  const bringUpRequests = requestsIn(world)
  const visitsPerCause = visitRatio(world)
  const scored = scoredNodes(world)
  const idle = timed(world, () => stepFor(world, idleFor))
  const churn = timed(world, () => stepFor(world, churnFor, () => deleteSome(world)))
  const hasPhases = options.services > 0 && !options.loadsFromStart
  const traffic = hasPhases ? measureTraffic(world, options) : undefined
  const ledger = world.engine.state.ledger.bytes
  const heap = liveBytes() - ledger
  const hash = worldHash(world)
  // Another world: keyframes are no part of what is timed above.
  const seeking = options.seeks === 0 ? undefined : measureSeeks(options)
  return {
    bringUp,
    bringUpRequests,
    idle,
    churn,
    traffic,
    visitsPerCause,
    scored,
    seeking,
    heapMegabytes: heap / 1e6,
    bytesPerPod: (heap - before) / options.pods,
    ledgerMegabytes: ledger / 1e6,
    hash,
  }
}

function begin(world: Simulation, { pods, loadsFromStart, services, rps }: BenchOptions): void {
  askForPods(world, pods)
  if (loadsFromStart) sendRequests(world, services, rps)
}

/** The same run once more, with keyframes, and then seeks all over it. */
function measureSeeks(options: BenchOptions): SeekFigures {
  const world = newWorld(options)
  begin(world, options)
  const seeking = new Seeking(world)
  const offer = () => seeking.offer()
  stepUntilReady(world, offer)
  stepFor(world, idleFor, offer)
  return seeking.finish(options.seeks, liveBytes)
}

function measureTraffic(world: Simulation, options: BenchOptions): NonNullable<BenchFigures['traffic']> {
  sendRequests(world, options.services, options.rps)
  stepFor(world, ticksOf(5))
  const idle = timed(world, () => stepFor(world, churnFor))
  const churn = timed(world, () => stepFor(world, churnFor, () => deleteSome(world)))
  return { idle, churn, requests: requestsIn(world) }
}

/** All that were ever sent. */
function requestsIn({ components }: Simulation): number {
  return components.network.runs.reduce((sum, { arrivals }) => sum + arrivals, 0)
}

/** Watch deliveries and timers for each write: a constant, however large the cluster is. */
function visitRatio(world: Simulation): number {
  const { changesDelivered, timersFired } = world.counters
  return (changesDelivered + timersFired) / world.engine.state.ledger.head
}

function scoredNodes({ components }: Simulation): BenchFigures['scored'] {
  const { decisions, scored, mostScored } = components.scheduler.counters
  return { mean: scored / Math.max(1, decisions), most: mostScored }
}
