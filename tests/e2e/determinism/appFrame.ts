/** The app in a frame of this page, held by its console and by what can be pressed. */
import type { consoleFace } from '../../../src/app/console.ts'

const patience = 60_000

export class AppFrame {
  readonly #element: HTMLIFrameElement

  private constructor(hash: string) {
    this.#element = document.createElement('iframe')
    this.#element.src = `/${hash}`
    this.#element.width = '1280'
    this.#element.height = '800'
    document.body.append(this.#element)
  }

  static async open(hash: string): Promise<AppFrame> {
    const frame = new AppFrame(hash)
    await frame.#opened()
    return frame
  }

  async reload(): Promise<void> {
    const before = this.face
    this.#window.location.reload()
    await this.until('a new page', () => this.#window.kubeloop !== before)
    await this.#opened()
  }

  remove(): void {
    this.#element.remove()
  }

  get face(): typeof consoleFace {
    return this.#window.kubeloop
  }

  get clock() {
    return this.face.state.session.clock
  }

  /** A frame waits until the one before is drawn, so what a line has come to is shown one later. */
  async tickShown(): Promise<number> {
    for (let frame = 0; frame < 2; frame++) {
      await new Promise((resolve) => this.#window.requestAnimationFrame(resolve))
      await this.face.hash()
    }
    return this.clock.tick
  }

  get text(): string {
    return this.#window.document.body.innerText
  }

  async press(name: string): Promise<void> {
    const button = () =>
      [...this.#window.document.querySelectorAll('button')].find(
        (one) => one.innerText.trim().startsWith(name) && !one.disabled,
      )
    await this.until(`the button ${name}`, () => button() !== undefined)
    button()?.click()
  }

  async pressOption(): Promise<void> {
    const option = () => this.#window.document.querySelector<HTMLElement>('[type=radio]')
    await this.until('an answer to choose', () => option() !== null)
    option()?.click()
  }

  async until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + patience
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}; the page says: ${this.text}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  #opened(): Promise<void> {
    const isOpen = () => {
      const { status, clock } = this.#window.kubeloop?.state.session ?? {}
      return status === 'open' && clock?.seed !== 0
    }
    return this.until('an open world', isOpen)
  }

  get #window(): Window & typeof globalThis {
    return this.#element.contentWindow as Window & typeof globalThis
  }
}
