/** From units of the map to pixels of a picture. */
import { type Camera, onMap, type Room } from '../../../../viz/map/camera.ts'
import { gapAt } from '../../../../viz/map/level.ts'
import type { Box } from '../../../../viz/map/plan.ts'

/** Painted beyond the room on every side, so that a hand that drags finds something there. */
export const margin = 96

export class Projection {
  /** Pixels of the page to a unit, and of the picture to one of the page. */
  readonly scale: number
  readonly ratio: number
  /** Pixels of the picture to a unit, and where the map's corner is. */
  readonly unit: number
  readonly left: number
  readonly top: number
  /** Of a mark, and between two. */
  readonly size: number
  readonly gap: number
  /** What is in the picture, in units. */
  readonly view: Box

  constructor(camera: Camera, room: Room, ratio: number) {
    const { scale } = camera
    this.scale = scale
    this.ratio = ratio
    this.unit = scale * ratio
    this.left = (room.width / 2 + margin) * ratio - camera.x * this.unit
    this.top = (room.height / 2 + margin) * ratio - camera.y * this.unit
    this.size = Math.max(1, Math.floor((scale - gapAt(scale)) * ratio))
    this.gap = Math.round(gapAt(scale) * ratio)
    const from = onMap(camera, room, -margin, -margin)
    const to = onMap(camera, room, room.width + margin, room.height + margin)
    this.view = { ...from, width: to.x - from.x, height: to.y - from.y }
  }

  x(units: number): number {
    return Math.round(units * this.unit + this.left)
  }

  y(units: number): number {
    return Math.round(units * this.unit + this.top)
  }

  /** In whole pixels. */
  box({ x, y, width, height }: Box): Box {
    const left = this.x(x)
    const top = this.y(y)
    return { x: left, y: top, width: this.x(x + width) - left, height: this.y(y + height) - top }
  }
}
