/** From units of the map to pixels of a picture. */
import type { Camera, Room } from '../../../../viz/map/camera.ts'
import { gapAt } from '../../../../viz/map/level.ts'
import type { Box } from '../../../../viz/map/plan.ts'
import type { Cut } from './pixels.ts'

/** Painted beyond the room on every side, so that a hand that drags finds something there. */
export const margin = 96

export class Projection {
  /** Pixels of the page to a unit, and of the picture to one of the page. */
  readonly scale: number
  readonly ratio: number
  /** Pixels of the picture to a unit, and where the map's corner is: on a whole pixel, so that a map that moves looks the same. */
  readonly unit: number
  readonly left: number
  readonly top: number
  /** Of a mark, and between two. */
  readonly size: number
  readonly gap: number

  constructor(camera: Camera, room: Room, ratio: number) {
    const { scale } = camera
    this.scale = scale
    this.ratio = ratio
    this.unit = scale * ratio
    this.left = Math.round((room.width / 2 + margin) * ratio - camera.x * this.unit)
    this.top = Math.round((room.height / 2 + margin) * ratio - camera.y * this.unit)
    this.size = Math.max(1, Math.floor((scale - gapAt(scale)) * ratio))
    this.gap = Math.round(gapAt(scale) * ratio)
  }

  x(units: number): number {
    return Math.round(units * this.unit) + this.left
  }

  y(units: number): number {
    return Math.round(units * this.unit) + this.top
  }

  /** In whole pixels. */
  box({ x, y, width, height }: Box): Box {
    const left = this.x(x)
    const top = this.y(y)
    return { x: left, y: top, width: this.x(x + width) - left, height: this.y(y + height) - top }
  }

  /** What of the map touches a cut of the picture, in units. */
  seenIn({ x0, y0, x1, y1 }: Cut): Box {
    const x = (x0 - 1 - this.left) / this.unit
    const y = (y0 - 1 - this.top) / this.unit
    return { x, y, width: (x1 - x0 + 2) / this.unit, height: (y1 - y0 + 2) / this.unit }
  }
}
