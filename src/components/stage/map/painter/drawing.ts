/** One picture of the map: boxes and marks into an array of pixels, and over them what is written and ringed. */
import { type Camera, onMap } from '../../../../viz/map/camera.ts'
import { visiblePlaces } from '../../../../viz/map/hit.ts'
import { gapAt, type Level, levelOf, shares } from '../../../../viz/map/level.ts'
import {
  type Box,
  cellBox,
  nodeBox,
  nodeHead,
  nodePadding,
  type Plan,
  trayCells,
  type ZoneBox,
} from '../../../../viz/map/plan.ts'
import type { Roster } from '../../../../viz/map/roster.ts'
import type { ZonePlaces } from '../../../../viz/map/settle.ts'
import { classCounts } from './classes.ts'
import type { Pixel } from './ink.ts'
import type { View } from './messages.ts'
import type { MakeCanvas, NodeMark } from './painter.ts'
import { Pigments } from './pigments.ts'
import { Pixels } from './pixels.ts'
import { canWriteNodes, type Pen, ring, writeNode, writePod, writeTray, writeZone } from './writing.ts'

export interface Scene {
  readonly plan: Plan
  readonly view: View
  readonly zones: readonly ZonePlaces[]
  readonly roster: Roster
  readonly nodes: ReadonlyMap<number, NodeMark>
  readonly names: ReadonlyMap<number, string>
  /** Of every pod by its slot, in the colouring that is shown. */
  readonly classes: Uint8Array
  readonly shareOf: (node: NodeMark) => number
  /** From 0, just changed, to 1. */
  readonly freshness: (slot: number) => number
  readonly hasFresh: boolean
}

export interface Drawn {
  readonly bitmap: ImageBitmap
  readonly margin: number
  readonly ratio: number
  readonly unnamed: readonly number[]
  /** Whether something in it is on its way. */
  readonly hasMotion: boolean
}

/** Painted beyond the room on every side, so that a hand that drags finds something there. */
const margin = 96
/** A picture of more pixels takes longer than a frame: it is painted coarser. */
const mostPixels = 5_000_000
/** Pods whose names are asked for at once. */
const mostUnnamed = 800

/** A box in pixels of the picture. */
export interface PixelBox {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export class Drawing {
  readonly #makeCanvas: MakeCanvas
  #canvas: OffscreenCanvas | HTMLCanvasElement | undefined
  #pixels = new Pixels(1, 1)
  #pigments: Pigments | undefined

  constructor(makeCanvas: MakeCanvas) {
    this.#makeCanvas = makeCanvas
  }

  /** The colours have changed. */
  forget(): void {
    this.#pigments = undefined
  }

  draw(scene: Scene, camera: Camera): Drawn {
    const { view } = scene
    const ratio = ratioFor(view)
    const width = Math.ceil((view.room.width + 2 * margin) * ratio)
    const height = Math.ceil((view.room.height + 2 * margin) * ratio)
    const canvas = this.#canvasOf(width, height)
    const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D
    this.#pigments ??= new Pigments(view.palette, this.#makeCanvas)
    const brush = new Brush(scene, camera, { ratio, pixels: this.#pixels, pigments: this.#pigments })
    brush.paint()
    context.putImageData(new ImageData(this.#pixels.bytes, width, height), 0, 0)
    const unnamed = brush.write(context)
    return {
      bitmap: bitmapOf(canvas),
      margin,
      ratio,
      unnamed,
      hasMotion: brush.hasMotion,
    }
  }

  #canvasOf(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
    if (this.#pixels.width !== width || this.#pixels.height !== height || this.#canvas === undefined) {
      this.#pixels = new Pixels(width, height)
      this.#canvas = this.#makeCanvas(width, height)
    }
    return this.#canvas
  }
}

function ratioFor({ room, ratio }: View): number {
  const pixels = (room.width + 2 * margin) * (room.height + 2 * margin)
  return Math.min(ratio, 2, Math.max(1, Math.sqrt(mostPixels / pixels)))
}

/** A canvas on the page has no bitmap to give away: then it is itself what is shown. */
function bitmapOf(canvas: OffscreenCanvas | HTMLCanvasElement): ImageBitmap {
  return 'transferToImageBitmap' in canvas
    ? canvas.transferToImageBitmap()
    : (canvas as unknown as ImageBitmap)
}

interface Tools {
  readonly ratio: number
  readonly pixels: Pixels
  readonly pigments: Pigments
}

class Brush {
  hasMotion = false
  readonly #scene: Scene
  readonly #camera: Camera
  readonly #pixels: Pixels
  readonly #pigments: Pigments
  readonly #ratio: number
  readonly #level: Level
  /** Whether a node's name can be read at this size. */
  readonly #canWrite: boolean
  readonly #view: Box
  /** Of a mark without its gap, in pixels of the picture. */
  readonly #size: number
  /** Pixels of the picture to a unit, and where the map's corner is. */
  readonly #unit: number
  readonly #left: number
  readonly #top: number
  readonly #labelled: { readonly slot: number; readonly state: number; readonly box: Box }[] = []
  readonly #written: { readonly node: NodeMark; readonly box: Box }[] = []

  constructor(scene: Scene, camera: Camera, { ratio, pixels, pigments }: Tools) {
    this.#scene = scene
    this.#camera = camera
    this.#ratio = ratio
    this.#pixels = pixels
    this.#pigments = pigments
    this.#level = levelOf(camera.scale)
    this.#canWrite = canWriteNodes(camera.scale)
    const { room } = scene.view
    this.#unit = camera.scale * ratio
    this.#left = (room.width / 2 + margin) * ratio - camera.x * this.#unit
    this.#top = (room.height / 2 + margin) * ratio - camera.y * this.#unit
    const from = onMap(camera, room, -margin, -margin)
    const to = onMap(camera, room, room.width + margin, room.height + margin)
    this.#view = { ...from, width: to.x - from.x, height: to.y - from.y }
    this.#size = Math.max(1, Math.floor((camera.scale - gapAt(camera.scale)) * ratio))
  }

  paint(): void {
    const { plan, zones } = this.#scene
    const { grounds } = this.#pigments
    const { width, height } = this.#pixels
    this.#pixels.fill(0, 0, width, height, grounds.canvas)
    this.#paintTray()
    for (const [index, box] of plan.zones.entries()) {
      const { x0, y0, x1, y1 } = this.#pixelBox(box)
      this.#pixels.fill(x0, y0, x1, y1, grounds.zone)
      this.#pixels.frame(x0, y0, x1, y1, Math.max(1, Math.round(this.#ratio)), grounds.hairline)
      this.#paintZone(box, (zones[index] as ZonePlaces).places)
    }
  }

  #paintZone(zone: ZoneBox, places: readonly number[]): void {
    const { plan, nodes } = this.#scene
    const { firstColumn, lastColumn, firstRow, lastRow } = visiblePlaces(plan, zone, this.#view)
    for (let row = firstRow; row < lastRow; row++)
      for (let column = firstColumn; column < lastColumn; column++) {
        const place = row * zone.columns + column
        const node = nodes.get(places[place] ?? 0)
        if (node !== undefined) this.#paintNode(node, nodeBox(plan, zone, place))
      }
  }

  /** Its frame tells what the machine is, its head what the API says of it: they may differ. */
  #paintNode(node: NodeMark, box: Box): void {
    const { grounds } = this.#pigments
    const at = this.#pixelBox(box)
    const { x0, y0, x1, y1 } = at
    const isOn = node.machine === 0
    const ground = isOn ? grounds.node : grounds.deadNode
    this.#pixels.fill(x0, y0, x1, y1, ground)
    const headEnd = Math.max(y0 + 1, this.#y(box.y + nodeHead * 0.82))
    this.#pixels.fill(x0, y0, x1, headEnd, this.#headInk(node))
    const thick = isOn
      ? this.#ratio
      : Math.min(3 * this.#ratio, Math.max(1, this.#camera.scale * this.#ratio * 0.35))
    this.#pixels.frame(
      x0,
      y0,
      x1,
      y1,
      Math.max(1, Math.round(thick)),
      isOn ? grounds.hairline : grounds.fault,
    )
    if (this.#level === 'share') this.#paintShares(node, at, headEnd)
    else if (this.#level === 'pixel') this.#paintDots(node, box)
    else this.#paintPods(node, box, ground)
    if (this.#canWrite) this.#written.push({ node, box })
  }

  #headInk({ ready, isCordoned }: NodeMark): Pixel {
    const { grounds } = this.#pigments
    if (ready !== 0) return ready === 1 ? grounds.gap : grounds.unknown
    return isCordoned ? grounds.cordoned : grounds.head
  }

  /** A colour each, side by side: nothing is made for any of them. */
  #paintDots(node: NodeMark, box: Box): void {
    const { roster, plan, classes, view } = this.#scene
    const { columns, rows } = plan.node
    const first = roster.firstOf(node.slot)
    const end = Math.min(roster.endOf(node.slot), first + columns * rows)
    const left = (box.x + nodePadding) * this.#unit + this.#left
    const top = (box.y + nodeHead) * this.#unit + this.#top
    const gap = Math.round(gapAt(this.#camera.scale) * this.#ratio)
    const inks = this.#pigments.inks(view.colouring, node.drained)
    this.#pixels.dots(left, top, this.#unit, gap, columns, roster.order, first, end, classes, inks)
  }

  #paintPods(node: NodeMark, box: Box, ground: Pixel): void {
    const { roster, plan, classes, hasFresh } = this.#scene
    const { columns, rows } = plan.node
    const { order } = roster
    const first = roster.firstOf(node.slot)
    const most = Math.min(roster.endOf(node.slot) - first, columns * rows)
    const left = box.x + nodePadding
    const top = box.y + nodeHead
    const hasLabels = this.#level === 'label'
    let x = 0
    let y = 0
    for (let index = 0, column = columns; index < most; index++, column++) {
      if (column >= columns) {
        column = 0
        y = this.#y(top + Math.floor(index / columns))
      }
      x = this.#x(left + column)
      const slot = order[first + index] as number
      const state = roster.stateOf(slot)
      const one = classes[slot] as number
      const size = hasFresh ? this.#grown(slot) : this.#size
      const stamp = this.#pigments.stamp(this.#style(state, one, ground, node.drained, size))
      const inset = (this.#size - size) >> 1
      this.#pixels.stamp(x + inset, y + inset, stamp)
      if (hasLabels) this.#labelled.push({ slot, state, box: cellBox(plan.node, box, index) })
    }
  }

  /** A pod that has just changed comes to its size. */
  #grown(slot: number): number {
    const fresh = this.#scene.freshness(slot)
    if (fresh >= 1) return this.#size
    this.hasMotion = true
    const eased = 1 - (1 - fresh) ** 3
    return Math.max(1, Math.round(this.#size * (0.35 + 0.65 * eased)))
  }

  #style(state: number, one: number, ground: Pixel, drained: number, size: number) {
    return {
      colouring: this.#scene.view.colouring,
      look: state & 15,
      one,
      size,
      ratio: this.#ratio,
      ground,
      drained,
      level: this.#level,
    }
  }

  #paintShares(node: NodeMark, { x0, x1, y1 }: PixelBox, top: number): void {
    const { roster, classes, plan, view } = this.#scene
    const pods = roster.on(node.slot)
    const counts = new Array<number>(classCounts[view.colouring]).fill(0)
    for (let index = 0; index < pods.length; index++) {
      const one = classes[pods[index] as number] as number
      counts[one] = (counts[one] as number) + 1
    }
    const width = Math.max(1, x1 - x0 - 2)
    const height = Math.max(1, y1 - top - 1)
    const filled = Math.min(1, pods.length / (plan.node.columns * plan.node.rows))
    const cells = Math.max(Math.min(1, pods.length), Math.round(width * height * filled))
    let at = 0
    for (const [one, share] of shares(counts, cells).entries()) {
      const ink = this.#pigments.ink(view.colouring, one, node.drained)
      for (let i = 0; i < share; i++, at++) {
        const x = x0 + 1 + (at % width)
        const y = top + Math.floor(at / width)
        this.#pixels.fill(x, y, x + 1, y + 1, ink)
      }
    }
  }

  #paintTray(): void {
    const { plan, roster, classes } = this.#scene
    const { grounds } = this.#pigments
    const { tray } = plan
    const { x0, y0, x1, y1 } = this.#pixelBox(tray)
    this.#pixels.fill(x0, y0, x1, y1, grounds.tray)
    this.#pixels.frame(x0, y0, x1, y1, Math.max(1, Math.round(this.#ratio)), grounds.line)
    const { columns, count } = trayCells(plan)
    const pods = roster.on(0)
    const most = Math.min(count, pods.length)
    for (let index = 0; index < most; index++) {
      const slot = pods[index] as number
      const state = roster.stateOf(slot)
      const x = this.#x(tray.x + nodePadding + (index % columns))
      const y = this.#y(tray.y + nodePadding + Math.floor(index / columns))
      const style = this.#style(state, classes[slot] as number, grounds.tray, 0, this.#size)
      this.#pixels.stamp(x, y, this.#pigments.stamp(style))
      if (this.#level === 'label' && this.#isInSight(x, y))
        this.#labelled.push({
          slot,
          state,
          box: {
            x: tray.x + nodePadding + (index % columns),
            y: tray.y + nodePadding + Math.floor(index / columns),
            width: 1,
            height: 1,
          },
        })
    }
  }

  #isInSight(x: number, y: number): boolean {
    return x > -this.#size && y > -this.#size && x < this.#pixels.width && y < this.#pixels.height
  }

  // ── Writing over it ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Answers the pods whose names it lacks. */
  write(context: CanvasRenderingContext2D): readonly number[] {
    const { plan, view, zones, names, roster, shareOf, nodes } = this.#scene
    const pen: Pen = { context, view, ratio: this.#ratio, scale: this.#camera.scale * this.#ratio }
    const unnamed: number[] = []
    for (const { node, box } of this.#written) writeNode(pen, node, this.#exact(box), shareOf(node))
    for (const { slot, state, box } of this.#labelled) {
      const name = names.get(slot)
      if (name !== undefined) writePod(pen, name, state, this.#exact(box))
      else if (unnamed.length < mostUnnamed) unnamed.push(slot)
    }
    const edge = { x: margin * this.#ratio, y: margin * this.#ratio }
    for (const [index, box] of plan.zones.entries()) {
      const { zone, places } = zones[index] as ZonePlaces
      if (plan.head > 0) writeZone(pen, zone, countOf(places), this.#exact(box), edge, plan.head)
    }
    writeTray(pen, roster.on(0).length, this.#exact(plan.tray), edge)
    for (const [slot, kind] of [
      [view.aimed, 'aimed'],
      [view.selected, 'selected'],
      [view.marked, 'marked'],
    ] as const) {
      const box = slot === 0 ? undefined : this.#boxOf(slot, nodes.has(slot))
      if (box !== undefined) ring(pen, this.#exact(box), kind)
    }
    return unnamed
  }

  #boxOf(slot: number, isNode: boolean): Box | undefined {
    const { plan, zones, roster } = this.#scene
    const home = isNode ? slot : roster.nodeOf(slot)
    for (const [zone, { places }] of zones.entries()) {
      const place = places.indexOf(home)
      if (place < 0 || home === 0) continue
      const box = nodeBox(plan, plan.zones[zone] as ZoneBox, place)
      if (isNode) return box
      const index = roster.indexOf(slot)
      return index < 0 ? undefined : cellBox(plan.node, box, index)
    }
    const index = isNode ? -1 : roster.indexOf(slot)
    if (index < 0) return undefined
    const { columns } = trayCells(plan)
    return {
      x: plan.tray.x + nodePadding + (index % columns),
      y: plan.tray.y + nodePadding + Math.floor(index / columns),
      width: 1,
      height: 1,
    }
  }

  // ── From units to pixels of the picture ──────────────────────────────────────────────────────────────────────────

  #x(units: number): number {
    return Math.round(units * this.#unit + this.#left)
  }

  #y(units: number): number {
    return Math.round(units * this.#unit + this.#top)
  }

  #pixelBox({ x, y, width, height }: Box): PixelBox {
    return { x0: this.#x(x), y0: this.#y(y), x1: this.#x(x + width), y1: this.#y(y + height) }
  }

  #exact(box: Box): Box {
    const { x0, y0, x1, y1 } = this.#pixelBox(box)
    return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
  }
}

function countOf(places: readonly number[]): number {
  return places.reduce((sum, slot) => sum + Number(slot !== 0), 0)
}
