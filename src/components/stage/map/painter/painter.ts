/**
 * Paints the map: keeps what it was told of pods and nodes in columns and makes pictures of them. It knows neither workers
 * nor the page; whoever hosts it hands it messages and takes what it says.
 */

import { NodeLoads } from '../../../../state/looks.ts'
import { fitted } from '../../../../viz/map/camera.ts'
import { boxOf as boxOfHit, hitAt } from '../../../../viz/map/hit.ts'
import { type Level, levelOf } from '../../../../viz/map/level.ts'
import { type Plan, pitchX, pitchY, planFor, trayCell } from '../../../../viz/map/plan.ts'
import { Roster, rowWords } from '../../../../viz/map/roster.ts'
import { settle, type ZonePlaces } from '../../../../viz/map/settle.ts'
import { Census } from './census.ts'
import { Changes } from './changes.ts'
import { Drawing, type Scene } from './drawing.ts'
import { boxOf } from './lettering.ts'
import {
  type FromPainter,
  isSamePalette,
  nodeColumn,
  nodeWords,
  type Thing,
  type ToPainter,
  type View,
} from './messages.ts'

export type MakeCanvas = (width: number, height: number) => OffscreenCanvas | HTMLCanvasElement
export type Say = (message: FromPainter, transfer: Transferable[]) => void

/** A node as it is drawn. */
export interface NodeMark {
  readonly slot: number
  readonly name: string
  readonly ready: number
  readonly machine: number
  readonly isCordoned: boolean
  readonly drained: number
  readonly cpu: number
}

/** How long a change is seen, in ms; and of how many at once. */
const freshFor = 320
const mostFresh = 1000
/** Aspects that differ by less have the same plan: a region that is opened does not move everything. */
const aspects = [0.55, 0.8, 1.15, 1.6, 2.2, 3] as const

export class Painter {
  readonly #say: Say
  readonly #drawing: Drawing
  readonly #now: () => number
  readonly #later: (then: () => void) => void
  readonly #roster = new Roster()
  readonly #nodes = new Map<number, NodeMark>()
  readonly #names = new Map<number, string>()
  readonly #loads = new NodeLoads()
  readonly #census = new Census(this.#roster, this.#loads, this.#nodes)
  /** What the next picture has to paint anew. */
  readonly #changes = new Changes()
  /** When pods last changed that may be seen to move. */
  readonly #fresh = new Map<number, number>()
  #tick = 0
  #settled: readonly ZonePlaces[] = []
  #most = 0
  /** The plan, and what it follows from. */
  #plan:
    | {
        readonly plan: Plan
        readonly pods: number
        readonly aspect: number
        readonly zones: readonly ZonePlaces[]
      }
    | undefined
  #view: View | undefined
  #isShown = true
  #isDirty = false
  #isAsked = false

  constructor(
    say: Say,
    makeCanvas: MakeCanvas,
    now = () => performance.now(),
    later = (then: () => void) => void setTimeout(then, 0),
  ) {
    this.#say = say
    this.#drawing = new Drawing(makeCanvas)
    this.#now = now
    this.#later = later
  }

  hear(message: ToPainter): void {
    switch (message.type) {
      case 'hit':
        return this.#tell(message.id, this.#thingAt(message.x, message.y))
      case 'locate':
        return this.#tell(message.id, this.#locate(message.slot))
      case 'shown':
        this.#isShown = true
        break
      case 'tick':
        if (this.#tick === message.tick) return
        this.#tick = message.tick
        if (this.#census.passTo(message.tick)) this.#isDirty = true
        break
      default:
        this.#learn(message)
        this.#isDirty = true
    }
    this.#ask()
  }

  #learn(message: Exclude<ToPainter, { type: 'hit' | 'locate' | 'shown' | 'tick' }>): void {
    switch (message.type) {
      case 'pods':
        return this.#takePods(message)
      case 'nodes':
        return this.#takeNodes(message)
      case 'births':
        return this.#census.setBirths(message.rows)
      case 'names':
        for (const [slot, name] of message.names) this.#names.set(slot, name)
        return
      case 'view':
        return this.#takeView(message.view)
    }
  }

  /** What comes from another thread is a copy: the same colours are another object every time. */
  #takeView(view: View): void {
    const before = this.#view?.palette
    if (before === undefined || !isSamePalette(before, view.palette)) this.#drawing.forget()
    this.#view = view
  }

  #takePods({ whole, rows, requests }: Extract<ToPainter, { type: 'pods' }>): void {
    if (whole) this.#forget()
    else if (this.#view?.isMoving === true) this.#noteFresh(rows)
    this.#noteHomes(rows)
    this.#census.follow(rows, () => {
      this.#roster.apply(rows)
      this.#loads.apply(requests, rows)
    })
    this.#noteHomes(rows)
  }

  #forget(): void {
    this.#census.forget()
    this.#changes.addAll()
    this.#roster.clear()
    this.#loads.clear()
    this.#names.clear()
    this.#fresh.clear()
    this.#most = 0
  }

  /** Where these pods are is painted anew. */
  #noteHomes(rows: Int32Array): void {
    for (let at = 0; at < rows.length; at += rowWords) this.#changes.add(this.#homeOf(rows[at] as number))
  }

  /** 0: the tray. */
  #homeOf(slot: number): number {
    const node = this.#roster.nodeOf(slot)
    return this.#nodes.has(node) ? node : 0
  }

  #noteFresh(rows: Int32Array): void {
    const now = this.#now()
    for (let at = 0; at < rows.length && this.#fresh.size < mostFresh; at += rowWords)
      this.#fresh.set(rows[at] as number, now)
  }

  #takeNodes({ rows, names, zones, cpu }: Extract<ToPainter, { type: 'nodes' }>): void {
    const before = new Map(this.#nodes)
    this.#nodes.clear()
    for (let at = 0, i = 0; at < rows.length; at += nodeWords, i++) {
      const mark = {
        slot: rows[at + nodeColumn.slot] as number,
        name: names[i] as string,
        ready: rows[at + nodeColumn.ready] as number,
        machine: rows[at + nodeColumn.machine] as number,
        isCordoned: rows[at + nodeColumn.cordoned] === 1,
        drained: rows[at + nodeColumn.drained] as number,
        cpu: cpu[i] as number,
      }
      this.#nodes.set(mark.slot, mark)
      if (!isSameMark(before.get(mark.slot), mark)) this.#changes.add(mark.slot)
    }
    this.#census.nodesChanged()
    this.#settle(
      Array.from(names, (_, i) => zones[rows[i * nodeWords + nodeColumn.zone] as number] as string),
    )
  }

  /** `zones`: of every node. Where nobody comes or goes, all stands as it stood. */
  #settle(zones: readonly string[]): void {
    const before = this.#settled
    const slots = [...this.#nodes.keys()]
    this.#settled = settle(
      before,
      slots.map((slot, i) => ({ slot, zone: zones[i] as string })),
    )
    if (this.#settled === before) return
    this.#roster.setNodes(slots)
    this.#changes.addAll()
  }

  /** The plan lasts until something changes that it follows from, and often longer. */
  #planNow({ room }: View): Plan {
    this.#most = Math.max(this.#most, this.#roster.most)
    const real = room.width / Math.max(1, room.height)
    const aspect = aspects.reduce((best, one) => (nearness(one, real) < nearness(best, real) ? one : best))
    const known = this.#plan
    if (known?.pods === this.#most && known.aspect === aspect && known.zones === this.#settled)
      return known.plan
    const plan = planFor({
      zones: this.#settled.map(({ places }) => places.length),
      pods: this.#most,
      aspect,
      hasZones: this.#settled.length > 1 || (this.#settled[0]?.zone ?? '') !== '',
    })
    this.#plan = { plan, pods: this.#most, aspect, zones: this.#settled }
    return plan
  }

  // ── Painting ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** One picture at a time: the next is begun when the last one is on the screen. */
  #ask(): void {
    if (this.#isAsked || !this.#isDirty || !this.#isShown || this.#view === undefined) return
    this.#isAsked = true
    this.#later(() => {
      this.#isAsked = false
      this.#paint()
    })
  }

  #paint(): void {
    const view = this.#view
    if (view === undefined || !this.#isDirty || view.room.width < 1 || view.room.height < 1) return
    const start = this.#now()
    const plan = this.#planNow(view)
    const tally = this.#census.tally(view.colouring, (node) => this.#changes.add(node))
    const camera = view.camera ?? fitted(plan, view.room)
    this.#noteMotion(levelOf(camera.scale))
    const drawn = this.#drawing.draw(this.#scene(plan, view, start), camera)
    const { bitmap, margin, ratio, unnamed, hasMotion } = drawn
    this.#changes.clear()
    this.#dropStale(start)
    this.#isDirty = hasMotion
    this.#isShown = false
    const picture = {
      camera,
      room: view.room,
      margin,
      ratio,
      map: { width: plan.width, height: plan.height },
      pitch: { x: pitchX(plan.node), y: pitchY(plan.node) },
      tally,
      unnamed,
      took: this.#now() - start,
    }
    this.#say({ type: 'picture', picture, bitmap }, [bitmap])
  }

  /** Pods that come to their size are painted anew every time. In a node they are seen to where they are more than a colour. */
  #noteMotion(level: Level): void {
    const isSmall = level === 'share' || level === 'pixel'
    for (const slot of this.#fresh.keys()) {
      const home = this.#homeOf(slot)
      if (home === 0 || !isSmall) this.#changes.add(home)
    }
  }

  #dropStale(now: number): void {
    for (const [slot, since] of this.#fresh) if (now - since >= freshFor) this.#fresh.delete(slot)
  }

  #scene(plan: Plan, view: View, now: number): Scene {
    return {
      plan,
      view,
      zones: this.#settled,
      roster: this.#roster,
      nodes: this.#nodes,
      names: this.#names,
      classes: this.#census.classes,
      changes: this.#changes,
      shareOf: (node) => this.#shareOf(node),
      freshness: (slot) => {
        const since = this.#fresh.get(slot)
        return since === undefined ? 1 : Math.min(1, (now - since) / freshFor)
      },
      hasFresh: this.#fresh.size > 0,
    }
  }

  #shareOf({ slot, cpu }: NodeMark): number {
    return cpu === 0 ? 0 : this.#loads.cpuOf(slot) / cpu
  }

  // ── Asking what is where ─────────────────────────────────────────────────────────────────────────────────────────

  #tell(id: number, thing: Thing | undefined): void {
    this.#say({ type: 'thing', id, thing }, [])
  }

  #thingAt(x: number, y: number): Thing | undefined {
    if (this.#view === undefined) return undefined
    const plan = this.#planNow(this.#view)
    const hit = hitAt(plan, x, y)
    if (hit === undefined) return undefined
    if (hit.what === 'tray') {
      const slot = this.#roster.on(0)[hit.index]
      return slot === undefined ? undefined : { kind: 'pod', slot, box: trayCell(plan, hit.index) }
    }
    const node = this.#settled[hit.zone]?.places[hit.place] ?? 0
    if (node === 0) return undefined
    const pod = hit.what === 'cell' ? this.#roster.on(node)[hit.index] : undefined
    if (pod !== undefined) return { kind: 'pod', slot: pod, box: boxOfHit(plan, hit) }
    return { kind: 'node', slot: node, box: boxOfHit(plan, { ...hit, what: 'node' } as typeof hit) }
  }

  #locate(slot: number): Thing | undefined {
    if (this.#view === undefined) return undefined
    const plan = this.#planNow(this.#view)
    const box = boxOf({ plan, zones: this.#settled, roster: this.#roster, nodes: this.#nodes }, slot)
    return box && { kind: this.#nodes.has(slot) ? 'node' : 'pod', slot, box }
  }
}

const nearness = (one: number, other: number): number => Math.abs(Math.log(one / other))

function isSameMark(one: NodeMark | undefined, other: NodeMark): boolean {
  return (
    one !== undefined &&
    one.name === other.name &&
    one.ready === other.ready &&
    one.machine === other.machine &&
    one.isCordoned === other.isCordoned &&
    one.drained === other.drained
  )
}
