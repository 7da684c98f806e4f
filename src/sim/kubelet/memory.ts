/** What the kubelets of all nodes remember together, and which pods each node has. */
import { settled } from '../core/frozen.ts'
import { type Cause, mergeCauses } from '../core/ledger.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'
import { SlotMap, type SlotMapImage } from '../core/slotMap.ts'
import { TextMap } from '../core/textMap.ts'
import type { Substrate } from '../substrate/index.ts'
import { type NewNodeRun, type NodeRun, reopenedNode } from './nodeRun.ts'
import type { PodRun } from './run.ts'
import { ServerBook } from './serverBook.ts'

interface Plain {
  /** Pods to look at, by slot, and why. */
  dirtyPods: Map<number, Cause>
  /** Nodes whose object has come or gone. */
  dirtyNodes: Map<string, Cause>
  /** Nodes whose images are to be reported. */
  imageReports: Map<string, Cause>
  /** Pods and nodes with something to tell as soon as the API server runs. */
  untoldPods: Set<number>
  untoldNodes: Set<string>
  /** How many nodes there ever were. */
  ordinals: number
}

interface Saved {
  readonly plain: { readonly nodes: unknown }
  readonly runs: SlotMapImage<PodRun>
}

export class KubeletMemory {
  readonly #servers: ServerBook
  #plain: Plain = emptyMemory()
  readonly #runs = new SlotMap<PodRun>()
  readonly #nodes = new TextMap<NodeRun>()
  /** A look at a pod asks for its node some ten times. */
  #lastNode: NodeRun | undefined
  /** Derived: the slots of each node's pods. Some hundred at most, so that lists serve. */
  readonly #podsByNode = new TextMap<number[]>()

  constructor(substrate: Substrate) {
    this.#servers = new ServerBook(substrate, (slot) => this.run(slot))
  }

  node(name: string): NodeRun | undefined {
    if (this.#lastNode?.name !== name) this.#lastNode = this.#nodes.get(name)
    return this.#lastNode
  }

  run(slot: number): PodRun | undefined {
    return this.#runs.get(slot)
  }

  get dirtyCount(): number {
    const { dirtyPods, dirtyNodes, imageReports } = this.#plain
    return dirtyPods.size + dirtyNodes.size + imageReports.size
  }

  /** "namespace/name" of pods and names of nodes that are to be looked at. For showing. */
  dirtyKeys(most: number): readonly string[] {
    const { dirtyPods, dirtyNodes } = this.#plain
    const keys = [...dirtyNodes.keys()].slice(0, most)
    for (const slot of dirtyPods.keys()) {
      if (keys.length >= most) break
      const run = this.#runs.get(slot)
      if (run !== undefined) keys.push(`${run.namespace}/${run.name}`)
    }
    return keys
  }

  get untoldCount(): number {
    return this.#plain.untoldPods.size + this.#plain.untoldNodes.size
  }

  nextOrdinal(): number {
    return this.#plain.ordinals++
  }

  putNode(node: NodeRun): NodeRun {
    this.#nodes.set(node.name, node)
    this.#lastNode = undefined
    return node
  }

  /** The node's record to be written to: a copy in its place where the one that is there is frozen, since keyframes share it. */
  openNode(node: NodeRun): NewNodeRun {
    return Object.isFrozen(node) ? this.putNode(reopenedNode(node)) : node
  }

  dropNode(name: string): void {
    this.#nodes.delete(name)
    this.#lastNode = undefined
  }

  putRun(run: PodRun): void {
    if (this.#runs.get(run.slot) === undefined) this.#file(run)
    this.#runs.set(run.slot, settled(run))
    this.#servers.note(run.slot)
  }

  dropRun(run: PodRun): void {
    this.#runs.delete(run.slot)
    this.#servers.note(run.slot)
    this.#unfile(run.node, run.slot)
  }

  podCount(node: string): number {
    return this.#podsByNode.get(node)?.length ?? 0
  }

  /** The slots of its pods, in their order. */
  slotsOf(node: string): number[] {
    return this.#podsByNode.get(node)?.toSorted((a, b) => a - b) ?? []
  }

  /** In slot order. */
  podsOf(node: string): readonly PodRun[] {
    return this.slotsOf(node).map((slot) => this.#runs.get(slot) as PodRun)
  }

  hasAddress(node: string, ip: string): boolean {
    for (const slot of this.#podsByNode.get(node) ?? []) if (this.#runs.get(slot)?.ip === ip) return true
    return false
  }

  markPod(slot: number, cause: Cause): void {
    mark(this.#plain.dirtyPods, slot, cause)
  }

  markNode(name: string, cause: Cause): void {
    mark(this.#plain.dirtyNodes, name, cause)
  }

  markImages(name: string, cause: Cause): void {
    mark(this.#plain.imageReports, name, cause)
  }

  /** The API server is down. */
  holdPod(slot: number): void {
    this.#plain.untoldPods.add(slot)
  }

  holdNode(name: string): void {
    this.#plain.untoldNodes.add(name)
  }

  takeUntoldPods(): readonly number[] {
    const taken = [...this.#plain.untoldPods]
    this.#plain.untoldPods.clear()
    return taken
  }

  takeUntoldNodes(): readonly string[] {
    const taken = [...this.#plain.untoldNodes]
    this.#plain.untoldNodes.clear()
    return taken
  }

  /** Those that have waited longest; at most `most`. */
  takeDirtyPods(most: number): ReadonlyMap<number, Cause> {
    const all = this.#plain.dirtyPods
    if (all.size <= most) {
      this.#plain.dirtyPods = new Map()
      return all
    }
    const taken = new Map<number, Cause>()
    for (const [slot, cause] of all) {
      if (taken.size === most) break
      taken.set(slot, cause)
      all.delete(slot)
    }
    return taken
  }

  takeDirtyNodes(): ReadonlyMap<string, Cause> {
    const taken = this.#plain.dirtyNodes
    this.#plain.dirtyNodes = new Map()
    return taken
  }

  takeImageReports(): ReadonlyMap<string, Cause> {
    const taken = this.#plain.imageReports
    this.#plain.imageReports = new Map()
    return taken
  }

  save(): Saved {
    for (const node of this.#nodes.values()) Object.freeze(node)
    const plain = { nodes: this.#nodes.save(), ...(saveMemory(this.#plain) as Plain) }
    return { plain, runs: this.#runs.save() }
  }

  load(saved: Saved): void {
    const { nodes, ...plain } = saved.plain
    this.#plain = loadMemory(plain)
    this.#nodes.load(nodes)
    this.#runs.load(saved.runs, (slot, before, after) => {
      if (before?.node === after?.node) return
      if (before !== undefined) this.#unfile(before.node, slot)
      if (after !== undefined) this.#file(after)
    })
    this.#lastNode = undefined
    this.#servers.clear()
  }

  clear(): void {
    this.#plain = emptyMemory()
    this.#runs.clear()
    this.#servers.clear()
    this.#nodes.clear()
    this.#lastNode = undefined
    this.#podsByNode.clear()
  }

  #file(run: PodRun): void {
    const slots = this.#podsByNode.get(run.node)
    if (slots === undefined) this.#podsByNode.set(run.node, [run.slot])
    else slots.push(run.slot)
  }

  #unfile(node: string, slot: number): void {
    const slots = this.#podsByNode.get(node)
    if (slots === undefined) return
    const at = slots.indexOf(slot)
    if (at >= 0) slots.splice(at, 1)
    if (slots.length > 0) return
    this.#podsByNode.delete(node)
  }
}

function emptyMemory(): Plain {
  return {
    dirtyPods: new Map(),
    dirtyNodes: new Map(),
    imageReports: new Map(),
    untoldPods: new Set(),
    untoldNodes: new Set(),
    ordinals: 0,
  }
}

function mark<K>(map: Map<K, Cause>, key: K, cause: Cause): void {
  const earlier = map.get(key)
  map.set(key, earlier === undefined ? cause : mergeCauses(earlier, cause))
}
