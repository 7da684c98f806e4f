/**
 * Follows a world write by write and keeps what is derived from its objects: how pods look, what they add up to, which
 * gaps are open. Only what was written, and what stands next to it, is looked at again. A world that is another one, or
 * was put back to an earlier time, is gone through once from its first slot on.
 */
import { Deployments } from '../../sim/api/kinds/deployment/index.ts'
import { EndpointSlices } from '../../sim/api/kinds/endpointSlice/index.ts'
import { kindId } from '../../sim/api/kinds/index.ts'
import { Leases } from '../../sim/api/kinds/lease/index.ts'
import { Nodes } from '../../sim/api/kinds/node/index.ts'
import { controllerOf } from '../../sim/api/kinds/owners.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { ReplicaSets } from '../../sim/api/kinds/replicaSet/index.ts'
import { Services } from '../../sim/api/kinds/service/index.ts'
import type { Deployment, EndpointSlice, Node, Pod, ReplicaSet } from '../../sim/api/types/index.ts'
import { deploymentGaps, nodeGaps, replicaSetGaps } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { GapBook } from './gapBook.ts'
import { gapClosed, gapOpened } from './gapTimes.ts'
import { type GapTimes, GapWatch } from './gapWatch.ts'
import { type NodeReadiness, readinessOf } from './look.ts'
import {
  controllerSlot,
  objectAt,
  podsControlledBy,
  podsOnNode,
  revisionAt,
  revisionOf,
  setsControlledBy,
} from './neighbours.ts'
import { clearNews, type News, noNews } from './news.ts'
import { PodGaps } from './podGaps.ts'
import { type PodReading, PodStates } from './podStates.ts'
import { type Neighbours, readPod } from './readPod.ts'
import { Tally } from './tally.ts'

const shelf = {
  pods: kindId(Pods),
  nodes: kindId(Nodes),
  deployments: kindId(Deployments),
  replicaSets: kindId(ReplicaSets),
  services: kindId(Services),
  slices: kindId(EndpointSlices),
  leases: kindId(Leases),
}

/** As much of an object as others depend on. */
interface NodeFacts {
  readonly name: string
  readonly ready: NodeReadiness
}
interface SetFacts {
  readonly uid: string
  readonly owner: number
  readonly revision: number
}

export class Survey {
  readonly pods = new PodStates()
  /** Of all but pods, of which there may be very many. */
  readonly gaps = new GapWatch()
  readonly podGaps = new PodGaps()
  readonly book = new GapBook()
  tally = new Tally()
  /** What has changed since whoever shows it last cleared this. */
  readonly news: News = noNews()
  /** Raised whenever everything was looked at anew. */
  beginnings = 0
  /** Objects looked at so far: how a test sees that an idle world costs nothing. */
  visits = 0
  #world: Simulation | undefined
  #restorations = 0
  #seen = 0
  /** When it last looked; -1: never, since it began anew. */
  #followed = -1
  readonly #touched: News & { readonly slices: Set<number> } = { ...noNews(), slices: new Set() }
  readonly #nodes = new Map<number, NodeFacts>()
  readonly #deployments = new Map<number, string>()
  readonly #sets = new Map<number, SetFacts>()
  readonly #services = new Set<number>()
  /** The service of each slice. */
  readonly #slices = new Map<number, number>()
  readonly #wanted = new Map<number, number>()
  #desired = 0

  /** Replicas that people asked for: of Deployments, and of ReplicaSets that nobody controls. */
  get desired(): number {
    return this.#desired
  }

  get world(): Simulation | undefined {
    return this.#world
  }

  get gapCount(): number {
    return this.gaps.count + this.podGaps.count
  }

  /** Everything is news, for whoever has shown nothing yet. */
  beAllNews(): void {
    for (const [news, known] of [
      [this.news.pods, this.pods.slots()],
      [this.news.nodes, this.#nodes.keys()],
      [this.news.deployments, this.#deployments.keys()],
      [this.news.replicaSets, this.#sets.keys()],
      [this.news.services, this.#services],
    ] as const) {
      news.clear()
      for (const slot of known) news.add(slot)
    }
  }

  /** Somebody looks at them otherwise than before. */
  beNewsOfServices(): void {
    for (const slot of this.#services) this.news.services.add(slot)
  }

  follow(world: Simulation): void {
    const { registry, ledger } = world.engine.state
    if (world !== this.#world || world.restorations !== this.#restorations) this.#beginAnew(world)
    for (let revision = this.#seen + 1; revision <= registry.head; revision++) {
      const slot = ledger.slotOf(revision)
      if (slot !== 0) this.#touch(world, slot)
      else if (ledger.verbOf(revision) !== 'event') this.#touchMachines()
    }
    this.#seen = registry.head
    this.#lookAtTouched(world)
    this.#followed = world.tick
  }

  // ── What is to be looked at ──────────────────────────────────────────────────────────────────────────────────────

  #beginAnew(world: Simulation): void {
    this.#world = world
    this.#restorations = world.restorations
    this.#followed = -1
    this.beginnings++
    this.tally = new Tally()
    this.#desired = 0
    clearNews(this.news)
    for (const known of [
      this.gaps,
      this.podGaps,
      this.pods,
      this.#nodes,
      this.#deployments,
      this.#sets,
      this.#slices,
      this.#wanted,
      this.#services,
    ])
      known.clear()
    const { registry } = world.engine.state
    for (let slot = 1; slot <= registry.slotCount; slot++)
      if (registry.value(slot) !== undefined) this.#touch(world, slot)
    this.#seen = registry.head
  }

  #touch(world: Simulation, slot: number): void {
    const { registry } = world.engine.state
    const kind = registry.shelfOf(slot)
    if (kind === shelf.pods) this.#touched.pods.add(slot)
    else if (kind === shelf.nodes) this.#touched.nodes.add(slot)
    else if (kind === shelf.replicaSets) this.#touched.replicaSets.add(slot)
    else if (kind === shelf.deployments) this.#touched.deployments.add(slot)
    else if (kind === shelf.services) this.#touched.services.add(slot)
    else if (kind === shelf.slices) this.#touched.slices.add(slot)
    else if (kind === shelf.leases) this.#touchNodeOfLease(world, slot)
  }

  /** A Lease that is written tells that a kubelet has fallen silent, or speaks again. */
  #touchNodeOfLease({ engine }: Simulation, slot: number): void {
    const name = engine.state.registry.value(slot)?.metadata.name
    const node = name === undefined ? 0 : engine.server.slot(Nodes, '', name)
    if (node !== 0) this.#touched.nodes.add(node)
  }

  /** A line may have changed machines without a word to the API. */
  #touchMachines(): void {
    for (const slot of this.#nodes.keys()) this.#touched.nodes.add(slot)
  }

  // ── Looking: what others depend on comes first ───────────────────────────────────────────────────────────────────

  #lookAtTouched(world: Simulation): void {
    const { pods, nodes, deployments, replicaSets, services, slices } = this.#touched
    const times = this.#times(world)
    for (const slot of nodes) this.#lookAtNode(world, slot, times)
    for (const slot of deployments) this.#lookAtDeployment(world, slot)
    for (const slot of replicaSets) this.#lookAtSet(world, slot)
    for (const slot of pods) this.#lookAtPod(world, slot)
    for (const slot of slices) this.#lookAtSlice(world, slot)
    for (const slot of services) this.#lookAtService(world, slot)
    for (const slot of replicaSets) this.#watchSet(world, slot, times)
    for (const slot of deployments) this.#watchDeployment(world, slot, times)
    for (const slots of Object.values(this.#touched) as Set<number>[]) {
      this.visits += slots.size
      slots.clear()
    }
  }

  #lookAtNode(world: Simulation, slot: number, times: GapTimes): void {
    const node = objectAt<Node>(world, slot)
    const before = this.#nodes.get(slot)
    const after = node && { name: node.metadata.name, ready: readinessOf(node) }
    this.news.nodes.add(slot)
    remember(this.#nodes, slot, after)
    this.gaps.put(slot, node === undefined ? [] : nodeGaps(node), times)
    if (before?.ready === after?.ready) return
    for (const pod of podsOnNode(world, (after ?? before)?.name ?? '')) this.#touched.pods.add(pod)
  }

  #lookAtDeployment(world: Simulation, slot: number): void {
    const deployment = objectAt<Deployment>(world, slot)
    const before = this.#deployments.get(slot)
    this.news.deployments.add(slot)
    remember(this.#deployments, slot, deployment?.metadata.uid)
    this.#want(slot, deployment)
    if ((before === undefined) === (deployment === undefined)) return
    for (const set of setsControlledBy(world, deployment?.metadata.uid ?? before ?? ''))
      this.#touched.replicaSets.add(set)
  }

  #lookAtSet(world: Simulation, slot: number): void {
    const set = objectAt<ReplicaSet>(world, slot)
    const before = this.#sets.get(slot)
    const after = set && {
      uid: set.metadata.uid,
      owner: controllerSlot(world, set),
      revision: revisionOf(set),
    }
    remember(this.#sets, slot, after)
    this.#want(slot, set && controllerOf(set) === undefined ? set : undefined)
    for (const owner of [before?.owner, after?.owner]) if (owner) this.#touched.deployments.add(owner)
    if (before?.revision === after?.revision) return
    for (const pod of podsControlledBy(world, (after ?? before)?.uid ?? '')) this.#touched.pods.add(pod)
  }

  #lookAtPod(world: Simulation, slot: number): void {
    const { pods, tally, news } = this
    const pod = objectAt<Pod>(world, slot)
    const isKnown = pods.has(slot)
    this.podGaps.put(slot, pod)
    if (isKnown) {
      this.#touchOwner(pods.ownerOf(slot))
      tally.count(pods, slot, -1)
    }
    if (pod !== undefined) {
      if (pods.put(slot, this.#read(world, slot, pod))) news.pods.add(slot)
      tally.count(pods, slot, 1)
      this.#touchOwner(pods.ownerOf(slot))
    } else if (isKnown) {
      pods.delete(slot)
      news.pods.add(slot)
    }
  }

  /** What is known of its neighbours is enough, as long as they are the ones it had. */
  #read(world: Simulation, slot: number, pod: Pod): PodReading {
    const controller = controllerOf(pod)
    const known = this.pods.ownerOf(slot)
    const set = known === 0 ? undefined : this.#sets.get(known)
    const isOwned = set !== undefined && set.uid === controller?.uid
    const owner = isOwned ? known : controllerSlot(world, pod)
    const node = this.#nodeOf(world, pod.spec.nodeName, this.pods.nodeOf(slot))
    around.readiness = node === 0 ? undefined : this.#nodes.get(node)?.ready
    around.node = node
    around.owner = owner
    around.revision = isOwned ? set.revision : revisionAt(world, owner)
    around.isControlled = controller !== undefined
    return readPod(pod, around, reading)
  }

  /** `known`: the slot of the node it was on, 0: none. */
  #nodeOf({ engine }: Simulation, name: string | undefined, known: number): number {
    if (!name) return 0
    return known !== 0 && this.#nodes.get(known)?.name === name ? known : engine.server.slot(Nodes, '', name)
  }

  /** What it adds up to with others. */
  #touchOwner(owner: number): void {
    const set = this.#sets.get(owner)
    if (set === undefined) return
    this.#touched.replicaSets.add(owner)
    if (set.owner !== 0) this.#touched.deployments.add(set.owner)
  }

  #lookAtService(world: Simulation, slot: number): void {
    this.news.services.add(slot)
    if (objectAt(world, slot) === undefined) this.#services.delete(slot)
    else this.#services.add(slot)
  }

  #lookAtSlice(world: Simulation, slot: number): void {
    const slice = objectAt<EndpointSlice>(world, slot)
    const before = this.#slices.get(slot)
    const service = slice?.metadata.labels?.['kubernetes.io/service-name'] ?? ''
    const after = world.engine.server.slot(Services, slice?.metadata.namespace ?? '', service)
    remember(this.#slices, slot, after || undefined)
    for (const one of [before, after]) if (one) this.news.services.add(one)
  }

  // ── Workloads: after their pods ──────────────────────────────────────────────────────────────────────────────────

  #watchSet(world: Simulation, slot: number, times: GapTimes): void {
    const set = objectAt<ReplicaSet>(world, slot)
    const gaps = set === undefined ? [] : replicaSetGaps(set, this.tally.ofSet(slot).active)
    this.news.replicaSets.add(slot)
    this.gaps.put(slot, gaps, times)
  }

  #watchDeployment(world: Simulation, slot: number, times: GapTimes): void {
    const deployment = objectAt<Deployment>(world, slot)
    const sets = deployment === undefined ? [] : setsControlledBy(world, deployment.metadata.uid)
    const values = sets.map((set) => objectAt<ReplicaSet>(world, set) as ReplicaSet)
    this.news.deployments.add(slot)
    this.gaps.put(slot, deployment === undefined ? [] : deploymentGaps(deployment, values), times)
  }

  #want(slot: number, workload: Deployment | ReplicaSet | undefined): void {
    const wanted = workload?.metadata.deletionTimestamp === undefined ? (workload?.spec.replicas ?? 0) : 0
    this.#desired += wanted - (this.#wanted.get(slot) ?? 0)
    remember(this.#wanted, slot, wanted || undefined)
  }

  #times(world: Simulation): GapTimes {
    return {
      since: (slot, field) => gapOpened(world, this.book, this.#followed, slot, field),
      closed: (slot, field) => gapClosed(world, this.book, slot, field),
    }
  }
}

/** Filled anew for every pod that is looked at. */
const around: { -readonly [K in keyof Neighbours]: Neighbours[K] } = {
  readiness: undefined,
  node: 0,
  owner: 0,
  revision: 0,
  isControlled: false,
}
const reading: PodReading = { state: 0, node: 0, owner: 0, cpu: 0, isControlled: false, isActive: false }

function remember<T>(known: Map<number, T>, slot: number, value: T | undefined): void {
  if (value === undefined) known.delete(slot)
  else known.set(slot, value)
}
