/**
 * Requests, from clients to the processes that answer them, tick by tick: each is played, none is averaged. A world without
 * loads has no work here.
 *
 * Models kube-proxy in iptables mode (pkg/proxy), cluster DNS, and applications as queues; `fidelity.ts` lists where it
 * differs.
 */
import type { Kind } from '../api/kind.ts'
import { EndpointSlices } from '../api/kinds/endpointSlice/index.ts'
import { kindId } from '../api/kinds/index.ts'
import { Ingresses } from '../api/kinds/ingress/index.ts'
import { routeOf } from '../api/kinds/ingress/route.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { Services } from '../api/kinds/service/index.ts'
import type { EndpointSlice, Ingress, Service } from '../api/types/index.ts'
import type { Change, Component } from '../client/component.ts'
import type { Engine } from '../client/engine.ts'
import { ticksOf, ticksPerSecond } from '../core/clock.ts'
import { drawNth } from '../core/draw.ts'
import { exponential } from '../core/exponential.ts'
import { allParts } from '../core/ledger.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'
import type { LoadTarget } from '../substrate/index.ts'
import { Accounts } from './accounts.ts'
import type { Book } from './book.ts'
import { type LoadImage, LoadRun, newLoad, type Send } from './load/loadRun.ts'
import { microsPerTick } from './load/rate.ts'
import { causeIndex } from './outcome.ts'
import type { PodServer } from './pod/podServer.ts'
import { Processes, type ProcessesImage } from './pod/processes.ts'
import { Proxies, type ProxiesImage } from './proxy/proxies.ts'
import { none, RequestTable } from './requestTable.ts'
import { Affinity } from './route/affinity.ts'
import { Resolvers } from './route/dns.ts'
import { Entries } from './route/entries.ts'
import { Router } from './route/router.ts'

/** Answers of closed loops lead to new requests in the same tick; more rounds than this are left to the next one. */
const mostRounds = 120

/** How often pods that are gone are forgotten, and so many of them are not worth it. */
const forgetEvery = ticksOf(60)
const fewEnough = 256

interface NetworkImage {
  readonly runs: readonly LoadImage[]
  readonly processes: ProcessesImage
  readonly proxies: ProxiesImage
  readonly entries: ReturnType<Entries['save']>
  readonly resolvers: ReturnType<Resolvers['save']>
  readonly affinity: ReturnType<Affinity['save']>
  readonly book: unknown
}

export class Network implements Component {
  readonly name = 'network'
  readonly standsAlone = true
  readonly watches: readonly Kind[] = [
    Services,
    EndpointSlices,
    Ingresses,
    Pods,
  ] as unknown as readonly Kind[]
  seen = 0
  readonly #engine: Engine
  readonly #table = new RequestTable()
  readonly #accounts: Accounts
  readonly #processes: Processes
  readonly #proxies: Proxies
  readonly #entries: Entries
  readonly #resolvers = new Resolvers()
  readonly #affinity = new Affinity()
  readonly #router: Router
  /** By number, in the order in which they began. */
  #runs: LoadRun[] = []
  /** Whether Services have come or gone, or Ingresses changed, since loads last looked for their Service. */
  #hasNewRoutes = true

  constructor(engine: Engine) {
    this.#engine = engine
    this.#accounts = new Accounts(engine, this.#table, () => this.#runs)
    this.#processes = new Processes(engine, this.#table, this.#accounts)
    this.#proxies = new Proxies(engine.server)
    this.#entries = new Entries(engine.substrate, engine.state.seed)
    this.#router = new Router(engine, {
      table: this.#table,
      processes: this.#processes,
      proxies: this.#proxies,
      resolvers: this.#resolvers,
      entries: this.#entries,
      affinity: this.#affinity,
    })
  }

  // ── For whoever wants to know ────────────────────────────────────────────────────────────────────────────────────

  get runs(): readonly LoadRun[] {
    return this.#runs
  }

  get book(): Book {
    return this.#accounts.book
  }

  /** The process of a pod, as far as it has been asked for anything. */
  processOf(pod: number): PodServer | undefined {
    return this.#processes.get(pod)
  }

  /** Slots of the pods that a Service's connections go to, as soon as every proxy knows; a headless one's go to all. */
  endpointsOf(slot: number): readonly number[] {
    const view = this.#proxies.view(slot)
    if (view !== undefined) return view.newest.pods
    const service = this.#engine.state.registry.value(slot) as Service | undefined
    return service === undefined ? [] : this.#proxies.endpointsNow(service).pods
  }

  /** Requests ever begun. */
  get begun(): number {
    let sum = 0
    for (const { arrivals } of this.#runs) sum += arrivals
    return sum
  }

  /** Requests that are somewhere on their way, counted where they are. What the loads think is `inFlight` of each. */
  get onTheWay(): number {
    return this.#runs.reduce(
      (sum, { lost, toTryAgain }) => sum + lost.size + toTryAgain,
      this.#processes.inFlight,
    )
  }

  // ── As a component ───────────────────────────────────────────────────────────────────────────────────────────────

  get backlog(): number {
    return this.#engine.substrate.loads.size > 0 || this.#runs.some(({ inFlight }) => inFlight > 0) ? 1 : 0
  }

  /** Of pods only that they come and go. */
  partsOf(kind: Kind): number {
    return kind === (Pods as unknown as Kind) ? 0 : allParts
  }

  observe(change: Change): void {
    if (this.#runs.length === 0) return
    if (change.kind === (Pods as unknown as Kind)) this.#observePod(change)
    else if (change.kind === (Services as unknown as Kind)) this.#observeService(change)
    else if (change.kind === (Ingresses as unknown as Kind)) this.#hasNewRoutes = true
    else this.#observeSlice(change as unknown as Change<EndpointSlice>)
  }

  fire(): void {}

  work(): void {
    const { tick } = this.#engine.state
    const until = tick * microsPerTick
    this.#takeOrders()
    this.#proxies.sync(tick)
    this.#entries.refresh(tick)
    for (const run of this.#runs) this.#accounts.giveUpLost(run, until)
    for (const run of this.#runs) run.send(until - microsPerTick, until, this.#send)
    this.#processes.share(until)
    this.#processes.advance(until, this.#lost)
    this.#followAnswers(until)
    this.#processes.weigh(this.#runs.at(-1)?.load.because ?? 0)
    if (tick % forgetEvery === 0) this.#forgetPods()
  }

  save(): NetworkImage {
    return saveMemory({
      runs: this.#runs.map((run) => run.save(this.book.ofLoad(run.number))),
      processes: this.#processes.save(),
      proxies: this.#proxies.save(),
      entries: this.#entries.save(),
      resolvers: this.#resolvers.save(),
      affinity: this.#affinity.save(),
      book: this.book.save(),
    }) as NetworkImage
  }

  load(image: NetworkImage): void {
    const saved = loadMemory<NetworkImage>(image)
    const { seed } = this.#engine.state
    this.#hasNewRoutes = true
    this.#table.clear()
    this.#runs = saved.runs.map((run) => new LoadRun(seed, run, this.#table))
    this.#processes.load(saved.processes)
    this.#proxies.load(saved.proxies)
    this.#entries.load(saved.entries)
    this.#resolvers.load(saved.resolvers)
    this.#affinity.load(saved.affinity)
    this.book.load(
      saved.book,
      saved.runs.map(({ tally }) => tally),
    )
  }

  /** It is no part of the control plane. */
  restart(): void {}

  // ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

  #observePod({ slot, after }: Change): void {
    if (after !== undefined) return
    this.#processes.forget(slot)
    this.book.dropPod(slot)
  }

  /** Those that are gone: their tallies, and, when they may be the most, revisions by which nobody counts any more. */
  #forgetPods(): void {
    const { registry, tick } = this.#engine.state
    const isGone = (pod: number) => registry.value(pod) === undefined
    this.#processes.forgetCounting()
    this.book.dropSilent(isGone, tick / ticksPerSecond)
    if (this.book.known <= 2 * registry.names(kindId(Pods)).size + fewEnough) return
    const called = this.#calledOn()
    this.book.keepOnly((pod) => called.has(pod) || !isGone(pod))
  }

  /** Pods that somebody may call on, or waits for. */
  #calledOn(): ReadonlySet<number> {
    const called = new Set([...this.#proxies.pods, ...this.#resolvers.pods])
    for (const { lost } of this.#runs) {
      for (let row = lost.first; row !== none; row = this.#table.next(row)) called.add(this.#table.load(row))
    }
    return called
  }

  #observeService({ slot, before, after }: Change): void {
    if (before === undefined || after === undefined) this.#hasNewRoutes = true
    if (after === undefined) this.#proxies.forget(slot)
    else this.#proxies.touch(slot, this.#engine.state.tick)
  }

  #observeSlice({ before, after }: Change<EndpointSlice>): void {
    const { metadata } = (after ?? before) as EndpointSlice
    const service = metadata.labels?.['kubernetes.io/service-name'] ?? ''
    this.#proxies.touch(this.#serviceNamed(metadata.namespace ?? '', service), this.#engine.state.tick)
  }

  /** Loads that were set, changed or stopped since the last tick, and the Services they are for. */
  #takeOrders(): void {
    const { substrate, state } = this.#engine
    let running = 0
    for (const run of this.#runs) {
      const load = substrate.loads.get(run.load.id)
      if (load === undefined) run.stopped = true
      else if (run.load !== load || run.stopped) run.become(load)
      if (!run.stopped) running++
      if (this.#hasNewRoutes) run.service = this.#serviceOf(run.load.target)
    }
    this.#hasNewRoutes = false
    if (running === substrate.loads.size) return
    const known = new Set(this.#runs.map(({ load }) => load.id))
    for (const load of substrate.loads.all()) {
      if (known.has(load.id)) continue
      const image = newLoad(load, this.#runs.length)
      const run = new LoadRun(state.seed, image, this.#table)
      run.service = this.#serviceOf(load.target)
      this.#runs.push(run)
      this.book.begin(image.tally)
    }
  }

  /** Users of closed loops ask again as soon as they have their answer. */
  #followAnswers(until: number): void {
    for (let round = 0; round < mostRounds; round++) {
      let any = false
      for (const run of this.#runs) if (run.follow(until, this.#send)) any = true
      if (!any) return
      this.#processes.advance(until, this.#lost)
    }
  }

  readonly #send: Send = (run, row) => {
    const { fate, silent, service, pod, process } = this.#router.find(run, row)
    if (process !== undefined) this.#deliver(run, row, service, process)
    else if (silent) this.#lose(run, row, pod, fate)
    else this.#accounts.failed(run, row, service, pod, this.#table.sent(row), fate)
  }

  #deliver(run: LoadRun, row: number, service: number, process: PodServer): void {
    const table = this.#table
    const { cpuPerRequestMicros, cpuSpread } = process.behaviour
    const spread = cpuSpread === 'constant' ? 1 : exponential(drawNth(run.luck.cost, table.luck(row)))
    table.setDeadline(row, table.sent(row) + run.load.timeoutMicros)
    table.setDemand(row, cpuPerRequestMicros * spread)
    if (this.#processes.accept(process, row)) return
    this.#accounts.failed(run, row, service, process.pod, table.sent(row), causeIndex.overflow)
  }

  /** Nothing comes back: its client waits for as long as it will. */
  #lose(run: LoadRun, row: number, pod: number, cause: number): void {
    const table = this.#table
    table.setDeadline(row, table.sent(row) + run.load.timeoutMicros)
    table.setLoad(row, pod)
    table.setDemand(row, cause)
    run.lost.push(row)
  }

  readonly #lost = (load: number) => (this.#runs[load] as LoadRun).lost

  #serviceOf(target: LoadTarget): number {
    if (target.kind === 'service') return this.#serviceNamed(target.namespace, target.name)
    const open = this.#engine.server.storedList(Ingresses).filter(hasAddress)
    const route = routeOf(open, target.host, target.path)
    return route === undefined ? 0 : this.#serviceNamed(route.namespace, route.service)
  }

  #serviceNamed(namespace: string, name: string): number {
    return this.#engine.server.slot(Services, namespace, name)
  }
}

/** Its controller has taken it up. */
function hasAddress({ status }: Ingress): boolean {
  return (status.loadBalancer?.ingress ?? []).length > 0
}
