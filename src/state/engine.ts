/** The line to the engine's worker: requests out, answers, frames and news in. */
import {
  type Answers,
  type Clock,
  clockAt,
  type GuideState,
  type Message,
  type Request,
  unpacked,
} from '../worker/protocol.ts'
import { Pacing } from './pacing.ts'
import { noClock } from './session.ts'
import { type Slice, slicesOf } from './slices.ts'

type Told = Exclude<Message, { type: 'answer' | 'refused' | 'crashed' }>
type FrameMessage = Extract<Message, { type: 'frame' }>

/** What is told without having been asked for. A frame comes in slices of the world, and then the clock over it. */
export type News =
  | Exclude<Told, FrameMessage>
  | { readonly type: 'slice'; readonly slice: Slice }
  | { readonly type: 'clock'; readonly clock: Clock; readonly guide: GuideState | undefined }

export interface EngineEvents {
  readonly message: (message: News) => void
  /** The engine broke down; nothing more will come. */
  readonly crash: (reason: string) => void
}

/** A refusal in both languages: the engine's, or a page's that has none. */
export class Refusal extends Error {
  readonly text: { readonly en: string; readonly ko: string }

  constructor(text: { readonly en: string; readonly ko: string }) {
    super(text.en)
    this.text = text
  }
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

type Asking = Extract<Request, { id: number }>
type Unnumbered<R> = R extends { id: number } ? Omit<R, 'id'> : never

export class Engine {
  readonly #worker: Worker
  readonly #events: EngineEvents
  readonly #waiting = new Map<number, Waiting>()
  readonly #news: Pacing<News>
  #asked = 0
  /** As they were told last: with most frames only time passes. */
  #clock: Clock = noClock
  #guide: GuideState | undefined
  #isWhole = false

  constructor(events: EngineEvents) {
    this.#events = events
    this.#news = new Pacing(events.message)
    this.#worker = new Worker(new URL('../worker/index.ts', import.meta.url), {
      type: 'module',
      name: 'engine',
    })
    this.#worker.onmessage = ({ data }: MessageEvent<Message>) => this.#take(data)
    this.#worker.onerror = ({ message }) => this.#crashed(message || 'the worker could not be started')
    this.#worker.onmessageerror = () => this.#crashed('a message could not be read')
  }

  tell(request: Exclude<Request, Asking>): void {
    this.#worker.postMessage(request)
  }

  /** Rejects with a Refusal, or with an Error when the engine breaks down. */
  ask<T extends Asking['type'] & keyof Answers>(
    request: Unnumbered<Asking> & { readonly type: T },
  ): Promise<Answers[T]> {
    const id = ++this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ ...request, id })
    })
  }

  /** The number that the next question will have: output of a line comes under it. */
  get nextId(): number {
    return this.#asked + 1
  }

  end(): void {
    this.#news.end()
    this.#worker.terminate()
  }

  #take(message: Message): void {
    if (isNews(message)) {
      this.#add(message)
      // Another world, or another moment: nothing moves across to it, and nobody is to see the one before any longer.
      if (message.type === 'frame' && this.#isWhole) this.#news.flush()
      return
    }
    // Who hears an answer finds the stores as they were when it was given.
    this.#news.flush()
    if (message.type === 'answer') this.#settle(message.id)?.resolve(message.value as never)
    else if (message.type === 'refused') this.#settle(message.id)?.reject(new Refusal(message))
    else this.#crashed(message.reason)
  }

  #add(message: Told): void {
    if (message.type !== 'frame') return this.#news.add(message)
    const frame = unpacked(message)
    const clock = message.clock ?? clockAt(this.#clock, frame.tick)
    this.#clock = clock
    if (message.guide !== undefined) this.#guide = message.guide === 'none' ? undefined : message.guide
    const guide = this.#guide
    // Nothing of a frame is mixed with the one before.
    this.#news.flush()
    this.#isWhole = frame.whole
    for (const slice of slicesOf(frame)) this.#news.add({ type: 'slice', slice })
    this.#news.add({ type: 'clock', clock, guide })
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting
  }

  #crashed(reason: string): void {
    this.end()
    for (const { reject } of this.#waiting.values()) reject(new Error(reason))
    this.#waiting.clear()
    this.#events.crash(reason)
  }
}

function isNews(message: Message): message is Told {
  return message.type !== 'answer' && message.type !== 'refused' && message.type !== 'crashed'
}
