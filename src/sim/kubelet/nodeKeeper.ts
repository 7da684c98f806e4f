/**
 * Machines and their nodes: registration, heartbeat, conditions, images; what follows when a machine fails or returns.
 *
 * Models pkg/kubelet/kubelet_node_status.go of Kubernetes v1.36.
 */
import type { Draft } from '../api/kind.ts'
import { Leases } from '../api/kinds/lease/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import type { Node, NodeCondition } from '../api/types/index.ts'
import { leaseNamespace } from '../apiserver/heartbeats.ts'
import type { Engine } from '../client/engine.ts'
import { ticksOf } from '../core/clock.ts'
import type { Cause } from '../core/ledger.ts'
import type { Machine } from '../substrate/index.ts'
import { addressList, nodeAddress } from './addresses.ts'
import { bootId } from './identifiers.ts'
import type { KubeletMemory } from './memory.ts'
import {
  conditionWord,
  imageList,
  machineLike,
  newNode,
  nodeLabels,
  nodeStatus,
  podNetworkOf,
} from './nodeObject.ts'
import { isConnected, type NodeRun } from './nodeRun.ts'
import type { PodWorker } from './podWorker.ts'
import type { Reporter } from './reporter.ts'
import type { EventType } from './site.ts'

/** --node-status-update-frequency: changes are reported this often. */
const statusPeriod = ticksOf(10)

export class NodeKeeper {
  readonly #engine: Engine
  readonly #memory: KubeletMemory
  readonly #reporter: Reporter
  readonly #worker: PodWorker

  constructor(engine: Engine, memory: KubeletMemory, reporter: Reporter, worker: PodWorker) {
    this.#engine = engine
    this.#memory = memory
    this.#reporter = reporter
    this.#worker = worker
  }

  /** The machine has changed, or somebody touched it: brings the node's record and its object in line. */
  attend(name: string, cause: Cause): void {
    this.#reporter.cause = cause
    const machine = this.#engine.substrate.machines.get(name)
    if (machine === undefined) this.#forget(name)
    else this.#follow(machine, this.#memory.node(name) ?? this.#newNode(machine))
  }

  /** The Node object has come or gone. One without a machine gets a machine of its shape. */
  observeObject(name: string, cause: Cause): void {
    const { machines } = this.#engine.substrate
    const stored = this.#stored(name)
    if (stored === undefined) this.#endLease(name, cause)
    else if (machines.get(name) === undefined) machines.add(machineLike(stored), cause.last)
  }

  /** Tells the API server which images the node has. */
  reportImages(name: string, cause: Cause): void {
    const node = this.#memory.node(name)
    if (node === undefined) return
    this.#memory.putNode({ ...node, willReport: false })
    const stored = this.#stored(name)
    const { server, substrate } = this.#engine
    if (stored === undefined || !isConnected(node) || !server.running) return
    this.#reporter.cause = cause
    const images = imageList(node.images, (image) => substrate.images.behaviour(image).sizeBytes)
    server.patchStatus(this.#reporter.caller(name), Nodes, stored, ({ status }) => ({ ...status, images }))
  }

  /** An image has come: the API server learns of it with the next report. */
  planImageReport(name: string): void {
    const { state } = this.#engine
    const timer = { owner: 'kubelet', key: name, tag: 0, cause: this.#reporter.cause }
    state.timers.set(state.tick + statusPeriod, timer)
  }

  #newNode(machine: Machine): NodeRun {
    const ordinal = this.#memory.nextOrdinal()
    return {
      name: machine.name,
      ordinal,
      addresses: addressList(nodeAddress(ordinal)),
      power: false,
      kubelet: false,
      network: false,
      boots: machine.boots,
      lostAt: 0,
      hasListed: false,
      addressesGiven: 0,
      images: [],
      pullsUntil: 0,
      arriving: [],
      willReport: false,
    }
  }

  /** The machine is gone for good, and its containers with it. */
  #forget(name: string): void {
    for (const run of this.#memory.podsOf(name)) this.#memory.dropRun(run)
    this.#memory.dropNode(name)
    if (this.#stored(name) !== undefined) this.#disconnect(name)
  }

  #follow(machine: Machine, before: NodeRun): void {
    const fell = before.power && (!machine.power || machine.boots !== before.boots)
    const runsOn = machine.power && machine.kubelet && !fell
    const node = this.#memory.putNode({
      ...before,
      power: machine.power,
      kubelet: machine.kubelet,
      network: machine.network,
      hasListed: before.hasListed && runsOn,
      ...(fell ? { lostAt: this.#engine.state.tick, pullsUntil: 0, arriving: [] } : {}),
    })
    if (!isConnected(node)) this.#disconnect(node.name)
    else if (this.#engine.server.running) this.#connect(machine, node)
    else this.#memory.holdNode(node.name)
  }

  #disconnect(name: string): void {
    const { server } = this.#engine
    if (!server.heartbeats.isBeating(name)) return
    if (server.running) server.heartbeats.stop(this.#reporter.caller(name), name)
    else this.#memory.holdNode(name)
  }

  /** The kubelet reaches the API server, for the first time or again. */
  #connect(machine: Machine, node: NodeRun): void {
    this.#post(machine, node)
    this.#engine.server.heartbeats.start(this.#reporter.caller(node.name), node.name)
    this.#memory.putNode({ ...node, hasListed: true, boots: machine.boots })
    if (!node.hasListed) this.#takeUpPods(node, machine.boots !== node.boots)
    this.#listPods(node.name)
  }

  /** A kubelet that starts finds the containers still running, or, after a boot, all of them dead. */
  #takeUpPods(node: NodeRun, booted: boolean): void {
    for (const run of this.#memory.podsOf(node.name)) {
      const metadata = this.#reporter.storedPod(run.slot)?.metadata
      if (metadata === undefined) this.#memory.dropRun(run)
      else if (!booted) this.#memory.putRun(this.#worker.resume(run))
      else {
        const deleted =
          metadata.deletionTimestamp === undefined ? undefined : { generation: metadata.generation ?? 0 }
        this.#memory.putRun(this.#worker.reboot(run, node.lostAt, deleted))
      }
    }
  }

  /** Pods bound or deleted meanwhile, or with more to tell: all are looked at. */
  #listPods(name: string): void {
    const { server, state } = this.#engine
    const slots = new Set(this.#memory.slotsOf(name))
    for (const { metadata } of server.byIndex(Pods, 'node', name))
      slots.add(state.registry.slotOfVersion(metadata))
    for (const slot of [...slots].sort((a, b) => a - b)) this.#memory.markPod(slot, this.#reporter.cause)
  }

  /** Registers the node, or reports its state: first as it is found, then Ready. */
  #post(machine: Machine, node: NodeRun): void {
    const { server, state } = this.#engine
    const caller = this.#reporter.caller(node.name)
    const found = this.#stored(node.name)
    const stored =
      found === undefined
        ? server.create(caller, Nodes, newNode(machine, node, state.seed, state.tick))
        : server.patch(caller, Nodes, '', node.name, (draft) => withDefaults(draft, machine, node))
    if (!node.hasListed) this.#say(node.name, 'Normal', 'Starting', 'Starting kubelet.')
    if (!node.hasListed && machine.boots !== node.boots) this.#sayRebooted(machine)
    const posted = server.patchStatus(caller, Nodes, stored, ({ status }) =>
      nodeStatus(machine, node, state.seed, status, state.tick),
    )
    this.#sayConditions(found?.status.conditions ?? [], posted)
  }

  #sayRebooted({ name, boots }: Machine): void {
    const id = bootId(this.#engine.state.seed, name, boots)
    this.#say(name, 'Warning', 'Rebooted', `Node ${name} has been rebooted, boot id: ${id}`)
  }

  #sayConditions(former: readonly NodeCondition[], after: Node): void {
    for (const condition of after.status.conditions ?? []) {
      if (former.some(({ type, status }) => type === condition.type && status === condition.status)) continue
      const word = conditionWord(condition)
      this.#say(after.metadata.name, 'Normal', word, `Node ${after.metadata.name} status is now: ${word}`)
    }
  }

  #say(name: string, type: EventType, reason: string, message: string): void {
    this.#reporter.event(this.#stored(name), name, type, reason, message)
  }

  /** The Lease belongs to its Node and goes with it. */
  #endLease(name: string, cause: Cause): void {
    const { server } = this.#engine
    server.heartbeats.forget(name)
    if (!server.running || server.stored(Leases, leaseNamespace, name) === undefined) return
    this.#reporter.cause = cause
    server.delete(this.#reporter.caller(name), Leases, leaseNamespace, name)
  }

  #stored(name: string): Node | undefined {
    return this.#engine.server.stored(Nodes, '', name)
  }
}

/** A Node that somebody else made gets what a kubelet gives its own. */
function withDefaults(draft: Draft, machine: Machine, node: NodeRun): Draft {
  draft.metadata.labels = { ...nodeLabels(machine), ...draft.metadata.labels }
  draft.spec = { ...podNetworkOf(node), ...draft.spec }
  return draft
}
