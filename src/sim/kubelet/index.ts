/**
 * The kubelets of all nodes as one component. Nothing is polled: a pod is looked at when its object changed, when its
 * machine or processes changed, or when a timer says that something in its life is due.
 *
 * Models pkg/kubelet of Kubernetes v1.36; `fidelity.ts` lists where it differs.
 */
import type { Kind } from '../api/kind.ts'
import { ConfigMaps } from '../api/kinds/configMap/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { Secrets } from '../api/kinds/secret/index.ts'
import type { ConfigMap, Pod, PodCondition } from '../api/types/index.ts'
import type { Change, Component, Doing, Face } from '../client/component.ts'
import type { Engine } from '../client/engine.ts'
import { type Tick, ticksOf, timeText } from '../core/clock.ts'
import { type Cause, causedBy } from '../core/ledger.ts'
import type { Timer } from '../core/timers.ts'
import { type ImageBehaviour, type Incident, pullTime } from '../substrate/index.ts'
import { hostOf, nextAddress, nodeAddress, podNetwork } from './addresses.ts'
import type { BackOffLimits } from './backOff.ts'
import { doingOf, explainRun } from './explain.ts'
import { KubeletMemory } from './memory.ts'
import { NodeKeeper } from './nodeKeeper.ts'
import { isActing, isConnected, type NodeRun } from './nodeRun.ts'
import { isOver } from './podStages.ts'
import { newRun, PodWorker } from './podWorker.ts'
import type { Holder } from './references.ts'
import { Reporter } from './reporter.ts'
import { type NewRun, never, type PodRun } from './run.ts'
import type { EventType, Pull, Site } from './site.ts'

const name = 'kubelet'
/** Pods that are looked at in one tick; others wait for the next. A lost zone of a big cluster takes some ticks. */
const looksPerTick = 1000
/** Kubelets that start or come back in one tick: each writes some seven times. */
const kubeletsPerTick = 150
/** So many pods that a kubelet finds on its machine are as much work. */
const podsAKubelet = 6
/** What the runtime needs to see that it has an image already. */
const manifestCheck: Tick = 3

export class Kubelets implements Component, Site {
  readonly name = name
  readonly standsAlone = true
  readonly watches: readonly Kind[] = [Nodes as unknown as Kind, Pods as unknown as Kind]
  seen = 0
  readonly crashLimits: BackOffLimits
  readonly pullLimits: BackOffLimits
  readonly #engine: Engine
  readonly #memory: KubeletMemory
  readonly #reporter: Reporter
  readonly #worker: PodWorker
  readonly #keeper: NodeKeeper
  #turns = 0

  constructor(engine: Engine) {
    const { profile } = engine
    this.#engine = engine
    this.#memory = new KubeletMemory(engine.substrate)
    this.#reporter = new Reporter(engine)
    this.#worker = new PodWorker(this)
    this.#keeper = new NodeKeeper(engine, this.#memory, this.#reporter, this.#worker)
    this.crashLimits = { first: profile.crashBackOff, longest: profile.crashBackOffMax }
    this.pullLimits = { first: profile.pullBackOff, longest: profile.pullBackOffMax }
  }

  // ── As a component ───────────────────────────────────────────────────────────────────────────────────────────────

  get backlog(): number {
    const { substrate, server } = this.#engine
    const news = substrate.machines.newsCount + substrate.processes.newsCount
    return news + this.#memory.dirtyCount + (server.running ? this.#memory.untoldCount : 0)
  }

  observe(change: Change): void {
    if (change.kind === (Pods as unknown as Kind)) this.#observePod(change as unknown as Change<Pod>)
    else if (change.before === undefined || change.after === undefined) {
      const { metadata } = (change.after ?? change.before) as NonNullable<Change['after']>
      this.#memory.markNode(metadata.name, causedBy(change.revision))
    }
  }

  get face(): Face {
    const memory = this.#memory
    return {
      turns: this.#turns,
      // News are heard in the tick after they happened, as far as it has room.
      waiting: memory.dirtyCount + this.#engine.substrate.machines.newsCount - this.#newsInReach(),
      keys: (most) => memory.dirtyKeys(most),
      holds: (key) => memory.dirtyKeys(memory.dirtyCount).includes(key),
    }
  }

  fire({ tag, key, cause }: Timer): void {
    if (tag === 0) this.#memory.markImages(key, cause)
    else if ((this.#memory.run(tag)?.due ?? never) <= this.now) this.#memory.markPod(tag, cause)
  }

  work(): void {
    const { server, substrate, state } = this.#engine
    if (server.running) this.#catchUp(causedBy(state.registry.head))
    for (const [node, cause] of this.#memory.takeDirtyNodes()) this.#keeper.observeObject(node, cause)
    for (const news of substrate.machines.takeNews(this.#newsInReach()))
      this.#keeper.attend(news.name, causedBy(news.because))
    for (const incident of substrate.processes.takeNews()) this.#strike(incident)
    // A pod looked at makes no entry of its own: with tens of thousands at a time that shows.
    this.#memory.takeDirtyPods(looksPerTick).forEach((cause, slot) => {
      this.#lookAt(slot, cause)
    })
    for (const [node, cause] of this.#memory.takeImageReports()) this.#keeper.reportImages(node, cause)
  }

  save(): unknown {
    return this.#memory.save()
  }

  load(saved: unknown): void {
    this.#memory.load(saved as ReturnType<KubeletMemory['save']>)
  }

  /** Kubelets are no part of the control plane: one restarts when its machine says so. */
  restart(): void {}

  /** What the pod's kubelet is about to do, in plain lines; undefined when no kubelet knows the pod. */
  explain(slot: number): readonly string[] | undefined {
    const run = this.#memory.run(slot)
    const node = run === undefined ? undefined : this.#memory.node(run.node)
    return run === undefined || node === undefined ? undefined : explainRun(run, node, this.now)
  }

  doing(slot: number): Doing | undefined {
    const run = this.#memory.run(slot)
    return run && doingOf(run)
  }

  // ── As the site of the pods' lives ───────────────────────────────────────────────────────────────────────────────

  get now(): Tick {
    return this.#engine.state.tick
  }

  get seed(): number {
    return this.#engine.state.seed
  }

  behaviour(image: string): ImageBehaviour {
    return this.#engine.substrate.images.behaviour(image)
  }

  say(run: PodRun, type: EventType, reason: string, message: string, fieldPath?: string): void {
    if (!isConnected(this.#nodeOf(run))) return
    this.#reporter.event(this.#reporter.storedPod(run.slot), run.node, type, reason, message, fieldPath)
  }

  conditionsOf(run: PodRun): readonly PodCondition[] | undefined {
    return this.#reporter.storedPod(run.slot)?.status.conditions
  }

  newAddress(run: PodRun): string {
    const node = this.#nodeOf(run)
    if (run.spec.hostNetwork) return nodeAddress(node.ordinal)
    const network = podNetwork(node.ordinal)
    const given = nextAddress(node.addressesGiven, (host) =>
      this.#memory.hasAddress(node.name, `${network}${host}`),
    )
    this.#memory.openNode(node).addressesGiven = given
    return `${network}${hostOf(given)}`
  }

  keysOf({ namespace }: PodRun, holder: Holder, name: string): readonly string[] | undefined {
    const { server } = this.#engine
    const stored =
      holder === 'secret'
        ? server.stored(Secrets, namespace, name)
        : server.stored(ConfigMaps, namespace, name)
    return (
      stored && [...Object.keys(stored.data ?? {}), ...Object.keys((stored as ConfigMap).binaryData ?? {})]
    )
  }

  hasImage(node: string, image: string): boolean {
    return this.#memory.node(node)?.images.includes(image) ?? false
  }

  pull(name: string, image: string): Pull {
    const node = this.#memory.node(name) as NodeRun
    const { now } = this
    const begins = Math.max(now, node.pullsUntil)
    const takes = pullTime(this.behaviour(image), begins)
    const isKnown = node.images.includes(image) || node.arriving.includes(image)
    const ends = begins + (isKnown ? Math.min(manifestCheck, takes) : takes)
    const next = this.#memory.openNode(node)
    next.pullsUntil = ends
    next.arriving = [...node.arriving, image]
    return { begins, ends }
  }

  pulled(name: string, image: string, succeeded: boolean): void {
    const node = this.#memory.node(name) as NodeRun
    const at = node.arriving.indexOf(image)
    const next = this.#memory.openNode(node)
    if (at >= 0) next.arriving = node.arriving.toSpliced(at, 1)
    if (succeeded && !node.images.includes(image)) {
      next.images = [...node.images, image]
      if (!node.willReport) this.#keeper.planImageReport(node.name)
      next.willReport = true
    }
  }

  // ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

  #newsInReach(): number {
    const weigh = (node: string) => 1 + this.#memory.podCount(node) / podsAKubelet
    return this.#engine.substrate.machines.newsWithin(kubeletsPerTick, weigh)
  }

  #nodeOf(run: PodRun): NodeRun {
    return this.#memory.node(run.node) as NodeRun
  }

  /** The API server answers again: what it missed is told now. */
  #catchUp(cause: Cause): void {
    if (this.#memory.untoldCount === 0) return
    for (const node of this.#memory.takeUntoldNodes()) this.#keeper.attend(node, cause)
    for (const slot of this.#memory.takeUntoldPods()) this.#memory.markPod(slot, cause)
  }

  /** Only what a kubelet has not done itself is worth a look. */
  #observePod({ before, after, slot, cause }: Change<Pod>): void {
    if (after?.spec.nodeName === undefined && before?.spec.nodeName === undefined) return
    const isNews =
      after === undefined ||
      before === undefined ||
      after.spec !== before.spec ||
      after.metadata.deletionTimestamp !== before.metadata.deletionTimestamp
    if (!isNews && this.#memory.run(slot)?.sent === after.status) return
    this.#memory.markPod(slot, cause)
  }

  #strike(incident: Incident): void {
    const run = this.#memory.run(incident.pod)
    if (run === undefined || !this.#nodeOf(run).power) return
    const struck = this.#worker.strike(run, incident)
    this.#memory.putRun(struck)
    this.#memory.markPod(run.slot, causedBy(incident.because))
  }

  #lookAt(slot: number, cause: Cause): void {
    this.#turns++
    this.#reporter.cause = cause
    const stored = this.#reporter.storedPod(slot)
    const known = this.#memory.run(slot)
    const fresh = known === undefined ? this.#adopt(slot, stored) : undefined
    const run = known ?? fresh
    if (run === undefined) return
    const node = this.#nodeOf(run)
    if (!isActing(node)) return
    const hears = isConnected(node) && this.#engine.server.running
    if (hears && stored === undefined) this.#memory.dropRun(run)
    else if (fresh !== undefined && stored?.metadata.deletionTimestamp === undefined)
      this.#tell(this.#worker.begin(fresh), stored, node)
    else this.#tell(this.#worked(run, hears ? stored : undefined), stored, node)
  }

  /** A pod that is new to its node. One that is over is not run again. */
  #adopt(slot: number, stored: Pod | undefined): NewRun | undefined {
    if (stored === undefined || !this.#engine.server.running) return undefined
    const { metadata, spec, status } = stored
    const node = this.#memory.node(spec.nodeName ?? '')
    if (node === undefined || !isActing(node) || !isConnected(node)) return undefined
    if (status.phase === 'Succeeded' || status.phase === 'Failed') return undefined
    const identity = {
      slot,
      node: node.name,
      namespace: metadata.namespace ?? '',
      name: metadata.name,
      uid: metadata.uid,
      spec,
      generation: metadata.generation ?? 0,
    }
    return newRun(identity, timeText(this.now), this.now)
  }

  /** The pod after this look: what its object asks for, then what is due. */
  #worked(run: PodRun, heard: Pod | undefined): NewRun {
    if (isOver(run) || heard === undefined) return this.#worker.advance(run)
    const { metadata, spec } = heard
    const generation = metadata.generation ?? 0
    const current = spec === run.spec ? run : this.#worker.respecify(run, spec, generation)
    if (metadata.deletionTimestamp === undefined) return this.#worker.advance(current)
    const grace = ticksOf(metadata.deletionGracePeriodSeconds ?? 0)
    const isKnown = run.ending?.removes === true && run.ending.deadline <= this.now + grace
    return isKnown ? this.#worker.advance(current) : this.#worker.terminate(current, grace, generation)
  }

  /** Tells the API server what it doesn't know yet, sets the timer, and keeps the record. */
  #tell(run: NewRun, stored: Pod | undefined, node: NodeRun): void {
    const { server, state } = this.#engine
    let cause = this.#reporter.cause
    if (isConnected(node) && stored !== undefined && (run.unsent || !isAsSent(run, stored))) {
      if (server.running) {
        this.#reporter.publish(run, stored, node)
        cause = causedBy(state.registry.lastRevision(run.slot))
      } else this.#memory.holdPod(run.slot)
    }
    if (run.removeAt <= this.now && isConnected(node)) this.#remove(run)
    else {
      this.#arm(run, cause)
      this.#memory.putRun(run)
    }
  }

  #remove(run: NewRun): void {
    if (this.#engine.server.running) {
      this.#reporter.remove(run)
      this.#memory.dropRun(run)
    } else {
      this.#memory.holdPod(run.slot)
      this.#memory.putRun(run)
    }
  }

  /** Sets the pod's timer, unless it is set already. */
  #arm(run: NewRun, cause: Cause): void {
    if (run.due === run.armed || run.due === never) return
    const { timers, tick } = this.#engine.state
    timers.set(Math.max(run.due, tick + 1), { owner: name, key: '', tag: run.slot, cause })
    run.armed = run.due
  }
}

/** Whether the kubelet's part of the stored status is still what it wrote last. */
function isAsSent({ sent, conditions }: NewRun, { status }: Pod): boolean {
  if (sent === status) return true
  if (sent?.containerStatuses !== status.containerStatuses || sent?.phase !== status.phase) return false
  return conditions.every((condition) => status.conditions?.includes(condition))
}
