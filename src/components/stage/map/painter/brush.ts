/** Paints the map into pixels: grounds, nodes and a mark for every pod. Of many thousands none is made an object of. */
import { type Level, levelOf, shares } from '../../../../viz/map/level.ts'
import { type Box, nodeHead, nodePadding, trayCells } from '../../../../viz/map/plan.ts'
import { classCounts } from './classes.ts'
import type { Scene } from './drawing.ts'
import type { Pixel } from './ink.ts'
import type { Marks } from './marks.ts'
import type { NodeMark } from './painter.ts'
import type { Pigments } from './pigments.ts'
import type { Cut, Pixels } from './pixels.ts'
import type { Projection } from './projection.ts'
import { eachNode } from './sight.ts'

interface Tools {
  readonly pixels: Pixels
  readonly pigments: Pigments
}

/** How high a node's head is, of the room above its pods. */
const headShare = 0.82

export class Brush {
  /** Whether something painted is on its way. */
  hasMotion = false
  readonly #scene: Scene
  readonly #at: Projection
  readonly #pixels: Pixels
  readonly #pigments: Pigments
  readonly #level: Level
  readonly #hairline: number
  /** Where the columns and rows of the node that is painted begin. */
  readonly #across: Int32Array
  readonly #down: Int32Array

  constructor(scene: Scene, projection: Projection, { pixels, pigments }: Tools) {
    this.#scene = scene
    this.#at = projection
    this.#pixels = pixels
    this.#pigments = pigments
    this.#level = levelOf(projection.scale)
    this.#hairline = Math.max(1, Math.round(projection.ratio))
    this.#across = new Int32Array(scene.plan.node.columns + 1)
    this.#down = new Int32Array(scene.plan.node.rows + 1)
  }

  /** Everything that touches a part of the picture, cut to it. */
  paint(cut: Cut): void {
    const { plan } = this.#scene
    const { grounds } = this.#pigments
    this.#pixels.cutTo(cut)
    this.#pixels.fill(cut.x0, cut.y0, cut.x1, cut.y1, grounds.canvas)
    this.#paintTray()
    for (const box of plan.zones) this.#paintGround(box, grounds.zone, grounds.hairline)
    eachNode(this.#scene, this.#at, cut, (node, x, y) => this.#paintNode(node, x, y))
  }

  /** Some nodes, by slot, and for 0 the tray: over what was painted there before. */
  repaint(cut: Cut, only: ReadonlySet<number>): void {
    this.#pixels.cutTo(cut)
    if (only.has(0)) this.#paintTray()
    eachNode(this.#scene, this.#at, cut, (node, x, y) => {
      if (only.has(node.slot)) this.#paintNode(node, x, y)
    })
  }

  #paintGround(box: Box, ground: Pixel, line: Pixel): void {
    const { x, y, width, height } = this.#at.box(box)
    this.#pixels.fill(x, y, x + width, y + height, ground)
    this.#pixels.frame(x, y, x + width, y + height, this.#hairline, line)
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
    const at = this.#at
    for (let column = 0; column <= columns; column++) this.#across[column] = at.x(x + nodePadding + column)
    for (let row = 0; row <= rows; row++) this.#down[row] = at.y(y + nodeHead + row)
    const inks = this.#pigments.inks(view.colouring, node.drained)
    this.#pixels.dots(this.#across, this.#down, at.gap, roster.order, first, end, classes, inks)
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
    this.#paintGround(plan.tray, this.#pigments.grounds.tray, this.#pigments.grounds.line)
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
    const marks = this.#marks(at.size, ground, drained)
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
      const kind = size === at.size ? marks : this.#marks(size, ground, drained)
      const inset = (at.size - size) >> 1
      const stamp = kind.of(roster.stateOf(slot) & 15, classes[slot] as number)
      this.#pixels.stamp(x + inset, y + inset, stamp)
    }
  }

  #marks(size: number, ground: Pixel, drained: number): Marks {
    const { colouring } = this.#scene.view
    const { ratio } = this.#at
    return this.#pigments.marks({ colouring, size, ratio, ground, drained, level: this.#level })
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
    const { x0, y0, x1, y1 } = this.#pixels.cut
    return x > x0 - size && y > y0 - size && x < x1 && y < y1
  }

  /**
   * Less than a pixel a pod: the node is filled in proportion to what its pods are. One of a pixel or two has no room inside
   * its frame: then a dead machine is nothing but that.
   */
  #paintShares(node: NodeMark, left: number, top: number, right: number, bottom: number): void {
    const hasRoom = right - left > 2 && bottom - top > 1
    if (!hasRoom && node.machine !== 0) return
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
    const corner = { x: Math.min(left + 1, right - 1), y: Math.min(top, bottom - 1) }
    let at = 0
    for (const [one, share] of shares(counts, cells).entries()) {
      const ink = this.#pigments.ink(view.colouring, one, node.drained)
      for (let i = 0; i < share && at < width * height; i++, at++) {
        const x = corner.x + (at % width)
        const y = corner.y + Math.floor(at / width)
        this.#pixels.fill(x, y, x + 1, y + 1, ink)
      }
    }
  }
}
