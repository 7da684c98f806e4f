/** Sends a step's lines one after the other, as a shell would: one that takes long holds the next ones back. */
import type { Execution } from '../../sim/commands/execution.ts'
import type { Sitting } from '../sitting.ts'

/** Told of every line that the guide ran, when it has ended. */
export type OnRan = (line: string, execution: Execution) => void

export class LineQueue {
  readonly #sitting: Sitting
  readonly #onRan: OnRan
  #waiting: string[] = []
  #current: { readonly line: string; readonly execution: Execution } | undefined

  constructor(sitting: Sitting, onRan: OnRan) {
    this.#sitting = sitting
    this.#onRan = onRan
  }

  get isIdle(): boolean {
    return this.#current === undefined && this.#waiting.length === 0
  }

  /** `fill`: replaces `${CEL}` when a line's turn comes; it may throw an Error. */
  send(lines: readonly string[], fill: (line: string) => string): void {
    this.#waiting = [...lines]
    this.#fill = fill
    this.poll()
  }

  /** To be called after every tick. */
  poll(): void {
    for (;;) {
      if (this.#current !== undefined) {
        const { line, execution } = this.#current
        if (execution.exit === undefined) return
        this.#current = undefined
        this.#onRan(line, execution)
      }
      const next = this.#waiting.shift()
      if (next === undefined) return
      this.#begin(next)
    }
  }

  /** Forgets what was not sent. */
  clear(): void {
    this.#waiting = []
    this.#current = undefined
  }

  #fill: (line: string) => string = (line) => line

  #begin(raw: string): void {
    const line = this.#filled(raw)
    if (typeof line === 'string') this.#current = { line, execution: this.#sitting.execute(line) }
    else this.#onRan(raw, line)
  }

  #filled(raw: string): string | Execution {
    try {
      return this.#fill(raw)
    } catch (error) {
      const stderr = `error: ${(error as Error).message}\n`
      return { exit: 1, stdout: '', stderr, poll() {}, wakeAt: Number.POSITIVE_INFINITY }
    }
  }
}
