/**
 * What comes waits until the browser has just drawn. Taken in then, it has a whole frame's time before the next drawing;
 * taken in at any moment, it and the drawing would often share one frame and be late together.
 */
export class Pacing<T> {
  readonly #take: (item: T) => void
  readonly #drawing: Drawing
  #waiting: T[] = []
  #isAsked = false

  constructor(take: (item: T) => void, drawing: Drawing = new BrowserDrawing()) {
    this.#take = take
    this.#drawing = drawing
  }

  add(item: T): void {
    this.#waiting.push(item)
    if (this.#isAsked) return
    this.#isAsked = true
    this.#drawing.after(() => this.flush())
  }

  /** All that waits is taken in now, in order: something that comes after it is not to be heard before it. */
  flush(): void {
    this.#isAsked = false
    const waiting = this.#waiting
    this.#waiting = []
    for (const item of waiting) this.#take(item)
  }

  /** Nobody wants to hear of it any more. */
  end(): void {
    this.#waiting = []
    this.#drawing.end()
  }
}

export interface Drawing {
  /** Calls once the browser has drawn its next frame. */
  after(then: () => void): void
  end(): void
}

/** A page that nobody sees draws nothing: there, at once. */
class BrowserDrawing implements Drawing {
  readonly #channel = new MessageChannel()
  readonly #end = new AbortController()
  #then: (() => void) | undefined

  constructor() {
    this.#channel.port1.onmessage = () => this.#go()
    document.addEventListener('visibilitychange', () => this.#go(), { signal: this.#end.signal })
  }

  after(then: () => void): void {
    this.#then = then
    if (document.hidden) this.#go()
    else requestAnimationFrame(() => this.#channel.port2.postMessage(undefined))
  }

  end(): void {
    this.#then = undefined
    this.#end.abort()
    this.#channel.port1.close()
  }

  #go(): void {
    const then = this.#then
    this.#then = undefined
    then?.()
  }
}
