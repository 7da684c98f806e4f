/**
 * The map in pixels as it was painted last. A hand that moves it moves the pixels, and what comes into sight is painted; of
 * what has changed only the nodes are painted in which it did. The pixels are always those of a picture painted anew.
 */
import type { Plan } from '../../../../viz/map/plan.ts'
import type { ZonePlaces } from '../../../../viz/map/settle.ts'
import { Brush } from './brush.ts'
import type { Scene } from './drawing.ts'
import type { Colouring } from './messages.ts'
import type { Pigments } from './pigments.ts'
import { type Cut, Pixels } from './pixels.ts'
import type { Projection } from './projection.ts'

/** What a picture follows from, but for where it is looked at and what changes in nodes. */
interface Subject {
  readonly plan: Plan
  readonly zones: readonly ZonePlaces[]
  readonly colouring: Colouring
  readonly pigments: Pigments
  readonly unit: number
  readonly ratio: number
}

export class Sheet {
  #pixels = new Pixels(1, 1)
  #subject: Subject | undefined
  #left = 0
  #top = 0

  get pixels(): Pixels {
    return this.#pixels
  }

  /** Whoever asks for another size gets an empty one. */
  resize(width: number, height: number): void {
    if (this.#pixels.width === width && this.#pixels.height === height) return
    this.#pixels = new Pixels(width, height)
    this.#subject = undefined
  }

  /** Answers whether something that is seen is on its way. */
  paint(scene: Scene, at: Projection, pigments: Pigments): boolean {
    const brush = new Brush(scene, at, { pixels: this.#pixels, pigments })
    const subject = subjectOf(scene, at, pigments)
    const { changes } = scene
    const isKnown = this.#subject !== undefined && isSame(this.#subject, subject) && !changes.isAll
    const uncovered = isKnown ? this.#follow(at) : [this.#pixels.whole]
    for (const cut of uncovered) brush.paint(cut)
    if (isKnown && changes.nodes.size > 0) brush.repaint(this.#pixels.whole, changes.nodes)
    this.#subject = subject
    this.#left = at.left
    this.#top = at.top
    return brush.hasMotion
  }

  /** Moves what is there; answers where nothing is then. */
  #follow({ left, top }: Projection): readonly Cut[] {
    const { width, height, whole } = this.#pixels
    const dx = left - this.#left
    const dy = top - this.#top
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) return [whole]
    this.#pixels.shift(dx, dy)
    const kept = { top: Math.max(0, dy), bottom: Math.min(height, height + dy) }
    const cuts = [
      { x0: 0, y0: 0, x1: width, y1: kept.top },
      { x0: 0, y0: kept.bottom, x1: width, y1: height },
      { x0: 0, y0: kept.top, x1: Math.max(0, dx), y1: kept.bottom },
      { x0: Math.min(width, width + dx), y0: kept.top, x1: width, y1: kept.bottom },
    ]
    return cuts.filter(({ x0, y0, x1, y1 }) => x0 < x1 && y0 < y1)
  }
}

function subjectOf({ plan, zones, view }: Scene, { unit, ratio }: Projection, pigments: Pigments): Subject {
  return { plan, zones, colouring: view.colouring, pigments, unit, ratio }
}

function isSame(one: Subject, other: Subject): boolean {
  return (Object.keys(one) as (keyof Subject)[]).every((name) => one[name] === other[name])
}
