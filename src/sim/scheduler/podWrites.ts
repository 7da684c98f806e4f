/** The scheduler's writes to the API. An object that has gone meanwhile is no error: the watch will tell. */
import { Pods } from '../api/kinds/pod/index.ts'
import { isStatus } from '../api/status.ts'
import type { Pod } from '../api/types/index.ts'
import { itself } from '../apiserver/events/eventStore.ts'
import type { EventNote } from '../apiserver/events/note.ts'
import type { Client } from '../client/client.ts'
import { timeText } from '../core/clock.ts'
import { RecentTexts } from '../core/recentTexts.ts'
import type { State } from '../core/state.ts'
import { truncateForEvent } from './framework/fitError.ts'
import { boundStatus, refusedStatus, victimStatus } from './podStatus.ts'

export class PodWrites {
  readonly #client: Client
  readonly #state: State
  readonly #scheduled = new RecentTexts<EventNote>()

  constructor(client: Client, state: State) {
    this.#client = client
    this.#state = state
  }

  /** Undefined where the pod could not be bound. */
  bind(pod: Pod, node: string): Pod | undefined {
    try {
      const bound = this.#client.bind(Pods, pod, node, this.#bound)
      this.#client.event(bound, this.#scheduledTo(node))
      return bound
    } catch (error) {
      if (isGone(error)) return undefined
      throw error
    }
  }

  /** `promised`: the node on which preemption makes room. Nothing is written where nothing is new. */
  refuse(pod: Pod, message: string, promised: string | undefined): void {
    const now = this.#now
    unlessGone(() => {
      if (refusedStatus(pod, now, message, promised) !== pod.status) {
        this.#client.patchStatus(Pods, pod, (stored) => refusedStatus(stored, now, message, promised))
      }
      this.#client.event(pod, {
        type: 'Warning',
        reason: 'FailedScheduling',
        message: truncateForEvent(message),
        action: 'Scheduling',
      })
    })
  }

  /** Makes room for a more important pod. */
  evict(victim: Pod, preemptor: Pod, node: string): void {
    unlessGone(() => {
      this.#client.patchStatus(Pods, victim, (stored) => victimStatus(stored, this.#now))
      this.#client.delete(Pods, victim)
      const message = `Preempted by pod ${preemptor.metadata.uid} on node ${node}`
      this.#client.event(victim, { type: 'Normal', reason: 'Preempted', message, action: 'Preempting' })
    })
  }

  readonly #bound = (stored: Pod): Pod['status'] => boundStatus(stored, this.#now)

  /** One note for all pods of a node. */
  #scheduledTo(node: string): EventNote {
    let note = this.#scheduled.get(node)
    if (note === undefined) {
      const message = `Successfully assigned ${itself} to ${node}`
      note = { type: 'Normal', reason: 'Scheduled', message, action: 'Binding' }
      this.#scheduled.set(node, note)
    }
    return note
  }

  get #now(): string {
    return timeText(this.#state.tick)
  }
}

function unlessGone<T>(write: () => T): T | undefined {
  try {
    return write()
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

function isGone(error: unknown): boolean {
  return isStatus(error, 'NotFound') || isStatus(error, 'Conflict')
}
