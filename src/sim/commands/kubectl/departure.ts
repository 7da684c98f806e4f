/** Waits until objects that were deleted are gone. */
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
  #leaving: readonly Leaving[]

  constructor(call: Call, leaving: readonly Leaving[], seconds: number) {
    this.#call = call
    this.#leaving = leaving
    this.wakeAt = deadlineAfter(call, seconds)
  }

  poll(): boolean {
    const { api } = this.#call
    this.#leaving = this.#leaving.filter(
      ({ kind, namespace, name, uid }) => api.get(kind, namespace, name)?.metadata.uid === uid,
    )
    if (this.#leaving.length === 0) return true
    if (!isPast(this.#call, this.wakeAt)) return false
    const { kind, name } = this.#leaving[0] as Leaving
    throw new CommandError(`timed out waiting for the condition on ${kind.plural}/${name}`)
  }
}
