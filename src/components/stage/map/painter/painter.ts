/**
 * Paints the map: keeps what it was told of pods and nodes in columns and makes pictures of them. It knows neither workers
 * nor the page; whoever hosts it hands it messages and takes what it says.
 */

import { NodeLoads } from '../../../../state/looks.ts'
import { stripes } from '../../../../viz/loop/stripe.ts'
import { ageStep, bornAt, shareStep } from '../../../../viz/map/ages.ts'
import { fitted } from '../../../../viz/map/camera.ts'
import { boxOf as boxOfHit, hitAt } from '../../../../viz/map/hit.ts'
import { type Plan, pitchX, pitchY, planFor, trayCell } from '../../../../viz/map/plan.ts'
import { Roster, rowWords } from '../../../../viz/map/roster.ts'
import { settle, type ZonePlaces } from '../../../../viz/map/settle.ts'
import { classCounts } from './classes.ts'
import { Drawing, type Scene } from './drawing.ts'
import { boxOf } from './lettering.ts'
import {
  type FromPainter,
  machines,
  nodeColumn,
  nodeWords,
  type Tally,
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
  readonly zone: number
  readonly ready: number
  readonly machine: number
  readonly isCordoned: boolean
  readonly drained: number
  readonly cpu: number
}

type ClassOf = (slot: number, state: number, node: number) => number

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
  /** When pods last changed that may be seen to move. */
  readonly #fresh = new Map<number, number>()
  #births: Int32Array = new Int32Array(0)
  #tick = 0
  #agedAt = 0
  #zones: readonly string[] = []
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
  /** The class of every pod in the colouring that is shown, by slot; and how many are in each. */
  #classes = new Uint8Array(1024)
  #tally: Tally | undefined
  #tallied: View['colouring'] | undefined
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
        if (this.#view?.colouring === 'age' && this.#isLater()) this.#isDirty = true
        break
      default:
        this.#learn(message)
        this.#isDirty = true
    }
    this.#ask()
  }

  /** A second after the ages were told last. */
  #isLater(): boolean {
    if (Math.abs(this.#tick - this.#agedAt) < 10) return false
    this.#tally = undefined
    return true
  }

  #learn(message: Exclude<ToPainter, { type: 'hit' | 'locate' | 'shown' | 'tick' }>): void {
    if (message.type !== 'view' && message.type !== 'names' && message.type !== 'pods')
      this.#tally = undefined
    switch (message.type) {
      case 'pods':
        return this.#takePods(message)
      case 'nodes':
        return this.#takeNodes(message)
      case 'births':
        this.#births = message.rows
        return
      case 'names':
        for (const [slot, name] of message.names) this.#names.set(slot, name)
        return
      case 'view':
        if (this.#view?.palette !== message.view.palette) this.#drawing.forget()
        this.#view = message.view
    }
  }

  #takePods({ whole, rows, requests }: Extract<ToPainter, { type: 'pods' }>): void {
    if (whole) {
      this.#roster.clear()
      this.#loads.clear()
      this.#names.clear()
      this.#fresh.clear()
      this.#most = 0
    } else if (this.#view?.isMoving === true) this.#noteFresh(rows)
    const classOf = whole ? undefined : this.#classOfState()
    if (classOf === undefined) this.#tally = undefined
    else this.#count(rows, -1)
    this.#roster.apply(rows)
    this.#loads.apply(requests, rows)
    if (classOf !== undefined) this.#count(rows, 1, classOf)
  }

  /** Where a pod's class follows from its own state, only those that change are put in classes anew. */
  #classOfState(): ClassOf | undefined {
    const view = this.#view
    if (view === undefined || this.#tally === undefined || this.#tallied !== view.colouring) return undefined
    const { colouring } = view
    return colouring === 'phase' || colouring === 'revision' ? this.#classifier(view) : undefined
  }

  /** `sign`: -1 before they change, 1 after, with the classes that they have then. */
  #count(rows: Int32Array, sign: 1 | -1, classOf?: ClassOf): void {
    const { counts, colouring } = this.#tally as Tally
    const after = [...counts]
    this.#reachClasses()
    for (let at = 0; at < rows.length; at += rowWords) {
      const slot = rows[at] as number
      const state = this.#roster.stateOf(slot)
      if (state === 0) continue
      if (classOf !== undefined) this.#classes[slot] = classOf(slot, state, 0)
      const one = this.#classes[slot] as number
      after[one] = (after[one] as number) + sign
    }
    this.#tally = { colouring, counts: after, pods: this.#roster.size, nodes: this.#nodes.size }
  }

  #reachClasses(): void {
    if (this.#classes.length > this.#roster.top) return
    const longer = new Uint8Array(this.#roster.top * 2)
    longer.set(this.#classes)
    this.#classes = longer
  }

  #noteFresh(rows: Int32Array): void {
    const now = this.#now()
    for (let at = 0; at < rows.length && this.#fresh.size < mostFresh; at += rowWords)
      this.#fresh.set(rows[at] as number, now)
  }

  #takeNodes({ rows, names, zones, cpu }: Extract<ToPainter, { type: 'nodes' }>): void {
    this.#nodes.clear()
    this.#zones = zones
    for (let at = 0, i = 0; at < rows.length; at += nodeWords, i++) {
      const slot = rows[at + nodeColumn.slot] as number
      this.#nodes.set(slot, {
        slot,
        name: names[i] as string,
        zone: rows[at + nodeColumn.zone] as number,
        ready: rows[at + nodeColumn.ready] as number,
        machine: rows[at + nodeColumn.machine] as number,
        isCordoned: rows[at + nodeColumn.cordoned] === 1,
        drained: rows[at + nodeColumn.drained] as number,
        cpu: cpu[i] as number,
      })
    }
    this.#roster.setNodes([...this.#nodes.keys()])
    const residents = [...this.#nodes.values()].map(({ slot, zone }) => ({
      slot,
      zone: this.#zones[zone] as string,
    }))
    this.#settled = settle(this.#settled, residents)
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
    this.#dropStale(start)
    const plan = this.#planNow(view)
    const tally = this.#tallyNow(view)
    const camera = view.camera ?? fitted(plan, view.room)
    const { bitmap, margin, ratio, unnamed, hasMotion } = this.#drawing.draw(this.#scene(plan, view), camera)
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

  #dropStale(now: number): void {
    for (const [slot, since] of this.#fresh) if (now - since > freshFor) this.#fresh.delete(slot)
  }

  #scene(plan: Plan, view: View): Scene {
    const now = this.#now()
    return {
      plan,
      view,
      zones: this.#settled,
      roster: this.#roster,
      nodes: this.#nodes,
      names: this.#names,
      classes: this.#classes,
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

  /** The class of a pod in the colouring that is shown. */
  #classifier({ colouring }: View): ClassOf {
    switch (colouring) {
      case 'phase':
        return (_slot, state) => state & 15
      case 'revision':
        return (_slot, state) => {
          const revision = (state >> 16) & 0xffff
          return revision === 0 ? 0 : 1 + ((revision - 1) % stripes.length)
        }
      case 'cpu': {
        const steps = new Map<number, number>()
        for (const { slot, cpu } of this.#nodes.values())
          steps.set(slot, shareStep(this.#loads.cpuOf(slot), cpu))
        return (_slot, _state, node) => steps.get(node) ?? 0
      }
      case 'age':
        return (slot) => ageStep(this.#tick - (bornAt(this.#births, slot) ?? this.#tick))
    }
  }

  /** Pods are put in their classes when something has changed; a hand that moves the map changes nothing. */
  #tallyNow(view: View): Tally {
    const { colouring } = view
    if (this.#tally !== undefined && this.#tallied === colouring) return this.#tally
    this.#tallied = colouring
    this.#agedAt = this.#tick
    const classes = classCounts[colouring]
    const classOf = this.#classifier(view)
    this.#reachClasses()
    const ofPods = new Int32Array(classes)
    this.#roster.classify(this.#classes, ofPods, classOf)
    const counts =
      colouring === 'cpu'
        ? [...this.#nodes.keys()].reduce((sums, slot) => {
            const at = classOf(0, 0, slot)
            sums[at] = (sums[at] as number) + 1
            return sums
          }, new Int32Array(classes))
        : ofPods
    this.#tally = { colouring, counts: [...counts], pods: this.#roster.size, nodes: this.#nodes.size }
    return this.#tally
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

export const machineOf = (mark: NodeMark): (typeof machines)[number] => machines[mark.machine] ?? 'on'
