/** Where the pictures of the stage are painted: each when something was said to it, and as long as something in it moves. */
import { ChipsPicture } from './chips/ChipsPicture.ts'
import type { FromStudio, PictureKind, Speech, ToStudio } from './messages.ts'
import { TokensPicture } from './tokens/TokensPicture.ts'

export type Context = OffscreenCanvasRenderingContext2D
export type Canvas = OffscreenCanvas

export interface Picture<Message> {
  hear(message: Message): void
  /** At a time in milliseconds; whether it has to be painted again for the next. */
  paint(now: number): boolean
}

export interface Tools {
  /** Calls when the next picture is due, with its time. */
  readonly nextFrame: (then: (now: number) => void) => void
  readonly makeCanvas: (width: number, height: number) => Canvas
  readonly answer: (message: FromStudio) => void
}

type Making = {
  readonly [K in PictureKind]: (canvas: Canvas, context: Context, tools: Tools) => Picture<Speech[K]>
}

const making: Making = {
  chips: (canvas, context, { makeCanvas }) => new ChipsPicture(canvas, context, makeCanvas),
  tokens: (canvas, context) => new TokensPicture(canvas, context),
}

export class Studio {
  readonly #tools: Tools
  readonly #pictures = new Map<number, Picture<never>>()
  readonly #due = new Set<number>()
  readonly #moving = new Set<number>()
  #isAsked = false

  constructor(tools: Tools) {
    this.#tools = tools
  }

  hear(message: ToStudio): void {
    const { id } = message
    if (message.type === 'close') {
      this.#pictures.delete(id)
      this.#moving.delete(id)
    } else if (message.type === 'open') {
      const context = message.canvas.getContext('2d')
      if (context !== null)
        this.#pictures.set(id, making[message.kind](message.canvas, context, this.#tools) as Picture<never>)
    } else {
      this.#pictures.get(id)?.hear(message.message as never)
      this.#due.add(id)
      this.#ask()
    }
  }

  #ask(): void {
    if (this.#isAsked || this.#due.size === 0) return
    this.#isAsked = true
    this.#tools.nextFrame((now) => {
      this.#isAsked = false
      for (const id of [...this.#due]) this.#paint(id, now)
      this.#ask()
    })
  }

  #paint(id: number, now: number): void {
    const isMoving = this.#pictures.get(id)?.paint(now) ?? false
    if (!isMoving) this.#due.delete(id)
    if (isMoving === this.#moving.has(id)) return
    if (isMoving) this.#moving.add(id)
    else this.#moving.delete(id)
    this.#tools.answer({ id, isMoving })
  }
}
