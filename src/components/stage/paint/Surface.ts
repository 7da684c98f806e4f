/**
 * One picture on the page: a canvas that the studio paints. It is made where it is put and never used twice, since a canvas
 * that was handed to a worker cannot be handed on.
 */
import type { PictureKind, Speech } from './messages.ts'
import { listeners, tellStudio } from './studioLine.ts'

let count = 0

export class Surface<K extends PictureKind> {
  readonly #id = ++count
  readonly #canvas: HTMLCanvasElement

  constructor(host: Element, kind: K) {
    this.#canvas = document.createElement('canvas')
    // For whoever takes pictures of the page, or tests it.
    this.#canvas.dataset.picture = kind
    host.append(this.#canvas)
    listeners.set(this.#id, (isMoving) => {
      this.#canvas.dataset.inMotion = String(isMoving)
    })
    const canvas = this.#canvas.transferControlToOffscreen()
    tellStudio({ type: 'open', id: this.#id, kind, canvas }, [canvas])
  }

  tell(message: Speech[K]): void {
    tellStudio({ type: 'tell', id: this.#id, message })
  }

  end(): void {
    tellStudio({ type: 'close', id: this.#id })
    listeners.delete(this.#id)
    this.#canvas.remove()
  }
}
