/** The serving processes of all pods that were ever asked for anything: CPU shared among them, memory weighed, ends noticed. */
import type { Engine } from '../../client/engine.ts'
import { SlotMap } from '../../core/slotMap.ts'
import type { Server, Usage } from '../../substrate/index.ts'
import { microsPerTick } from '../load/rate.ts'
import type { RequestTable } from '../requestTable.ts'
import { type Claim, fairShares } from './fairShare.ts'
import { type Host, Hosts } from './hosts.ts'
import { newPodServer, PodServer, type PodServerImage, type Sink } from './podServer.ts'
import type { RequestQueue } from './requestQueue.ts'

/** A process without a CPU request weighs as much as one that asks for this (cpu.shares of 2). */
const leastWeight = 2
const killedByKernel = 137

export interface ProcessesImage {
  readonly servers: readonly PodServerImage[]
  readonly busy: readonly number[]
}

export class Processes {
  readonly #engine: Engine
  readonly #table: RequestTable
  readonly #sink: Sink
  readonly #hosts: Hosts
  /** By the pod's slot, in the order in which they were first asked for anything. */
  #servers = new Map<number, PodServer>()
  /** The same in places by slot: every request looks here, and a look into a map fetches several lines of memory. */
  readonly #bySlot = new SlotMap<PodServer>()
  /** Those with requests in them, or that had some in this tick, in the order in which they first had. */
  #busy: PodServer[] = []

  constructor(engine: Engine, table: RequestTable, sink: Sink) {
    this.#engine = engine
    this.#table = table
    this.#sink = sink
    this.#hosts = new Hosts(engine.substrate.machines)
  }

  get(pod: number): PodServer | undefined {
    return this.#bySlot.get(pod)
  }

  get inFlight(): number {
    let sum = 0
    for (const process of this.#busy) sum += process.inFlight
    return sum
  }

  /** What the machine runs in the pod now. `known`: what `get` answered. */
  serverOf(pod: number, known: PodServer | undefined): Server | undefined {
    return known === undefined ? this.#engine.substrate.servers.of(pod) : this.#serverOf(known)
  }

  /** Whether packets reach the machine. */
  isReachable(machine: string, known: PodServer | undefined): boolean {
    const host = known?.machine === machine ? this.#hostOf(known) : this.#hosts.named(machine)
    return host.isReachable
  }

  /** The process behind `server`; an earlier one of the same pod is gone, and its requests with it. */
  of(server: Server, known: PodServer | undefined): PodServer {
    if (known?.startedAt === server.startedAt) return known
    known?.die(server.startedAt * microsPerTick, this.#sink)
    const process = newPodServer(
      server,
      this.#table,
      this.#usageOf(server),
      this.#hosts.named(server.machine),
    )
    this.#servers.set(server.pod, process)
    this.#bySlot.set(server.pod, process)
    this.#serverOf(process)
    return process
  }

  /** Answers false where the socket's queue is full. */
  accept(process: PodServer, row: number): boolean {
    if (process.isFull) return false
    process.accept(row)
    if (!process.isBusy) {
      process.isBusy = true
      process.granted = process.millis
      this.#busy.push(process)
    }
    return true
  }

  /** Divides the CPU of machines whose processes want more than there is, for the tick that ends at `until`. */
  share(until: number): void {
    for (const process of this.#busy) {
      const host = this.#hostOf(process)
      if (host.sharedUntil !== until) host.wanted = 0
      host.sharedUntil = until
      host.wanted += process.millis
      process.granted = process.millis
    }
    const crowded = this.#busy.filter(({ host }) => host.wanted > host.millis)
    for (const [{ millis }, group] of groupsOf(crowded)) {
      let wanted = 0
      for (const process of group) wanted += process.wants(until)
      if (wanted <= millis) continue
      const shares = fairShares(
        group.map((process) => this.#claimOf(process, until)),
        millis,
      )
      group.forEach((process, i) => {
        process.granted = shares[i] as number
      })
    }
  }

  /** Works on until `until`. `lost`: where the requests of a load go that nobody hears of any more. */
  advance(until: number, lost: (load: number) => RequestQueue): void {
    for (const process of this.#busy) {
      if (process.inFlight === 0) continue
      const server = this.#serverOf(process)
      if (server?.startedAt !== process.startedAt) process.die(until, this.#sink)
      else if (!this.#hostOf(process).isReachable) process.vanish(lost)
      else {
        process.advance(until, server, this.#sink)
        const end = server.endsAt * microsPerTick
        if (until >= end) process.die(end, this.#sink)
      }
    }
  }

  /** What processes hold. The kernel kills those that hold more than they may; `because`: revision of the load's line. */
  weigh(because: number): void {
    let kept = 0
    for (const process of this.#busy) {
      if (process.inFlight === 0) process.isBusy = false
      else this.#busy[kept++] = process
      this.#weigh(process, because)
    }
    this.#busy.length = kept
  }

  /** The pod's object is gone. */
  forget(pod: number): void {
    const process = this.#bySlot.get(pod)
    if (process !== undefined) {
      process.die(this.#engine.state.tick * microsPerTick, this.#sink)
      if (process.isBusy) this.#busy.splice(this.#busy.indexOf(process), 1)
      this.#servers.delete(pod)
      this.#bySlot.delete(pod)
    }
    this.#engine.substrate.usage.drop(pod)
  }

  /** The book may have forgotten some. */
  forgetCounting(): void {
    for (const process of this.#servers.values()) process.countedFor = -1
  }

  save(): ProcessesImage {
    return {
      servers: [...this.#servers.values()].map((process) => process.save()),
      busy: this.#busy.map(({ pod }) => pod),
    }
  }

  load({ servers, busy }: ProcessesImage): void {
    this.#servers = new Map(servers.map((image) => [image.pod, this.#restored(image)]))
    this.#bySlot.clear()
    for (const [pod, process] of this.#servers) this.#bySlot.set(pod, process)
    this.#busy = busy.flatMap((pod) => this.#servers.get(pod) ?? [])
    for (const process of this.#busy) process.isBusy = true
  }

  #restored(image: PodServerImage): PodServer {
    const usage = this.#engine.substrate.usage.of(image.pod) as Usage
    return new PodServer(image, this.#table, usage, this.#hosts.named(image.machine))
  }

  #weigh(process: PodServer, because: number): void {
    const server = this.#serverOf(process)
    if (server?.startedAt !== process.startedAt || process.struck) return
    const { behaviour, usage } = process
    usage.memoryBytes =
      behaviour.memoryBytes +
      process.inFlight * behaviour.memoryPerRequestBytes +
      process.answered * behaviour.leakPerRequestBytes
    if (server.memoryLimitBytes === 0 || usage.memoryBytes <= server.memoryLimitBytes) return
    process.struck = true
    const { processes } = this.#engine.substrate
    processes.strike({ mishap: 'oom', pod: process.pod, exitCode: killedByKernel, because })
  }

  #claimOf(process: PodServer, until: number): Claim {
    const weight = this.#serverOf(process)?.cpuRequestMillis ?? 0
    return { weight: Math.max(leastWeight, weight), wants: process.wants(until) }
  }

  #serverOf(process: PodServer): Server | undefined {
    const { servers, images } = this.#engine.substrate
    if (process.told !== undefined && servers.holds(process.told)) return process.told.server
    process.told = servers.ask(process.pod)
    if (process.told !== undefined) process.behaviour = images.behaviour(process.told.server.image)
    return process.told?.server
  }

  #hostOf(process: PodServer): Host {
    process.host = this.#hosts.now(process.machine, process.host)
    return process.host
  }

  #usageOf({ pod, image }: Server): Usage {
    const { usage, images } = this.#engine.substrate
    return usage.open(pod, images.behaviour(image).memoryBytes)
  }
}

function groupsOf(processes: readonly PodServer[]): ReadonlyMap<Host, readonly PodServer[]> {
  const groups = new Map<Host, PodServer[]>()
  for (const process of processes) {
    const group = groups.get(process.host)
    if (group === undefined) groups.set(process.host, [process])
    else group.push(process)
  }
  return groups
}
