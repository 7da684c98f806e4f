/** Waits until objects that were deleted are gone, for one after the other as the real tool does. */
import type { Tick } from '../../core/clock.ts'
import { CommandError } from './errors.ts'
import type { Named } from './resources/select.ts'
import type { Call, Waiting } from './verb.ts'
import { deadlineAfter, isPast } from './waiting.ts'

export interface Leaving extends Named {
  /** An object of the same name with another uid is not the one that was deleted. */
  readonly uid: string
}

export class Departure implements Waiting {
  readonly wakeAt: Tick
  readonly #call: Call
  readonly #leaving: readonly Leaving[]
  /** So many of them, from the first on, are gone. */
  #gone = 0

  constructor(call: Call, leaving: readonly Leaving[], seconds: number) {
    this.#call = call
    this.#leaving = leaving
    this.wakeAt = deadlineAfter(call, seconds)
  }

  poll(): boolean {
    while (this.#gone < this.#leaving.length && !this.#isThere(this.#leaving[this.#gone] as Leaving))
      this.#gone++
    const first = this.#leaving[this.#gone]
    if (first === undefined) return true
    if (!isPast(this.#call, this.wakeAt)) return false
    const { kind, name } = first
    throw new CommandError(`timed out waiting for the condition on ${kind.plural}/${name}`)
  }

  #isThere({ kind, namespace, name, uid }: Leaving): boolean {
    return this.#call.api.get(kind, namespace, name)?.metadata.uid === uid
  }
}
