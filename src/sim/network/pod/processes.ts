/** The serving processes of all pods that were ever asked for anything: CPU shared among them, memory weighed, ends noticed. */
import { toMilli } from '../../api/quantity.ts'
import type { Engine } from '../../client/engine.ts'
import type { Server, Usage } from '../../substrate/index.ts'
import { microsPerTick } from '../load/rate.ts'
import type { Request } from '../request.ts'
import { isReachable } from '../route/entries.ts'
import { type Claim, fairShares } from './fairShare.ts'
import { newPodServer, PodServer, type PodServerImage, type Sink } from './podServer.ts'
import type { RequestQueue } from './requestQueue.ts'
import { threadsOf } from './workers.ts'

/** A process without a CPU request weighs as much as one that asks for this (cpu.shares of 2). */
const leastWeight = 2
const killedByKernel = 137

export interface ProcessesImage {
  readonly servers: readonly PodServerImage[]
  readonly busy: readonly number[]
}

export class Processes {
  readonly #engine: Engine
  readonly #sink: Sink
  /** By the pod's slot. */
  #servers = new Map<number, PodServer>()
  /** Those with requests in them, or that had some in this tick. */
  #busy = new Set<PodServer>()
  /** What a process gets of the CPU in this tick, where it is less than it may use. */
  readonly #granted = new Map<number, number>()
  /** Cores of machines in thousandths, by the quantity they are told in. */
  readonly #cores = new Map<string, number>()

  constructor(engine: Engine, sink: Sink) {
    this.#engine = engine
    this.#sink = sink
  }

  get(pod: number): PodServer | undefined {
    return this.#servers.get(pod)
  }

  get inFlight(): number {
    let sum = 0
    for (const process of this.#busy) sum += process.inFlight
    return sum
  }

  /** Answers false where the socket's queue is full. */
  accept(server: Server, request: Request, deadline: number, demand: number): boolean {
    const process = this.#of(server)
    if (process.isFull) return false
    process.accept(request, deadline, demand)
    this.#busy.add(process)
    return true
  }

  /** Divides the CPU of machines whose processes want more than there is, for the tick that ends at `until`. */
  share(until: number): void {
    this.#granted.clear()
    for (const [machine, group] of this.#busyByMachine()) {
      const cores = this.#coresOf(machine)
      if (group.reduce((sum, { millis }) => sum + millis, 0) <= cores) continue
      const claims = group.map((process) => this.#claimOf(process, until))
      if (claims.reduce((sum, { wants }) => sum + wants, 0) <= cores) continue
      const shares = fairShares(claims, cores)
      group.forEach(({ pod }, i) => {
        this.#granted.set(pod, shares[i] as number)
      })
    }
  }

  /** Works on until `until`. `lost`: where the requests of a load go that nobody hears of any more. */
  advance(until: number, lost: (load: number) => RequestQueue): void {
    const { servers, machines, usage } = this.#engine.substrate
    for (const process of this.#busy) {
      if (process.inFlight === 0) continue
      const server = servers.of(process.pod)
      const used = usage.of(process.pod) as Usage
      if (server?.startedAt !== process.startedAt) process.die(until, used, this.#sink)
      else if (!isReachable(machines.get(server.machine))) process.vanish(lost)
      else {
        const millis = this.#granted.get(process.pod) ?? process.millis
        process.advance(until, millis, server, used, this.#sink)
        const end = server.endsAt * microsPerTick
        if (until >= end) process.die(end, used, this.#sink)
      }
    }
  }

  /** What processes hold. The kernel kills those that hold more than they may; `because`: revision of the load's line. */
  weigh(because: number): void {
    const { servers, images, usage, processes } = this.#engine.substrate
    for (const process of this.#busy) {
      if (process.inFlight === 0) this.#busy.delete(process)
      const server = servers.of(process.pod)
      if (server?.startedAt !== process.startedAt || process.struck) continue
      const used = usage.of(process.pod) as Usage
      const image = images.behaviour(server.image)
      used.memoryBytes =
        image.memoryBytes +
        process.inFlight * image.memoryPerRequestBytes +
        process.answered * image.leakPerRequestBytes
      if (server.memoryLimitBytes === 0 || used.memoryBytes <= server.memoryLimitBytes) continue
      process.struck = true
      processes.strike({ mishap: 'oom', pod: process.pod, exitCode: killedByKernel, because })
    }
  }

  /** The pod's object is gone. */
  forget(pod: number): void {
    const { usage } = this.#engine.substrate
    const used = usage.of(pod)
    if (used !== undefined)
      this.#servers.get(pod)?.die(this.#engine.state.tick * microsPerTick, used, this.#sink)
    const process = this.#servers.get(pod)
    if (process !== undefined) this.#busy.delete(process)
    this.#servers.delete(pod)
    usage.drop(pod)
  }

  save(): ProcessesImage {
    return {
      servers: [...this.#servers.values()].map((process) => process.save()),
      busy: [...this.#busy].map(({ pod }) => pod),
    }
  }

  load({ servers, busy }: ProcessesImage): void {
    this.#servers = new Map(servers.map((image) => [image.pod, new PodServer(image)]))
    this.#busy = new Set(busy.flatMap((pod) => this.#servers.get(pod) ?? []))
  }

  /** The process behind `server`; an earlier one of the same pod is gone, and its requests with it. */
  #of(server: Server): PodServer {
    const known = this.#servers.get(server.pod)
    if (known?.startedAt === server.startedAt) return known
    known?.die(server.startedAt * microsPerTick, this.#usageOf(server), this.#sink)
    const machine = this.#coresOf(server.machine)
    const millis = server.cpuLimitMillis > 0 ? Math.min(server.cpuLimitMillis, machine) : machine
    const threads = threadsOf(server.cpuLimitMillis, machine)
    const process = newPodServer(server, millis, threads)
    this.#servers.set(server.pod, process)
    this.#usageOf(server)
    return process
  }

  #busyByMachine(): ReadonlyMap<string, readonly PodServer[]> {
    const groups = new Map<string, PodServer[]>()
    for (const process of this.#busy) {
      const group = groups.get(process.machine)
      if (group === undefined) groups.set(process.machine, [process])
      else group.push(process)
    }
    return groups
  }

  #claimOf(process: PodServer, until: number): Claim {
    const weight = this.#engine.substrate.servers.of(process.pod)?.cpuRequestMillis ?? 0
    return { weight: Math.max(leastWeight, weight), wants: process.wants(until) }
  }

  #usageOf(server: Server): Usage {
    const { usage, images } = this.#engine.substrate
    return usage.open(server.pod, images.behaviour(server.image).memoryBytes)
  }

  #coresOf(machine: string): number {
    const cpu = this.#engine.substrate.machines.get(machine)?.cpu ?? '1'
    let millis = this.#cores.get(cpu)
    if (millis === undefined) {
      millis = toMilli(cpu)
      this.#cores.set(cpu, millis)
    }
    return millis
  }
}
