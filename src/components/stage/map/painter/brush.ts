/** Paints the map into pixels: grounds, nodes and a mark for every pod. Of many thousands none is made an object of. */
import { visiblePlaces } from '../../../../viz/map/hit.ts'
import { type Level, levelOf, shares } from '../../../../viz/map/level.ts'
import {
  type Box,
  nodeHead,
  nodePadding,
  pitchX,
  pitchY,
  trayCells,
  type ZoneBox,
  zoneInside,
} from '../../../../viz/map/plan.ts'
import { classCounts } from './classes.ts'
import type { Scene } from './drawing.ts'
import type { Pixel } from './ink.ts'
import type { NodeMark } from './painter.ts'
import type { Pigments } from './pigments.ts'
import type { Pixels } from './pixels.ts'
import type { Projection } from './projection.ts'
import { canWriteNodes } from './writing.ts'

interface Tools {
  readonly pixels: Pixels
  readonly pigments: Pigments
}

/** A pod that has room for its name, and a node that has: where, in units. */
export interface Labelled {
  readonly slot: number
  readonly x: number
  readonly y: number
}

/** How high a node's head is, of the room above its pods. */
const headShare = 0.82

export class Brush {
  /** Whether something painted is on its way. */
  hasMotion = false
  readonly labelledPods: Labelled[] = []
  readonly labelledNodes: Labelled[] = []
  readonly #scene: Scene
  readonly #at: Projection
  readonly #pixels: Pixels
  readonly #pigments: Pigments
  readonly #level: Level
  readonly #hairline: number
  readonly #canWrite: boolean

  constructor(scene: Scene, projection: Projection, { pixels, pigments }: Tools) {
    this.#scene = scene
    this.#at = projection
    this.#pixels = pixels
    this.#pigments = pigments
    this.#level = levelOf(projection.scale)
    this.#hairline = Math.max(1, Math.round(projection.ratio))
    this.#canWrite = canWriteNodes(projection.scale)
  }

  paint(): void {
    const { plan, zones } = this.#scene
    const { grounds } = this.#pigments
    this.#pixels.fill(0, 0, this.#pixels.width, this.#pixels.height, grounds.canvas)
    this.#paintGround(plan.tray, grounds.tray, grounds.line)
    this.#paintTray()
    for (const [index, box] of plan.zones.entries()) {
      this.#paintGround(box, grounds.zone, grounds.hairline)
      this.#paintZone(box, zones[index]?.places ?? [])
    }
  }

  #paintGround(box: Box, ground: Pixel, line: Pixel): void {
    const { x, y, width, height } = this.#at.box(box)
    this.#pixels.fill(x, y, x + width, y + height, ground)
    this.#pixels.frame(x, y, x + width, y + height, this.#hairline, line)
  }

  #paintZone(zone: ZoneBox, places: readonly number[]): void {
    const { plan, nodes } = this.#scene
    const { firstColumn, lastColumn, firstRow, lastRow } = visiblePlaces(plan, zone, this.#at.view)
    const first = zoneInside(plan, zone)
    for (let row = firstRow; row < lastRow; row++)
      for (let column = firstColumn; column < lastColumn; column++) {
        const node = nodes.get(places[row * zone.columns + column] ?? 0)
        if (node === undefined) continue
        this.#paintNode(node, first.x + column * pitchX(plan.node), first.y + row * pitchY(plan.node))
      }
  }

  /** Its frame tells what the machine is, its head what the API says of it: they may differ. `x`, `y`: in units. */
  #paintNode(node: NodeMark, x: number, y: number): void {
    const { grounds } = this.#pigments
    const { width, height } = this.#scene.plan.node
    const at = this.#at
    const left = at.x(x)
    const top = at.y(y)
    const right = at.x(x + width)
    const bottom = at.y(y + height)
    const isOn = node.machine === 0
    const ground = isOn ? grounds.node : grounds.deadNode
    const headEnd = Math.max(top + 1, at.y(y + nodeHead * headShare))
    this.#pixels.fill(left, headEnd, right, bottom, ground)
    this.#pixels.fill(left, top, right, headEnd, this.#headInk(node))
    const thick = isOn ? this.#hairline : this.#alarm()
    this.#pixels.frame(left, top, right, bottom, thick, isOn ? grounds.hairline : grounds.fault)
    if (this.#level === 'share') this.#paintShares(node, left, headEnd, right, bottom)
    else if (this.#level === 'pixel') this.#paintDots(node, x, y)
    else this.#paintPods(node, x + nodePadding, y + nodeHead, ground)
    if (this.#canWrite) this.labelledNodes.push({ slot: node.slot, x, y })
  }

  /** How thick the frame of a dead machine is. */
  #alarm(): number {
    const { ratio, unit } = this.#at
    return Math.max(1, Math.round(Math.min(3 * ratio, unit * 0.35)))
  }

  #headInk({ ready, isCordoned }: NodeMark): Pixel {
    const { grounds } = this.#pigments
    if (ready !== 0) return ready === 1 ? grounds.gap : grounds.unknown
    return isCordoned ? grounds.cordoned : grounds.head
  }

  /** A colour each, side by side. */
  #paintDots(node: NodeMark, x: number, y: number): void {
    const { roster, plan, classes, view } = this.#scene
    const { columns, rows } = plan.node
    const first = roster.firstOf(node.slot)
    const end = Math.min(roster.endOf(node.slot), first + columns * rows)
    const { unit, gap } = this.#at
    const left = (x + nodePadding) * unit + this.#at.left
    const top = (y + nodeHead) * unit + this.#at.top
    const inks = this.#pigments.inks(view.colouring, node.drained)
    this.#pixels.dots(left, top, unit, gap, columns, roster.order, first, end, classes, inks)
  }

  #paintPods(node: NodeMark, left: number, top: number, ground: Pixel): void {
    const { roster, plan } = this.#scene
    const { columns, rows } = plan.node
    const first = roster.firstOf(node.slot)
    const count = Math.min(roster.endOf(node.slot) - first, columns * rows)
    this.#paintMarks(left, top, columns, first, count, ground, node.drained)
  }

  #paintTray(): void {
    const { plan, roster } = this.#scene
    const { columns, count } = trayCells(plan)
    const first = roster.firstOf(0)
    const most = Math.min(count, roster.endOf(0) - first)
    const { x, y } = plan.tray
    this.#paintMarks(x + nodePadding, y + nodePadding, columns, first, most, this.#pigments.grounds.tray, 0)
  }

  /** A mark each, in rows from a corner on that is given in units: of the pods from `first` on. */
  #paintMarks(
    left: number,
    top: number,
    columns: number,
    first: number,
    count: number,
    ground: Pixel,
    drained: number,
  ): void {
    const { roster, classes, hasFresh } = this.#scene
    const { order } = roster
    const at = this.#at
    const hasLabels = this.#level === 'label'
    for (let index = 0, column = 0, row = 0; index < count; index++, column++) {
      if (column === columns) {
        column = 0
        row++
      }
      const slot = order[first + index] as number
      const x = at.x(left + column)
      const y = at.y(top + row)
      if (!this.#isInSight(x, y)) continue
      const size = hasFresh ? this.#grown(slot) : at.size
      const stamp = this.#stampOf(roster.stateOf(slot) & 15, classes[slot] as number, ground, drained, size)
      const inset = (at.size - size) >> 1
      this.#pixels.stamp(x + inset, y + inset, stamp)
      if (hasLabels) this.labelledPods.push({ slot, x: left + column, y: top + row })
    }
  }

  #stampOf(look: number, one: number, ground: Pixel, drained: number, size: number) {
    const { colouring } = this.#scene.view
    const { ratio } = this.#at
    return this.#pigments.stamp({ colouring, look, one, size, ratio, ground, drained, level: this.#level })
  }

  /** A pod that has just changed comes to its size. */
  #grown(slot: number): number {
    const fresh = this.#scene.freshness(slot)
    if (fresh >= 1) return this.#at.size
    this.hasMotion = true
    const eased = 1 - (1 - fresh) ** 3
    return Math.max(1, Math.round(this.#at.size * (0.35 + 0.65 * eased)))
  }

  #isInSight(x: number, y: number): boolean {
    const { size } = this.#at
    return x > -size && y > -size && x < this.#pixels.width && y < this.#pixels.height
  }

  /** Less than a pixel a pod: the node is filled in proportion to what its pods are. */
  #paintShares(node: NodeMark, left: number, top: number, right: number, bottom: number): void {
    const { roster, classes, plan, view } = this.#scene
    const { order } = roster
    const first = roster.firstOf(node.slot)
    const end = roster.endOf(node.slot)
    const counts = new Array<number>(classCounts[view.colouring]).fill(0)
    for (let index = first; index < end; index++) {
      const one = classes[order[index] as number] as number
      counts[one] = (counts[one] as number) + 1
    }
    const width = Math.max(1, right - left - 2)
    const height = Math.max(1, bottom - top - 1)
    const filled = Math.min(1, (end - first) / (plan.node.columns * plan.node.rows))
    const cells = Math.max(Math.min(1, end - first), Math.round(width * height * filled))
    let at = 0
    for (const [one, share] of shares(counts, cells).entries()) {
      const ink = this.#pigments.ink(view.colouring, one, node.drained)
      for (let i = 0; i < share; i++, at++) {
        const x = left + 1 + (at % width)
        const y = top + Math.floor(at / width)
        this.#pixels.fill(x, y, x + 1, y + 1, ink)
      }
    }
  }
}
