/**
 * How one thing just moves: a fade, and a flight to where it stands now. It is put in its new place at once and seen to come
 * there; sent elsewhere on the way, it turns where it just is. A move begins when it is first painted.
 */
import type { Point } from '../../../../viz/loop/card.ts'
import { glide } from '../../../../viz/loop/easing.ts'

interface Move {
  readonly duration: number
  start: number | undefined
}

const nowhere: Point = { x: 0, y: 0 }

export class Moves {
  #fade: (Move & { readonly from: number; readonly to: number }) | undefined
  #flight: (Move & { readonly from: Point }) | undefined
  /** Where it was when it was last looked at, as seen from its place. */
  #offset = nowhere

  fade(from: number, duration: number): void {
    this.#fade = { from, to: 1, duration, start: undefined }
  }

  leave(duration: number): void {
    this.#fade = { from: 1, to: 0, duration, start: undefined }
  }

  fly(last: Point, to: Point, duration: number): void {
    const from = { x: last.x + this.#offset.x - to.x, y: last.y + this.#offset.y - to.y }
    this.#flight = { from, duration, start: undefined }
    this.#offset = from
  }

  rest(): void {
    this.#fade = undefined
    this.#flight = undefined
    this.#offset = nowhere
  }

  get isUnderWay(): boolean {
    return this.#fade !== undefined || this.#flight !== undefined
  }

  alphaAt(now: number): number {
    const fade = this.#fade
    if (fade === undefined) return 1
    const progress = progressOf(fade, now)
    if (progress >= 1) this.#fade = undefined
    return fade.from + (fade.to - fade.from) * progress
  }

  /** How far it is from its place. */
  offsetAt(now: number): Point {
    const flight = this.#flight
    if (flight === undefined) return nowhere
    const progress = progressOf(flight, now)
    if (progress >= 1) this.#flight = undefined
    const left = 1 - glide(progress)
    this.#offset = { x: flight.from.x * left, y: flight.from.y * left }
    return this.#offset
  }
}

function progressOf(move: Move, now: number): number {
  move.start ??= now
  return Math.min(1, (now - move.start) / move.duration)
}
