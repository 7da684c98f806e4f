/**
 * A page in Firefox, driven as a visitor drives it: with Marionette, the protocol that Firefox itself speaks to what tests it. A
 * message is its length, a colon and JSON, [0, id, command, parameters] there and [1, id, error, result] back.
 */
import { existsSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type LaunchedFirefox, launchFirefox } from './firefox.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

interface Asked {
  answer(result: unknown): void
  refuse(error: Error): void
}

export class FirefoxPage {
  readonly #firefox: LaunchedFirefox
  readonly #socket: Socket
  readonly #asked = new Map<number, Asked>()
  #heard = Buffer.alloc(0)
  #ids = 0

  private constructor(firefox: LaunchedFirefox, socket: Socket) {
    this.#firefox = firefox
    this.#socket = socket
    socket.on('data', (data) => this.#hear(data))
    socket.on('close', () => {
      for (const { refuse } of this.#asked.values()) refuse(new Error('Firefox has gone'))
    })
  }

  static async start(): Promise<FirefoxPage> {
    const firefox = launchFirefox(['--marionette', '--width', '1280', '--height', '900'])
    try {
      const page = new FirefoxPage(firefox, await connected(await portOf(firefox)))
      await page.#ask('WebDriver:NewSession', {})
      return page
    } catch (error) {
      await firefox.close()
      throw error
    }
  }

  async stop(): Promise<void> {
    this.#socket.destroy()
    await this.#firefox.close()
  }

  async open(url: string): Promise<void> {
    await this.#ask('WebDriver:Navigate', { url })
  }

  /** What an expression is on the page, once it is settled. */
  async evaluate<T>(expression: string): Promise<T> {
    const script = `const [done] = arguments
      Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`
    const { value } = (await this.#ask('WebDriver:ExecuteAsyncScript', {
      script,
      args: [],
      newSandbox: false,
    })) as { value: { readonly value?: T; readonly error?: string } }
    if (value.error !== undefined) throw new Error(`${expression}: ${value.error}`)
    return value.value as T
  }

  /** Until an expression is true. */
  async until(expression: string, seconds = 20): Promise<void> {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50))
      if (await this.evaluate<unknown>(expression)) return
    throw new Error(`after ${seconds} s it is still not so: ${expression}`)
  }

  press(key: string): Promise<unknown> {
    const actions = [
      { type: 'keyDown', value: key },
      { type: 'keyUp', value: key },
    ]
    return this.#act({ type: 'key', id: 'keys', actions })
  }

  click(at: Point): Promise<unknown> {
    return this.#point([moveTo(at), down, up])
  }

  drag(from: Point, to: Point): Promise<unknown> {
    return this.#point([moveTo(from), down, moveTo(to, 100), up])
  }

  /** Down where `by` is positive. */
  wheel({ x, y }: Point, by: number): Promise<unknown> {
    const turn = { type: 'scroll', x, y, deltaX: 0, deltaY: by, origin: 'viewport' }
    return this.#act({ type: 'wheel', id: 'wheel', actions: [turn] })
  }

  #point(actions: readonly unknown[]): Promise<unknown> {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions })
  }

  #act(source: unknown): Promise<unknown> {
    return this.#ask('WebDriver:PerformActions', { actions: [source] })
  }

  #ask(command: string, parameters: unknown): Promise<unknown> {
    const id = ++this.#ids
    const text = JSON.stringify([0, id, command, parameters])
    return new Promise((answer, refuse) => {
      this.#asked.set(id, { answer, refuse })
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  }

  #hear(data: Buffer): void {
    this.#heard = Buffer.concat([this.#heard, data])
    for (;;) {
      const colon = this.#heard.indexOf(':')
      const end = colon + 1 + Number(this.#heard.subarray(0, colon))
      if (colon < 0 || this.#heard.length < end) return
      this.#take(JSON.parse(this.#heard.subarray(colon + 1, end).toString()))
      this.#heard = this.#heard.subarray(end)
    }
  }

  /** The first thing it says is who it is. */
  #take(message: unknown): void {
    if (!Array.isArray(message)) return
    const [, id, error, result] = message as [number, number, { message: string } | null, unknown]
    const asked = this.#asked.get(id)
    this.#asked.delete(id)
    if (error === null) asked?.answer(result)
    else asked?.refuse(new Error(error.message))
  }
}

const down = { type: 'pointerDown', button: 0 }
const up = { type: 'pointerUp', button: 0 }

function moveTo({ x, y }: Point, duration = 0) {
  return { type: 'pointerMove', x, y, duration, origin: 'viewport' }
}

async function portOf({ home }: LaunchedFirefox): Promise<number> {
  const path = join(home, 'MarionetteActivePort')
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50))
    if (existsSync(path) && readFileSync(path, 'utf8') !== '') return Number(readFileSync(path, 'utf8'))
  throw new Error('Firefox does not come up')
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}
