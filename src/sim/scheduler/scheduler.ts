/**
 * The scheduler: takes pods without a node one by one, and gives each the best node that it fits on
 * (pkg/scheduler/{scheduler,schedule_one,eventhandlers}.go, v1.36).
 */
import type { Kind } from '../api/kind.ts'
import { kindId } from '../api/kinds/index.ts'
import { Namespaces } from '../api/kinds/namespace/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { ReplicaSets } from '../api/kinds/replicaSet/index.ts'
import { Services } from '../api/kinds/service/index.ts'
import { isPodTerminal } from '../api/podReadiness.ts'
import type { Namespace, Node, Pod, ReplicaSet, Service } from '../api/types/index.ts'
import { Client } from '../client/client.ts'
import type { Change, Component, Face } from '../client/component.ts'
import type { Engine } from '../client/engine.ts'
import { Lister } from '../client/lister.ts'
import { type BucketMemory, TokenBucket } from '../client/tokenBucket.ts'
import { type Tick, ticksOf } from '../core/clock.ts'
import { draw } from '../core/draw.ts'
import type { Cause } from '../core/ledger.ts'
import type { Timer } from '../core/timers.ts'
import { Caches } from './caches.ts'
import { boundMeanwhile, type DecisionRecord, Decisions, decidedAt } from './decisions.ts'
import { type Explanation, explain, explanationLines } from './explain.ts'
import type { QuickDecision } from './fast/fastPath.ts'
import type { Cycle } from './framework/plugin.ts'
import { podShape } from './framework/podInfo.ts'
import { pluginNamed } from './framework/registry.ts'
import { schedulePod, type TieKeys } from './framework/schedulePod.ts'
import { PodWrites } from './podWrites.ts'
import { type ClusterEvent, mayHelp, nodeEvents } from './queue/clusterEvent.ts'
import { type QueuedPod, type QueueImage, SchedulingQueue } from './queue/schedulingQueue.ts'
import { judge, type Verdict, Verdicts } from './verdicts.ts'

/** Whose pods it takes, and whom its events come from. */
const schedulerName = 'default-scheduler'
const triesPerTick = 1000
const refusalsPerTick = 60
const flushInterval = ticksOf(30)
const flushKey = 'flush'

/** `verdict`: why no node was chosen, where it is known. */
interface Decision extends QuickDecision {
  readonly verdict?: Verdict
}

interface SchedulerImage {
  readonly queue: QueueImage
  readonly order: [string, string[]][]
  readonly start: number
  readonly assumed: readonly (readonly [number, string])[]
  readonly decisions: readonly DecisionRecord[]
  readonly bucket: BucketMemory
  readonly flushArmed: boolean
}

export class Scheduler implements Component {
  readonly name = schedulerName
  readonly watches: readonly Kind[] = [Pods, Nodes, Services, ReplicaSets, Namespaces] as unknown as Kind[]
  seen = 0
  readonly #engine: Engine
  readonly #bucket: TokenBucket
  readonly #client: Client
  readonly #writes: PodWrites
  readonly #pods: Lister<Pod>
  readonly #queue = new SchedulingQueue()
  readonly #decisions = new Decisions()
  #verdicts = new Verdicts()
  #caches: Caches
  /** Where the next search for nodes begins. */
  #start = 0
  /** Pods that it has bound and not yet seen bound: slot → node. */
  #assumed = new Map<number, string>()
  #flushArmed = false
  #turns = 0
  /** Since this world was made; no part of it. */
  readonly counters = { decisions: 0, scored: 0, mostScored: 0 }

  constructor(engine: Engine) {
    this.#engine = engine
    this.#bucket = new TokenBucket(() => engine.limits.of('scheduler'))
    this.#client = new Client(engine, schedulerName, this.#bucket)
    this.#writes = new PodWrites(this.#client, engine.state)
    this.#pods = new Lister(engine.state.registry, Pods, () => this.seen)
    this.#caches = this.#newCaches()
    this.#verdicts = new Verdicts()
  }

  get backlog(): number {
    const { active, backoff } = this.#queue.counts
    return active + backoff
  }

  get face(): Face {
    const queue = this.#queue
    return {
      turns: this.#turns,
      waiting: queue.size,
      keys: (most) => queue.keys(most),
      holds: (key) => [...queue.pods()].some(({ namespace, name }) => `${namespace}/${name}` === key),
    }
  }

  // ── What happens around it ───────────────────────────────────────────────────────────────────────────────────────

  observe(change: Change): void {
    const { cluster, siblings, view, fast } = this.#caches
    const { before, after, cause } = change
    if (change.kind === (Pods as unknown as Kind)) this.#observePod(change as unknown as Change<Pod>)
    else if (change.kind === (Nodes as unknown as Kind)) {
      if (after === undefined) cluster.removeNode((before as Node).metadata.name)
      else cluster.setNode(after as Node)
      for (const event of nodeEvents(before as Node, after as Node)) this.#wake(event, cause)
    } else if (change.kind === (Services as unknown as Kind)) {
      if (after === undefined) siblings.removeService(before as Service)
      else siblings.setService(after as Service)
    } else if (change.kind === (ReplicaSets as unknown as Kind)) {
      if ((before as ReplicaSet | undefined)?.spec !== (after as ReplicaSet | undefined)?.spec)
        siblings.controllersChanged()
    } else if (change.kind === (Namespaces as unknown as Kind) && after !== undefined) {
      view.setNamespace(after as Namespace)
      fast.namespacesChanged()
    }
  }

  fire(timer: Timer): void {
    this.#queue.endFailing(this.#engine.state.tick)
    if (timer.key !== flushKey) return
    this.#flushArmed = false
    this.#queue.flush(this.#engine.state.tick, timer.cause)
    this.#armFlush(timer.cause)
  }

  #observePod({ before, after, slot, cause }: Change<Pod>): void {
    if (after === undefined || isPodTerminal(after)) this.#podLeft((after ?? before) as Pod, slot, cause)
    else if (after.spec.nodeName) this.#podPlaced(before, after, slot, after.spec.nodeName, cause)
    else if ((after.spec.schedulerName ?? schedulerName) === schedulerName)
      this.#podWaits(before, after, slot, cause)
  }

  #podLeft(pod: Pod, slot: number, cause: Cause): void {
    const { cluster, view } = this.#caches
    this.#forget(pod, slot)
    if (cluster.nodeOf(slot) === undefined) return
    cluster.removePod(slot)
    view.denominate(pod.metadata.uid)
    this.#wake({ type: 'podDeleted', pod }, cause)
  }

  #podPlaced(before: Pod | undefined, pod: Pod, slot: number, node: string, cause: Cause): void {
    this.#caches.cluster.setPod(slot, pod, node)
    if (!before?.spec.nodeName) {
      this.#forget(pod, slot)
      if (this.#mayWake) this.#wake({ type: 'podAssigned', pod }, cause)
    } else if (before.metadata.labels !== pod.metadata.labels)
      this.#wake({ type: 'podLabelsChanged', pod }, cause)
  }

  #podWaits(before: Pod | undefined, pod: Pod, slot: number, cause: Cause): void {
    const { uid, deletionTimestamp, labels } = pod.metadata
    const { view } = this.#caches
    if (this.#assumed.has(slot)) return
    if (pod.status.nominatedNodeName !== undefined) view.nominate(pod, pod.status.nominatedNodeName)
    else if (view.hasNominated) view.denominate(uid)
    if (deletionTimestamp !== undefined) this.#forget(pod, slot)
    else if (before === undefined || before.spec !== pod.spec || before.metadata.labels !== labels) {
      this.#queue.add(pod, slot, cause, this.#engine.state.tick)
    }
  }

  /** It no longer waits for a node. */
  #forget({ metadata }: Pod, slot: number): void {
    this.#queue.remove(slot)
    this.#assumed.delete(slot)
    if (this.#caches.view.hasNominated) this.#caches.view.denominate(metadata.uid)
  }

  get #mayWake(): boolean {
    return this.#queue.counts.unschedulable > 0
  }

  /** Tries again the pods that the event may help. */
  #wake(event: ClusterEvent, cause: Cause): void {
    if (!this.#mayWake) return
    for (const entry of this.#queue.pods()) {
      if (entry.place !== 'unschedulable') continue
      const pod = this.#pods.at(entry.slot)
      if (pod !== undefined && helps(entry, pod, event)) {
        this.#queue.requeue(entry, cause, this.#engine.state.tick)
      }
    }
  }

  // ── Scheduling ───────────────────────────────────────────────────────────────────────────────────────────────────

  work(): void {
    let refusals = 0
    for (let tries = 0; tries < triesPerTick && refusals < refusalsPerTick; tries++) {
      if (this.#client.available === 0) return
      const entry = this.#queue.next(this.#engine.state.tick)
      if (entry === undefined) return
      const pod = this.#pods.at(entry.slot)
      if (pod === undefined) this.#queue.remove(entry.slot)
      else if (!this.#scheduleOne(entry, pod)) refusals++
    }
  }

  /** Answers whether the pod has got a node. */
  #scheduleOne(entry: QueuedPod, pod: Pod): boolean {
    this.#turns++
    this.#client.cause = entry.cause
    const cycle = this.#cycle(pod, this.#caches)
    const start = this.#start
    const { chosen, visited, verdict } = this.#decide(cycle, start)
    const { head } = this.#engine.state.registry
    this.#decisions.note({ uid: entry.uid, seen: this.seen, head, start, chosen })
    this.#start = (start + visited) % Math.max(1, cycle.snapshot.nodes.length)
    if (chosen !== undefined) this.#bind(entry, pod, chosen)
    else if (verdict !== undefined) this.#refuse(entry, pod, verdict)
    return chosen !== undefined
  }

  /** The quick way where it leads to a node; else the plugins decide, and say why not. */
  #decide(cycle: Cycle, start: number): Decision {
    const { cluster, fast, view } = this.#caches
    const { spec, metadata } = cycle.pod
    const podKey = this.#key(metadata.uid)
    const quick = view.hasNominated ? undefined : fast.decide(cycle, start, podKey)
    if (quick?.chosen !== undefined) {
      this.#count(fast.found)
      return quick
    }
    const known = quick && this.#verdicts.of(spec, cluster.epoch)
    if (known !== undefined) return { chosen: undefined, visited: cluster.nodeCount, verdict: known }
    const { chosen, filtering } = schedulePod(cycle, start, this.#tieKeys(cycle.pod))
    const { visited } = filtering
    this.#count(filtering.feasible.length)
    if (chosen !== undefined) return { chosen, visited }
    const verdict = judge(cycle, filtering, podKey % Math.max(1, cluster.nodeCount))
    if (quick !== undefined) this.#verdicts.note(spec, verdict)
    return { chosen, visited, verdict }
  }

  #count(scored: number): void {
    this.counters.decisions++
    this.counters.scored += scored
    if (scored > this.counters.mostScored) this.counters.mostScored = scored
  }

  #bind(entry: QueuedPod, pod: Pod, node: string): void {
    this.#queue.remove(entry.slot)
    const bound = this.#writes.bind(pod, node)
    if (bound === undefined) return
    this.#caches.cluster.setPod(entry.slot, bound, node)
    if (this.#caches.view.hasNominated) this.#caches.view.denominate(entry.uid)
    this.#assumed.set(entry.slot, node)
  }

  #refuse(entry: QueuedPod, pod: Pod, { refusedBy, text, candidate }: Verdict): void {
    this.#queue.refuse(entry, refusedBy, this.#engine.state.tick)
    if (entry.place === 'failing') this.#setTimer(this.#queue.retryAt(entry), 'retry', entry.cause)
    this.#armFlush(entry.cause)
    if (candidate !== undefined) {
      this.#caches.view.nominate(pod, candidate.node)
      for (const victim of candidate.pods) this.#writes.evict(victim, pod, candidate.node)
    }
    this.#writes.refuse(pod, text, candidate?.node)
  }

  #armFlush(cause: Cause): void {
    if (this.#flushArmed || this.#queue.counts.unschedulable === 0) return
    this.#flushArmed = true
    this.#setTimer(this.#engine.state.tick + flushInterval, flushKey, cause)
  }

  #setTimer(tick: Tick, key: string, cause: Cause): void {
    this.#engine.state.timers.set(tick, { owner: this.name, key, tag: 0, cause })
  }

  #cycle(pod: Pod, { view }: Caches): Cycle {
    return { pod, shape: podShape(pod.spec), snapshot: view }
  }

  #tieKeys(pod: Pod): TieKeys {
    return { pod: this.#key(pod.metadata.uid), node: (name) => this.#key(name) }
  }

  #key(text: string): number {
    return draw(this.#engine.state.seed, 'scheduler', text, 0)
  }

  // ── Explaining ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** The newest decision about a pod, made again; undefined when there was none, or it is too long ago. */
  explain(namespace: string, name: string): (Explanation & { readonly tick: Tick }) | undefined {
    const { registry, ledger } = this.#engine.state
    const uid = this.#engine.server.stored(Pods, namespace, name)?.metadata.uid
    const record = uid === undefined ? undefined : this.#decisions.of(uid)
    if (record === undefined || !registry.remembers(record.seen)) return undefined
    const then = () => record.seen
    const pod = new Lister(registry, Pods, then).get(namespace, name)
    if (pod === undefined) return undefined
    const caches = new Caches(registry, then, (node) => this.#key(node))
    caches.fill(registry, then, this.#caches.cluster.saveOrder(), boundMeanwhile(registry, record))
    const explanation = explain(this.#cycle(pod, caches), record.start, this.#tieKeys(pod))
    return { ...explanation, tick: decidedAt(ledger, record, this.name) }
  }

  why(namespace: string, name: string): readonly string[] | undefined {
    const explanation = this.explain(namespace, name)
    return explanation && explanationLines(explanation)
  }

  // ── Memory ───────────────────────────────────────────────────────────────────────────────────────────────────────

  save(): SchedulerImage {
    return {
      queue: this.#queue.save(),
      order: this.#caches.cluster.saveOrder(),
      start: this.#start,
      assumed: [...this.#assumed],
      decisions: this.#decisions.save(),
      bucket: this.#bucket.save(),
      flushArmed: this.#flushArmed,
    }
  }

  load(saved: SchedulerImage): void {
    this.#queue.load(saved.queue)
    this.#start = saved.start
    this.#assumed = new Map(saved.assumed)
    this.#decisions.load(saved.decisions)
    this.#bucket.load(saved.bucket)
    this.#flushArmed = saved.flushArmed
    // Where most pods are not there any more, fewer steps lead there from nothing.
    const { registry } = this.#engine.state
    if (this.#caches.cluster.podCount > 2 * registry.names(kindId(Pods)).size)
      this.#caches = this.#newCaches()
    this.#verdicts = new Verdicts()
    this.#caches.fill(registry, () => this.seen, saved.order, this.#assumed)
  }

  restart(): void {
    this.#queue.load(new SchedulingQueue().save())
    this.#decisions.load([])
    this.#start = 0
    this.#assumed = new Map<number, string>()
    this.#flushArmed = false
    this.#caches = this.#newCaches()
    this.#verdicts = new Verdicts()
  }

  #newCaches(): Caches {
    const { registry } = this.#engine.state
    return new Caches(
      registry,
      () => this.seen,
      (name) => this.#key(name),
    )
  }
}

/** Some plugin that refused the pod may think otherwise now. */
function helps({ refusedBy }: QueuedPod, pod: Pod, event: ClusterEvent): boolean {
  return refusedBy.some((name) => mayHelp(pluginNamed(name).hints ?? {}, pod, event))
}
