/**
 * What the cluster sees of the cloud it runs on: pools of like machines that grow and shrink, and addresses that the
 * world can reach. Components and commands ask it; none of them knows how it does what it does.
 */
import type { Tick } from '../core/clock.ts'
import type { AutoscalerOptions } from './autoscalerOptions.ts'

/** A machine of a pool, on its way or there. */
export interface PoolMachine {
  readonly name: string
  readonly zone: string
  readonly askedAt: Tick
  /** When it comes; Infinity while nobody can tell. */
  readonly dueAt: Tick
  /** Undefined while it is on its way. */
  readonly cameAt: Tick | undefined
}

export interface PoolShape {
  readonly name: string
  readonly cpu: string
  readonly memory: string
  readonly pods: number
  /** Its machines are spread over them; empty: machines without a zone. */
  readonly zones: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly min: number
  readonly max: number
  /** For one machine and hour. */
  readonly price: number
  /** How long a machine takes to come, on average; undefined: as long as this world's machines do. */
  readonly boot: Tick | undefined
}

export interface NodePool extends PoolShape {
  /** As many as the target size, oldest first. */
  readonly machines: readonly PoolMachine[]
  /** Machines asked for do not come. */
  readonly isBroken: boolean
}

export interface LoadBalancer {
  readonly ip: string
  readonly readyAt: Tick
}

/** `because`, everywhere: the revision of what brought it about. */
export interface CloudProvider {
  /** In the order in which they were added. */
  readonly pools: readonly NodePool[]
  pool(name: string): NodePool | undefined
  /** The pool that a machine belongs to. */
  poolOf(machine: string): NodePool | undefined
  addPool(shape: PoolShape): void
  /** With all its machines. */
  removePool(name: string, because: number): void
  /** Asks for so many more machines. */
  grow(pool: string, count: number, because: number): void
  /** Gives machines back, those on their way included; the target size sinks with them. */
  release(machines: readonly string[], because: number): void
  /** Takes in a machine that is there already. */
  adopt(pool: string, machine: string, zone: string): void
  breakPool(name: string): void
  fixPool(name: string, because: number): void
  /** Where the next machines of the pool would stand. */
  nextZones(pool: string, count: number): readonly string[]
  /** Hours of all machines that the pool has had, until now. */
  machineHours(pool: string): number

  /** Whether there is a machine of this name, whatever its state. */
  hasMachine(name: string): boolean

  /** The load balancer that is set up for `owner` (a uid), from now on if there is none. */
  ensureLoadBalancer(owner: string): LoadBalancer
  loadBalancer(owner: string): LoadBalancer | undefined
  /** Answers when it will be gone. */
  releaseLoadBalancer(owner: string): Tick

  /** How the pools are sized by themselves; undefined: by hand. */
  autoscaler: AutoscalerOptions | undefined
}
