/** One bench run: a cluster comes up, rests, and is shaken a little; everything is timed on this machine's clock. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Deployments } from '../../../sim/api/kinds/deployment/index.ts'
import { kindId } from '../../../sim/api/kinds/index.ts'
import { Pods } from '../../../sim/api/kinds/pod/index.ts'
import type { Deployment, Pod } from '../../../sim/api/types/index.ts'
import type { Caller } from '../../../sim/apiserver/caller.ts'
import { ticksOf } from '../../../sim/core/clock.ts'
import { causedBy } from '../../../sim/core/ledger.ts'
import { buildCluster } from '../../../sim/world/genesis.ts'
import { worldHash } from '../../../sim/world/hash.ts'
import { Simulation } from '../../../sim/world/simulation.ts'
import { sendRequests } from './requests.ts'
import { type SeekFigures, Seeking } from './seeking.ts'
import { workload } from './workload.ts'

export interface BenchOptions {
  readonly nodes: number
  readonly pods: number
  /** Modelled pod creations a second. */
  readonly podsPerSecond: number
  /** Services that get requests in the traffic phases, and how many each gets a second. 0: none of these phases. */
  readonly services: number
  readonly rps: number
  /** Seeks to moments of bring-up and rest, with the keyframes that they need; 0: none. */
  readonly seeks: number
}

export interface BenchFigures {
  readonly bringUp: Phase
  readonly idle: Phase
  readonly churn: Phase
  /** Rest and churn again, with requests; absent where none were asked for. */
  readonly traffic: { readonly idle: Phase; readonly churn: Phase; readonly requests: number } | undefined
  readonly visitsPerCause: number
  /** Nodes that fitted a pod and were scored: on average and at most. */
  readonly scored: { readonly mean: number; readonly most: number }
  readonly seeking: SeekFigures | undefined
  /** What is there now, after a collection, without keyframes. */
  readonly heapMegabytes: number
  readonly bytesPerPod: number
  /** The ledger, which grows with every write. */
  readonly ledgerMegabytes: number
  readonly hash: string
}

export interface Phase {
  readonly simulatedSeconds: number
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly writes: number
  readonly longestTickMs: number
}

const idleFor = ticksOf(600)
/** Of the churn, and of rest and churn with requests. */
const churnFor = ticksOf(120)
const deletionsPerTick = 1
/** Asking whether all pods are ready costs more than many a tick. */
const askEvery = 10
const giveUpAfter = ticksOf(3600)

export function measure(options: BenchOptions): BenchFigures {
  const before = liveHeap()
  const world = newWorld(options)
  const bringUp = timed(world, () => {
    for (const deployment of workload(options.pods)) world.engine.server.create(user, Deployments, deployment)
    return stepUntil(world, () => readyPods(world) === options.pods)
  })
  const visitsPerCause = visitRatio(world)
  const scored = scoredNodes(world)
  const idle = timed(world, () => stepFor(world, idleFor, () => undefined))
  const churn = timed(world, () => stepFor(world, churnFor, () => deleteSome(world)))
  const traffic = options.services === 0 ? undefined : measureTraffic(world, options)
  const heap = liveHeap()
  const hash = worldHash(world)
  const ledgerMegabytes = world.engine.state.ledger.bytes / 1e6
  // Another world: keyframes are no part of what is timed above.
  const seeking = options.seeks === 0 ? undefined : measureSeeks(options)
  return {
    bringUp,
    idle,
    churn,
    traffic,
    visitsPerCause,
    scored,
    seeking,
    heapMegabytes: heap / 1e6,
    bytesPerPod: (heap - before) / options.pods,
    ledgerMegabytes,
    hash,
  }
}

function newWorld(options: BenchOptions): Simulation {
  const world = new Simulation({ seed: 1 })
  const machines = Array.from({ length: options.nodes }, (_, i) => ({
    name: `node-${i + 1}`,
    cpu: '8',
    memory: '32Gi',
    pods: 110,
    zone: `zone-${'abc'.charAt(i % 3)}`,
    labels: {},
  }))
  buildCluster(world, machines, 'sim cluster')
  const limit = { qps: options.podsPerSecond, burst: options.podsPerSecond }
  world.engine.limits.set('controller-manager', limit)
  world.engine.limits.set('scheduler', { qps: 2 * options.podsPerSecond, burst: 2 * options.podsPerSecond })
  return world
}

/** The same run once more, with keyframes, and then seeks all over it. */
function measureSeeks(options: BenchOptions): SeekFigures {
  const world = newWorld(options)
  for (const deployment of workload(options.pods)) world.engine.server.create(user, Deployments, deployment)
  const seeking = new Seeking(world)
  const offer = () => seeking.offer()
  stepUntil(world, () => readyPods(world) === options.pods, offer)
  stepFor(world, idleFor, offer)
  return seeking.finish(options.seeks, liveHeap)
}

function measureTraffic(world: Simulation, options: BenchOptions): NonNullable<BenchFigures['traffic']> {
  sendRequests(world, options.services, options.rps)
  stepFor(world, ticksOf(5), () => undefined)
  const idle = timed(world, () => stepFor(world, churnFor, () => undefined))
  const churn = timed(world, () => stepFor(world, churnFor, () => deleteSome(world)))
  const requests = world.components.network.runs.reduce((sum, { arrivals }) => sum + arrivals, 0)
  return { idle, churn, requests }
}

const user: Caller = { actor: 'kubectl', cause: causedBy(0) }

function timed(world: Simulation, run: () => number): Phase {
  const { ledger, tick } = { ledger: world.engine.state.ledger, tick: world.tick }
  const writes = ledger.head
  const cpu = process.cpuUsage()
  const start = performance.now()
  const longestTickMs = run()
  const wallSeconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(cpu)
  return {
    simulatedSeconds: (world.tick - tick) / 10,
    wallSeconds,
    cpuSeconds: (used.user + used.system) / 1e6,
    writes: ledger.head - writes,
    longestTickMs,
  }
}

/** Answers the longest tick in milliseconds. */
function stepUntil(world: Simulation, done: () => boolean, each: () => void = () => undefined): number {
  let longest = 0
  const limit = world.tick + giveUpAfter
  for (let steps = 0; (world.isBusy && steps % askEvery !== 0) || !done(); steps++) {
    if (world.tick > limit) throw new Error(`after an hour only ${readyPods(world)} pods are ready`)
    longest = Math.max(longest, timedStep(world, world.nextTick))
    each()
  }
  return longest
}

function stepFor(world: Simulation, ticks: number, each: () => void): number {
  let longest = 0
  const end = world.tick + ticks
  while (world.tick < end) {
    each()
    longest = Math.max(longest, timedStep(world, Math.min(world.nextTick, end)))
  }
  return longest
}

function timedStep(world: Simulation, tick: number): number {
  const start = performance.now()
  world.step(Math.min(tick, world.tick + giveUpAfter))
  return performance.now() - start
}

/** Counted from the Deployments' statuses: five thousand objects, not a hundred and fifty thousand. */
function readyPods({ engine }: Simulation): number {
  const { registry } = engine.state
  let ready = 0
  for (const slot of registry.names(kindId(Deployments)).slots()) {
    ready += (registry.value(slot) as Deployment).status.readyReplicas ?? 0
  }
  return ready
}

function deleteSome(world: Simulation): void {
  const names = world.engine.state.registry.slotCount
  for (let i = 0; i < deletionsPerTick; i++) {
    const slot = 1 + ((world.tick * 7919 + i * 104_729) % names)
    const object = world.engine.state.registry.value(slot) as Pod | undefined
    if (object?.kind !== 'Pod' || object.metadata.deletionTimestamp !== undefined) continue
    world.engine.server.delete(user, Pods, object.metadata.namespace ?? '', object.metadata.name)
  }
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

/** Bytes in use after a full collection. */
function liveHeap(): number {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  collectGarbage()
  return process.memoryUsage().heapUsed
}
