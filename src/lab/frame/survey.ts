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
import { deploymentGaps, nodeGaps, podGaps, replicaSetGaps } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { GapBook } from './gapBook.ts'
import { gapClosed, gapOpened } from './gapTimes.ts'
import { type GapTimes, GapWatch } from './gapWatch.ts'
import { readinessOf } from './look.ts'
import {
  controllerSlot,
  neighboursOf,
  objectAt,
  podsControlledBy,
  podsOnNode,
  revisionOf,
  setsControlledBy,
} from './neighbours.ts'
import { clearNews, type News, noNews } from './news.ts'
import { looksSame, type PodView, viewOf } from './podView.ts'
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
  readonly ready: string
}
interface SetFacts {
  readonly uid: string
  readonly owner: number
  readonly revision: number
}

export class Survey {
  readonly pods = new Map<number, PodView>()
  readonly gaps = new GapWatch()
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

  /** Everything is news, for whoever has shown nothing yet. */
  beAllNews(): void {
    for (const [news, known] of [
      [this.news.pods, this.pods],
      [this.news.nodes, this.#nodes],
      [this.news.loads, this.#nodes],
      [this.news.deployments, this.#deployments],
      [this.news.replicaSets, this.#sets],
      [this.news.services, this.#services],
    ] as const) {
      news.clear()
      for (const slot of known.keys()) news.add(slot)
    }
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
    this.gaps.clear()
    for (const known of [
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
    for (const slot of pods) this.#lookAtPod(world, slot, times)
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

  #lookAtPod(world: Simulation, slot: number, times: GapTimes): void {
    const pod = objectAt<Pod>(world, slot)
    const before = this.pods.get(slot)
    const after = pod && viewOf(pod, neighboursOf(world, pod))
    this.gaps.put(slot, pod === undefined ? [] : podGaps(pod), times)
    this.tally.replace(before, after)
    remember(this.pods, slot, after)
    for (const view of [before, after]) if (view !== undefined) this.#touchAround(view)
    if (before === undefined || after === undefined || !looksSame(before, after)) this.news.pods.add(slot)
  }

  /** What it adds up to with others. */
  #touchAround({ owner, node }: PodView): void {
    if (node !== 0) this.news.loads.add(node)
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

function remember<T>(known: Map<number, T>, slot: number, value: T | undefined): void {
  if (value === undefined) known.delete(slot)
  else known.set(slot, value)
}
