/**
 * Where a request goes: name, address, the node it enters by, that node's proxy, an endpoint. What can go wrong on the
 * way does so here.
 */
import type { Service } from '../../api/types/index.ts'
import type { Engine } from '../../client/engine.ts'
import { ticksOf } from '../../core/clock.ts'
import { drawNth } from '../../core/draw.ts'
import type { LoadTarget, Server } from '../../substrate/index.ts'
import type { LoadRun, ServiceRules } from '../load/loadRun.ts'
import { microsPerTick } from '../load/rate.ts'
import { causeIndex } from '../outcome.ts'
import type { PodServer } from '../pod/podServer.ts'
import type { Processes } from '../pod/processes.ts'
import type { Endpoints } from '../proxy/endpoints.ts'
import type { Proxies } from '../proxy/proxies.ts'
import type { RequestTable } from '../requestTable.ts'
import type { Affinity } from './affinity.ts'
import type { Resolved, Resolvers } from './dns.ts'
import { type Entries, type Entry, isReachable } from './entries.ts'

const delivered = -1

/** The way of one request. */
export interface Route {
  /** `delivered`, or the index of a cause. */
  fate: number
  /** Whether nobody says so: the client finds out by waiting in vain. */
  silent: boolean
  /** Slots; 0: it did not get so far. */
  service: number
  pod: number
  /** What listens there; undefined: the request does not arrive. */
  process: PodServer | undefined
}

/** What a request meets, in the network that it is in. */
interface OnTheWay {
  readonly table: RequestTable
  readonly processes: Processes
  readonly proxies: Proxies
  readonly resolvers: Resolvers
  readonly entries: Entries
  readonly affinity: Affinity
}

export class Router {
  readonly #engine: Engine
  readonly #table: RequestTable
  readonly #processes: Processes
  readonly #proxies: Proxies
  readonly #resolvers: Resolvers
  readonly #entries: Entries
  readonly #affinity: Affinity
  /** One for all requests: each is done with it before the next one asks. */
  readonly #route: Route = { fate: delivered, silent: false, service: 0, pod: 0, process: undefined }

  constructor(engine: Engine, on: OnTheWay) {
    this.#engine = engine
    this.#table = on.table
    this.#processes = on.processes
    this.#proxies = on.proxies
    this.#resolvers = on.resolvers
    this.#entries = on.entries
    this.#affinity = on.affinity
  }

  /** The answer holds until the next call. */
  find(run: LoadRun, row: number): Route {
    const route = this.#route
    route.service = run.service
    route.pod = 0
    route.process = undefined
    return run.load.from === 'outside' ? this.#fromOutside(run, row) : this.#fromInside(run, row)
  }

  #fromOutside(run: LoadRun, row: number): Route {
    const service = this.#service(run.service)
    if (service === undefined || !isReachableFromOutside(run.load.target, service))
      return this.#fail('no-route')
    return this.#enter(run, row, service, this.#entries.outside)
  }

  #fromInside(run: LoadRun, row: number): Route {
    const now = Math.floor(this.#table.sent(row) / microsPerTick)
    const cache = this.#resolvers.cacheOf(run.number, this.#table.user(row))
    if (!this.#resolvers.isFresh(cache, now)) this.#resolvers.keep(cache, now, this.#resolve(run.service))
    const slot = this.#resolvers.serviceOf(cache)
    if (slot === 0) return this.#fail('dns')
    this.#route.service = slot
    const headless = this.#resolvers.headlessOf(cache)
    if (headless !== undefined) return this.#callDirectly(run, row, headless)
    const service = this.#service(slot)
    // The address is remembered, but no proxy knows it any more.
    if (service === undefined) return this.#lose()
    return this.#enter(run, row, service, this.#entries.inside)
  }

  /** The client knows the pods' addresses. */
  #callDirectly(run: LoadRun, row: number, endpoints: Endpoints): Route {
    const entry = pick(this.#entries.inside, drawNth(run.luck.entry, this.#table.luck(row)))
    if (entry === undefined) return this.#lose()
    return this.#connect(run, row, endpoints)
  }

  /** By a node and its proxy; which one, matters only where they differ. */
  #enter(run: LoadRun, row: number, service: Service, entries: readonly Entry[]): Route {
    const now = Math.floor(this.#table.sent(row) / microsPerTick)
    const view = this.#proxies.follow(this.#route.service, service, now)
    const rules = rulesOf(run, service)
    const isLocal = rules.isLocal[run.load.from]
    const isAllTheSame = !isLocal && entries.length > 0 && this.#entries.areReachable(entries)
    if (isAllTheSame && view.settled(now))
      return this.#connect(run, row, view.newest, this.#stay(rules, run, row))
    const open = isLocal && run.load.from === 'outside' ? withLocal(entries, view.newest) : entries
    const entry = pick(open, drawNth(run.luck.entry, this.#table.luck(row)))
    if (entry === undefined) return this.#lose()
    if (!isReachable(this.#engine.substrate.machines.get(entry.node))) return this.#lose()
    const seen = view.settled(now) ? view.newest : view.at(now, entry.proxyDelay)
    if (seen === undefined) return this.#lose()
    const endpoints = isLocal ? onNode(seen, entry.node) : seen
    return this.#connect(run, row, endpoints, this.#stay(rules, run, row))
  }

  /** The choice of an endpoint: at random, unless the client is bound to one. */
  #connect(run: LoadRun, row: number, { pods, addresses, nodes }: Endpoints, stay?: Stay): Route {
    if (pods.length === 0) return this.#fail('no-endpoints')
    const bound = stay === undefined ? -1 : pods.indexOf(stay.pod)
    const draw = drawNth(run.luck.endpoint, this.#table.luck(row)) / 4_294_967_296
    const index = bound >= 0 ? bound : Math.floor(draw * pods.length)
    const pod = pods[index] as number
    stay?.keep(pod)
    this.#route.pod = pod
    const known = this.#processes.get(pod)
    if (pod === 0 || !this.#processes.isReachable(nodes[index] as string, known)) return this.#lose()
    const server = this.#processes.serverOf(pod, known)
    if (server === undefined || server.ip !== addresses[index])
      return this.#engine.state.registry.value(pod) === undefined ? this.#lose() : this.#fail('refused')
    if (!listens(server, this.#table.sent(row))) return this.#fail('refused')
    this.#route.process = this.#processes.of(server, known)
    this.#route.fate = delivered
    this.#route.silent = false
    return this.#route
  }

  #stay({ service: { spec }, isSticky }: ServiceRules, run: LoadRun, row: number): Stay | undefined {
    if (!isSticky) return undefined
    const now = Math.floor(this.#table.sent(row) / microsPerTick)
    const user = this.#table.user(row)
    const lasts = ticksOf(spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10_800)
    const affinity = this.#affinity
    const { service } = this.#route
    return {
      pod: affinity.podOf(service, run.number, user, now),
      keep: (pod) => affinity.stay(service, run.number, user, pod, now + lasts),
    }
  }

  /** What the cluster's DNS answers for the name of the Service in this slot. */
  #resolve(slot: number): Resolved {
    const service = this.#service(slot)
    if (service === undefined || service.spec.type === 'ExternalName')
      return { service: 0, headless: undefined }
    const headless = service.spec.clusterIP === 'None' ? this.#proxies.endpointsNow(service) : undefined
    // A headless name without ready pods has no addresses.
    return { service: headless?.pods.length === 0 ? 0 : slot, headless }
  }

  #service(slot: number): Service | undefined {
    return slot === 0 ? undefined : (this.#engine.state.registry.value(slot) as Service | undefined)
  }

  #fail(cause: keyof typeof causeIndex): Route {
    this.#route.fate = causeIndex[cause]
    this.#route.silent = false
    return this.#route
  }

  /** Nothing comes back. */
  #lose(): Route {
    this.#route.fate = causeIndex.unreachable
    this.#route.silent = true
    return this.#route
  }
}

interface Stay {
  readonly pod: number
  keep(pod: number): void
}

function listens({ listensAt, closesAt, endsAt }: Server, at: number): boolean {
  return at >= listensAt * microsPerTick && at < closesAt * microsPerTick && at < endsAt * microsPerTick
}

/** An Ingress leads to any Service; the way to the Ingress itself is looked at where its Service is found. */
function isReachableFromOutside(target: LoadTarget, { spec, status }: Service): boolean {
  if (target.kind === 'ingress') return true
  if (spec.type === 'NodePort') return true
  return spec.type === 'LoadBalancer' && (status.loadBalancer?.ingress ?? []).length > 0
}

function rulesOf(run: LoadRun, service: Service): ServiceRules {
  if (run.rules?.service !== service) {
    const { sessionAffinity, externalTrafficPolicy, internalTrafficPolicy } = service.spec
    const isLocal = {
      inside: internalTrafficPolicy === 'Local',
      outside: externalTrafficPolicy === 'Local',
    }
    run.rules = { service, isLocal, isSticky: sessionAffinity === 'ClientIP' }
  }
  return run.rules
}

/** With policy Local a load balancer uses the nodes that have an endpoint of their own. */
function withLocal(entries: readonly Entry[], { nodes }: Endpoints): readonly Entry[] {
  return entries.filter(({ node }) => nodes.includes(node))
}

function onNode({ pods, addresses, nodes }: Endpoints, node: string): Endpoints {
  const here = (_: unknown, i: number) => nodes[i] === node
  return { pods: pods.filter(here), addresses: addresses.filter(here), nodes: nodes.filter(here) }
}

function pick(entries: readonly Entry[], bits: number): Entry | undefined {
  return entries[Math.floor((bits / 4_294_967_296) * entries.length)]
}
