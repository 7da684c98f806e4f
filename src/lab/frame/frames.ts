/**
 * Change sets for the screen: each frame tells what is new since the last. The first one is whole, and so is one after
 * a jump in time or into another world, which is noticed here.
 */

import { EndpointSlices } from '../../sim/api/kinds/endpointSlice/index.ts'
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
import {
  type Attention,
  type AutoscalerCard,
  type DeploymentCard,
  type Frame,
  type GapGroup,
  type GapGroups,
  type Mark,
  type NodeCard,
  nobodyLooks,
  type ReplicaSetCard,
  type ServiceCard,
  type TrafficFrame,
} from './format.ts'
import { GapLook } from './gapCards.ts'
import { ShownGroups } from './gapGroups.ts'
import { marksOf } from './marks.ts'
import { podName } from './naming.ts'
import { controllerSlot, objectAt, setsControlledBy } from './neighbours.ts'
import { clearNews } from './news.ts'
import { PodColumns } from './podColumns.ts'
import { isSameCard } from './sameCard.ts'
import { ShownCards } from './shownCards.ts'
import { ShownLoops } from './shownLoops.ts'
import { Timeline } from './timeline.ts'
import { noTraffic, trafficFrame } from './traffic/frame.ts'
import { WriteRows } from './writes.ts'

/** Milliseconds between two looks at what is read while time runs: slower than it may change, and no slower than one reads. */
export const readingPace = 450
/** Of very many gaps a look at all takes long: so many are looked at in a millisecond of the pace. */
const gapsAMillisecond = 50
/** Gaps that are looked at at once: some ten milliseconds of work. */
const gapsAtOnce = 4000

interface Present {
  readonly log: readonly Entry[]
  readonly left: number
  readonly now: number | undefined
}

const noRows = new Int32Array()

export class Frames {
  readonly timeline: Timeline
  readonly #pods = new PodColumns()
  readonly #nodes = new ShownCards<NodeCard>()
  readonly #deployments = new ShownCards<DeploymentCard>({ desired: 'desired', actual: 'ready' })
  readonly #replicaSets = new ShownCards<ReplicaSetCard>({ desired: 'desired', actual: 'actual' })
  readonly #services = new ShownCards<ServiceCard>({ actual: 'endpoints' })
  readonly #loops = new ShownLoops()
  readonly #groups = new ShownGroups()
  readonly #rows = new WriteRows()
  #beginnings = 0
  #head = 0
  #actors = 0
  #autoscalers: readonly AutoscalerCard[] = []
  #attention: Attention = nobodyLooks
  /** When the gaps were told last, in milliseconds of whoever asks; undefined: never, or there is something new to tell. */
  #gapsAt: number | undefined
  #hasGapNews = false
  #look: GapLook | undefined
  /** What a look saw, until it is told. */
  #seen: readonly GapGroup[] | undefined
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

  /** From the next frame on. What was not looked at before is told then as it is by now. */
  attend(attention: Attention): void {
    const before = this.#attention
    this.#attention = attention
    if (!before.gaps) this.#groups.clear()
    this.#forgetLook()
    this.#hasGapNews = true
    if (before.endpoints === attention.endpoints) return
    this.timeline.survey.beNewsOfServices()
    this.#trafficAt = -1
  }

  /** Whether a look at the gaps is under way. Until it is over no time should pass, or it has to begin anew. */
  get isLooking(): boolean {
    return this.#look !== undefined
  }

  /** Looks at some more gaps. True: there is no more to look at, and the next frame tells what was seen. */
  lookFurther(): boolean {
    const look = this.#look
    if (look?.isOfNow === false) {
      this.#forgetLook()
      this.#hasGapNews = true
    } else if (look?.further(gapsAtOnce)) {
      this.#look = undefined
      this.#seen = look.groups()
    }
    return this.#look === undefined
  }

  /** `now`: milliseconds; gaps are told no faster than they can be read. Undefined: the world stands still, all is told. */
  take(sitting: Sitting, now?: number): Frame {
    const { world } = sitting
    this.timeline.note(world)
    this.timeline.forgetAfter(sitting.horizon)
    const whole = this.timeline.survey.beginnings !== this.#beginnings
    if (whole) this.#forget()
    const frame = this.#frame(world, whole, { log: sitting.log, left: sitting.left, now })
    clearNews(this.timeline.survey.news)
    return frame
  }

  #forget(): void {
    const { survey } = this.timeline
    survey.beAllNews()
    this.#beginnings = survey.beginnings
    for (const shown of [this.#pods, this.#nodes, this.#deployments, this.#replicaSets, this.#services])
      shown.clear()
    this.#loops.clear()
    this.#groups.clear()
    this.#autoscalers = []
    this.#forgetLook()
    this.#marked = { length: -1, last: undefined }
    this.#actors = -1
  }

  #frame(world: Simulation, whole: boolean, { log, left, now }: Present): Frame {
    const { registry } = world.engine.state
    const { news, pods, gapCount } = this.timeline.survey
    const { head } = registry
    const hasWrites = whole || head !== this.#head
    const seen = whole ? head : this.#head
    this.#head = head
    const sums: number[] = []
    return {
      whole,
      tick: world.tick,
      revision: head,
      ...this.#pods.take(news.pods, pods, (slot) => podName(world, slot)),
      births: this.timeline.births.take(whole),
      nodes: this.#nodes.take(news.nodes, (slot) => this.#nodeCard(world, slot)),
      deployments: this.#deployments.take(
        news.deployments,
        (slot) => this.#deploymentCard(world, slot),
        sums,
      ),
      replicaSets: this.#replicaSets.take(
        news.replicaSets,
        (slot) => this.#replicaSetCard(world, slot),
        sums,
      ),
      services: this.#services.take(news.services, (slot) => this.#serviceCard(world, slot), sums),
      sums: Int32Array.from(sums),
      ...this.#takeAutoscalers(world),
      ...this.#loops.take(loopCards(world), whole || this.#attention.loops),
      ...this.#takeGaps(world, hasWrites, now),
      gapCount,
      apiServer: world.engine.server.running,
      overdue: world.overdue,
      left,
      ...this.#takeWrites(world, seen),
      writeCount: head - seen,
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
    return serviceCard(slot, service, slices, this.#attention.endpoints ? world.engine : undefined)
  }

  #takeAutoscalers(world: Simulation): { readonly autoscalers?: readonly AutoscalerCard[] } {
    const autoscalers = autoscalerCards(world)
    if (isSameCard(autoscalers, this.#autoscalers)) return {}
    this.#autoscalers = autoscalers
    return { autoscalers }
  }

  #takeGaps(world: Simulation, hasWrites: boolean, now: number | undefined): { readonly gaps?: GapGroups } {
    this.#hasGapNews ||= hasWrites
    this.lookFurther()
    if (this.#attention.gaps && this.#hasGapNews && this.#look === undefined) this.#beginLook(world, now)
    const seen = this.#seen
    this.#seen = undefined
    const gaps = seen && this.#groups.take(seen)
    return gaps === undefined ? {} : { gaps }
  }

  #beginLook(world: Simulation, now: number | undefined): void {
    const pace = Math.max(readingPace, this.timeline.survey.gapCount / gapsAMillisecond)
    if (now !== undefined && this.#gapsAt !== undefined && now - this.#gapsAt < pace) return
    this.#look = new GapLook(world, this.timeline.survey, this.#attention.openGroups)
    this.#gapsAt = now
    this.#hasGapNews = false
    this.lookFurther()
  }

  #forgetLook(): void {
    this.#look = undefined
    this.#seen = undefined
    this.#gapsAt = undefined
  }

  /** Requests are told of once a tick; a load that was set while the world stands still, at once. */
  #takeTraffic(world: Simulation, whole: boolean, hasWrites: boolean): { readonly traffic?: TrafficFrame } {
    if (!whole && !hasWrites && world.tick === this.#trafficAt) return {}
    this.#trafficAt = world.tick
    const seen = whole ? undefined : this.#requests
    const { traffic, requests } = trafficFrame(
      world,
      this.timeline.traffic.take(whole),
      seen,
      this.#attention.endpoints,
    )
    this.#requests = requests
    const hadLoads = this.#hasLoads && !whole
    this.#hasLoads = traffic !== undefined
    if (traffic !== undefined) return { traffic }
    return hadLoads ? { traffic: noTraffic(world.tick) } : {}
  }

  #takeWrites(world: Simulation, seen: number): Pick<Frame, 'writes' | 'actors'> {
    if (!this.#attention.writes) return { writes: noRows }
    const writes = this.#rows.take(world.engine.state.registry, seen)
    const { actors } = this.#rows
    if (actors.length === this.#actors) return { writes }
    this.#actors = actors.length
    return { writes, actors: [...actors] }
  }

  #takeMarks(log: readonly Entry[]): { readonly marks?: readonly Mark[] } {
    const last = log[log.length - 1]
    if (this.#marked.length === log.length && this.#marked.last === last) return {}
    this.#marked = { length: log.length, last }
    return { marks: marksOf(log) }
  }
}
