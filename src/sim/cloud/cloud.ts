/**
 * The cloud that the cluster runs on: it brings machines and takes them away, sets up load balancers, and writes the
 * bill. Physical like the machines themselves: it goes on whatever the control plane does. Nothing in it is done
 * tick by tick: a machine on its way is one timer, the bill is a sum and a slope.
 */
import type { AutoscalerOptions } from '../client/autoscalerOptions.ts'
import type { CloudProvider, LoadBalancer, NodePool, PoolShape } from '../client/cloudProvider.ts'
import type { Change, Component } from '../client/component.ts'
import type { Profile } from '../client/profile.ts'
import type { Tick } from '../core/clock.ts'
import { causedBy } from '../core/ledger.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'
import type { State } from '../core/state.ts'
import type { Timer } from '../core/timers.ts'
import type { Machines } from '../substrate/machines.ts'
import { bootDelay, loadBalancerDelay } from './delays.ts'
import { machineHours, metered } from './meter.ts'
import { machineShape, newPool, type OwnMachine, type Pool } from './pool.ts'
import { publicAddress } from './publicAddress.ts'
import { balancedZones } from './zones.ts'

interface CloudMemory {
  readonly pools: Map<string, Pool>
  /** By the uid of the object that asked for it. */
  readonly balancers: Map<string, LoadBalancer>
  addressesGiven: number
  autoscaler: AutoscalerOptions | undefined
}

export class Cloud implements CloudProvider, Component {
  readonly name = 'cloud'
  readonly standsAlone = true
  readonly watches = []
  readonly backlog = 0
  seen = 0
  readonly #state: State
  readonly #machines: Machines
  readonly #profile: Profile
  #memory: CloudMemory = { pools: new Map(), balancers: new Map(), addressesGiven: 0, autoscaler: undefined }
  /** Derived: the pool of every machine. */
  readonly #poolOf = new Map<string, Pool>()

  constructor(state: State, machines: Machines, profile: Profile) {
    this.#state = state
    this.#machines = machines
    this.#profile = profile
  }

  // ── Pools ────────────────────────────────────────────────────────────────────────────────────────────────────────

  get pools(): readonly NodePool[] {
    return [...this.#memory.pools.values()]
  }

  pool(name: string): NodePool | undefined {
    return this.#memory.pools.get(name)
  }

  poolOf(machine: string): NodePool | undefined {
    return this.#poolOf.get(machine)
  }

  hasMachine(name: string): boolean {
    return this.#machines.get(name) !== undefined
  }

  addPool(shape: PoolShape): void {
    this.#memory.pools.set(shape.name, newPool(shape))
  }

  removePool(name: string, because: number): void {
    const { machines } = this.#known(name)
    this.release(
      machines.map((machine) => machine.name),
      because,
    )
    this.#memory.pools.delete(name)
  }

  grow(name: string, count: number, because: number): void {
    const pool = this.#known(name)
    for (const zone of this.nextZones(name, count)) {
      const machine: OwnMachine = {
        name: this.#nextName(pool),
        zone,
        askedAt: this.#state.tick,
        dueAt: Number.POSITIVE_INFINITY,
        cameAt: undefined,
        attempts: 0,
      }
      pool.machines.push(machine)
      this.#poolOf.set(machine.name, pool)
      if (!pool.isBroken) this.#send(pool, machine, because)
    }
  }

  release(machines: readonly string[], because: number): void {
    for (const name of machines) {
      const pool = this.#poolOf.get(name)
      if (pool === undefined) continue
      pool.machines = pool.machines.filter((machine) => machine.name !== name)
      this.#poolOf.delete(name)
      this.#meter(pool)
      if (this.hasMachine(name)) this.#machines.remove(name, because)
    }
  }

  adopt(name: string, machine: string, zone: string): void {
    const pool = this.#known(name)
    const { tick } = this.#state
    pool.machines.push({ name: machine, zone, askedAt: tick, dueAt: tick, cameAt: tick, attempts: 1 })
    this.#poolOf.set(machine, pool)
    this.#meter(pool)
  }

  breakPool(name: string): void {
    const pool = this.#known(name)
    pool.isBroken = true
    for (const machine of pool.machines)
      if (machine.cameAt === undefined) machine.dueAt = Number.POSITIVE_INFINITY
  }

  fixPool(name: string, because: number): void {
    const pool = this.#known(name)
    if (!pool.isBroken) return
    pool.isBroken = false
    for (const machine of pool.machines) if (machine.cameAt === undefined) this.#send(pool, machine, because)
  }

  nextZones(name: string, count: number): readonly string[] {
    const { zones, machines } = this.#known(name)
    return balancedZones(
      zones,
      machines.map(({ zone }) => zone),
      count,
    )
  }

  machineHours(name: string): number {
    return machineHours(this.#known(name).meter, this.#state.tick)
  }

  // ── Load balancers ───────────────────────────────────────────────────────────────────────────────────────────────

  ensureLoadBalancer(owner: string): LoadBalancer {
    const memory = this.#memory
    const known = memory.balancers.get(owner)
    if (known !== undefined) return known
    const balancer = {
      ip: publicAddress(memory.addressesGiven++),
      readyAt: this.#afterLoadBalancerDelay(owner),
    }
    memory.balancers.set(owner, balancer)
    return balancer
  }

  loadBalancer(owner: string): LoadBalancer | undefined {
    return this.#memory.balancers.get(owner)
  }

  releaseLoadBalancer(owner: string): Tick {
    if (!this.#memory.balancers.delete(owner)) return this.#state.tick
    return this.#afterLoadBalancerDelay(owner)
  }

  get autoscaler(): AutoscalerOptions | undefined {
    return this.#memory.autoscaler
  }

  set autoscaler(options: AutoscalerOptions | undefined) {
    this.#memory.autoscaler = options
  }

  // ── As a component ───────────────────────────────────────────────────────────────────────────────────────────────

  /** A machine comes, unless it was given back or held up since the timer was set. */
  fire({ key, tag, cause }: Timer): void {
    const pool = this.#poolOf.get(key)
    const machine = pool?.machines.find(({ name }) => name === key)
    if (pool === undefined || machine === undefined) return
    if (machine.attempts !== tag || machine.dueAt !== this.#state.tick) return
    machine.cameAt = this.#state.tick
    this.#machines.add(machineShape(pool, machine.name, machine.zone), cause.last)
    this.#meter(pool)
  }

  observe(_change: Change): void {
    // It watches nothing: whoever wants something of it says so.
  }

  work(): void {
    // Machines come by timers alone.
  }

  restart(): void {
    // No part of the control plane: it is never stopped.
  }

  save(): unknown {
    return saveMemory(this.#memory)
  }

  load(saved: unknown): void {
    this.#memory = loadMemory<CloudMemory>(saved)
    this.#poolOf.clear()
    for (const pool of this.#memory.pools.values())
      for (const { name } of pool.machines) this.#poolOf.set(name, pool)
  }

  // ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

  #known(name: string): Pool {
    const pool = this.#memory.pools.get(name)
    if (pool === undefined) throw new Error(`no pool ${name}`)
    return pool
  }

  /** Numbers are not used again, so that a name means one machine. */
  #nextName(pool: Pool): string {
    for (;;) {
      pool.ordinal++
      const name = `${pool.name}-${pool.ordinal}`
      if (!this.hasMachine(name) && !this.#poolOf.has(name)) return name
    }
  }

  #send(pool: Pool, machine: OwnMachine, because: number): void {
    const { seed, tick, timers } = this.#state
    const { machineBoot, machineBootSpread } = this.#profile
    machine.attempts++
    machine.dueAt =
      tick + bootDelay(seed, machine.name, machine.attempts, pool.boot ?? machineBoot, machineBootSpread)
    const { name, attempts } = machine
    timers.set(machine.dueAt, { owner: this.name, key: name, tag: attempts, cause: causedBy(because) })
  }

  #meter(pool: Pool): void {
    const running = pool.machines.filter(({ cameAt }) => cameAt !== undefined).length
    pool.meter = metered(pool.meter, running, this.#state.tick)
  }

  #afterLoadBalancerDelay(owner: string): Tick {
    const { seed, tick } = this.#state
    return tick + loadBalancerDelay(seed, owner, this.#profile.loadBalancerDelay)
  }
}
