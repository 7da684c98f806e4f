/**
 * Change sets for the screen: each frame tells what is new since the last. The first one is whole, and so is one after
 * a jump in time or into another world, which is noticed here.
 */

import { EndpointSlices } from '../../sim/api/kinds/endpointSlice/index.ts'
import { kinds } from '../../sim/api/kinds/index.ts'
import type { Deployment, Node, ReplicaSet, Service } from '../../sim/api/types/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { Entry } from '../recording.ts'
import type { Sitting } from '../sitting.ts'
import { autoscalerCards } from './cards/autoscaler.ts'
import { deploymentCard } from './cards/deployment.ts'
import { loopCards } from './cards/loops.ts'
import { nodeCard } from './cards/node.ts'
import { replicaSetCard } from './cards/replicaSet.ts'
import { serviceCard } from './cards/service.ts'
import type {
  AutoscalerCard,
  DeploymentCard,
  Frame,
  GapCard,
  LoopCard,
  Mark,
  NodeCard,
  PodName,
  ReplicaSetCard,
  ServiceCard,
  TrafficFrame,
} from './format.ts'
import { gapCards } from './gapCards.ts'
import { nodeLoads } from './loads.ts'
import { marksOf } from './marks.ts'
import { podName } from './naming.ts'
import { controllerSlot, objectAt, setsControlledBy } from './neighbours.ts'
import { clearNews } from './news.ts'
import { PodColumns } from './podColumns.ts'
import { isSameCard } from './sameCard.ts'
import { ShownCards } from './shownCards.ts'
import { Timeline } from './timeline.ts'
import { noTraffic, trafficFrame } from './traffic/frame.ts'
import { WriteRows } from './writes.ts'

const kindNames = kinds.map(({ singular }) => singular)

export class Frames {
  readonly timeline: Timeline
  readonly #pods = new PodColumns()
  readonly #nodes = new ShownCards<NodeCard>()
  readonly #deployments = new ShownCards<DeploymentCard>()
  readonly #replicaSets = new ShownCards<ReplicaSetCard>()
  readonly #services = new ShownCards<ServiceCard>()
  readonly #rows = new WriteRows()
  #beginnings = 0
  #head = 0
  #actors = 0
  #loops: readonly LoopCard[] = []
  #autoscalers: readonly AutoscalerCard[] = []
  #gaps: readonly GapCard[] | undefined
  /** Requests that were told of one by one, so far. */
  #requests = 0
  #trafficAt = -1
  /** Whether the screen knows of any load: it is to be told when the last is gone. */
  #hasLoads = false
  #marked: { readonly length: number; readonly last: Entry | undefined } = { length: -1, last: undefined }

  /** The timeline is told of every step by whoever lets time pass; a frame tells it of the present. */
  constructor(timeline = new Timeline()) {
    this.timeline = timeline
  }

  /** The next frame will be whole. */
  reset(): void {
    this.#beginnings = 0
  }

  take(sitting: Sitting): Frame {
    const { world } = sitting
    this.timeline.note(world)
    this.timeline.forgetAfter(sitting.horizon)
    const whole = this.timeline.survey.beginnings !== this.#beginnings
    if (whole) this.#forget()
    const frame = this.#frame(world, whole, sitting.log)
    clearNews(this.timeline.survey.news)
    return frame
  }

  #forget(): void {
    const { survey } = this.timeline
    survey.beAllNews()
    this.#beginnings = survey.beginnings
    for (const shown of [this.#pods, this.#nodes, this.#deployments, this.#replicaSets, this.#services])
      shown.clear()
    this.#loops = []
    this.#autoscalers = []
    this.#gaps = undefined
    this.#marked = { length: -1, last: undefined }
    this.#actors = -1
  }

  #frame(world: Simulation, whole: boolean, log: readonly Entry[]): Frame {
    const { registry } = world.engine.state
    const { news, pods, gaps } = this.timeline.survey
    const { head } = registry
    const hasWrites = whole || head !== this.#head
    const seen = whole ? head : this.#head
    this.#head = head
    return {
      whole,
      tick: world.tick,
      revision: head,
      ...this.#pods.take(news.pods, pods, (slot) => podName(world, slot) as PodName),
      births: this.timeline.births.take(whole),
      nodes: this.#nodes.take(news.nodes, (slot) => this.#nodeCard(world, slot)),
      nodeLoads: nodeLoads(news.loads, this.timeline.survey.tally),
      deployments: this.#deployments.take(news.deployments, (slot) => this.#deploymentCard(world, slot)),
      replicaSets: this.#replicaSets.take(news.replicaSets, (slot) => this.#replicaSetCard(world, slot)),
      services: this.#services.take(news.services, (slot) => this.#serviceCard(world, slot)),
      ...this.#takeAutoscalers(world),
      ...this.#takeLoops(world),
      ...(hasWrites ? this.#takeGaps(world) : {}),
      gapCount: gaps.count,
      apiServer: world.engine.server.running,
      writes: this.#rows.take(registry, seen),
      writeCount: head - seen,
      ...this.#takeActors(),
      ...(whole ? { kinds: kindNames } : {}),
      samples: this.timeline.takeSamples(whole),
      ...this.#takeMarks(log),
      ...this.#takeTraffic(world, whole, hasWrites),
    }
  }

  #nodeCard(world: Simulation, slot: number): NodeCard | undefined {
    const node = objectAt<Node>(world, slot)
    return node && nodeCard(slot, node, world.engine)
  }

  #deploymentCard(world: Simulation, slot: number): DeploymentCard | undefined {
    const { tally } = this.timeline.survey
    const deployment = objectAt<Deployment>(world, slot)
    if (deployment === undefined) return undefined
    const sets = setsControlledBy(world, deployment.metadata.uid).map((set) => ({
      set: objectAt<ReplicaSet>(world, set) as ReplicaSet,
      pods: tally.ofSet(set),
    }))
    return deploymentCard(slot, deployment, sets)
  }

  #replicaSetCard(world: Simulation, slot: number): ReplicaSetCard | undefined {
    const set = objectAt<ReplicaSet>(world, slot)
    return (
      set && replicaSetCard(slot, set, controllerSlot(world, set), this.timeline.survey.tally.ofSet(slot))
    )
  }

  #serviceCard(world: Simulation, slot: number): ServiceCard | undefined {
    const service = objectAt<Service>(world, slot)
    if (service === undefined) return undefined
    const { namespace, name } = service.metadata
    const slices = world.engine.server.byIndex(EndpointSlices, 'service', `${namespace}/${name}`)
    return serviceCard(slot, service, slices, world.engine)
  }

  #takeAutoscalers(world: Simulation): { readonly autoscalers?: readonly AutoscalerCard[] } {
    const autoscalers = autoscalerCards(world)
    if (isSameCard(autoscalers, this.#autoscalers)) return {}
    this.#autoscalers = autoscalers
    return { autoscalers }
  }

  #takeLoops(world: Simulation): { readonly loops?: readonly LoopCard[] } {
    const loops = loopCards(world)
    if (isSameCard(loops, this.#loops)) return {}
    this.#loops = loops
    return { loops }
  }

  #takeGaps(world: Simulation): { readonly gaps?: readonly GapCard[] } {
    const gaps = gapCards(world, this.timeline.survey.gaps)
    if (isSameCard(gaps, this.#gaps)) return {}
    this.#gaps = gaps
    return { gaps }
  }

  /** Requests are told of once a tick; a load that was set while the world stands still, at once. */
  #takeTraffic(world: Simulation, whole: boolean, hasWrites: boolean): { readonly traffic?: TrafficFrame } {
    if (!whole && !hasWrites && world.tick === this.#trafficAt) return {}
    this.#trafficAt = world.tick
    const seen = whole ? undefined : this.#requests
    const { traffic, requests } = trafficFrame(world, this.timeline.traffic.take(whole), seen)
    this.#requests = requests
    const hadLoads = this.#hasLoads && !whole
    this.#hasLoads = traffic !== undefined
    if (traffic !== undefined) return { traffic }
    return hadLoads ? { traffic: noTraffic(world.tick) } : {}
  }

  #takeActors(): { readonly actors?: readonly string[] } {
    const { actors } = this.#rows
    if (actors.length === this.#actors) return {}
    this.#actors = actors.length
    return { actors: [...actors] }
  }

  #takeMarks(log: readonly Entry[]): { readonly marks?: readonly Mark[] } {
    const last = log[log.length - 1]
    if (this.#marked.length === log.length && this.#marked.last === last) return {}
    this.#marked = { length: log.length, last }
    return { marks: marksOf(log) }
  }
}
