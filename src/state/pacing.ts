/**
 * What comes waits until the browser has just drawn, and is taken in one by one, a drawing after each. Then each has a
 * whole frame's time; taken in at any moment or all at once, they would share one frame and be late together.
 */

/** A browser that draws seldom doesn't fall behind. */
const mostWaiting = 4

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
    this.#ask()
  }

  /** All that waits is taken in now, in order: something that comes after it is not to be heard before it. */
  flush(): void {
    this.#takeTo(0)
  }

  /** Nobody wants to hear of it any more. */
  end(): void {
    this.#waiting = []
    this.#drawing.end()
  }

  #ask(): void {
    if (this.#isAsked || this.#waiting.length === 0) return
    this.#isAsked = true
    this.#drawing.after(() => {
      this.#isAsked = false
      this.#takeTo(Math.min(this.#waiting.length - 1, mostWaiting))
      this.#ask()
    })
  }

  /** Until so many are left. */
  #takeTo(left: number): void {
    while (this.#waiting.length > Math.max(0, left)) this.#take(this.#waiting.shift() as T)
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
