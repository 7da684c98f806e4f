/** Waits for the goals of one object after the other, each told of as it is reached. */
import type { Tick } from '../../../../core/clock.ts'
import { CommandError, throwCollected } from '../../errors.ts'
import { printDone } from '../../mutate.ts'
import type { Named } from '../../resources/select.ts'
import type { Call, Waiting } from '../../verb.ts'
import { deadlineAfter, isPast } from '../../waiting.ts'
import type { Goal } from './goals.ts'

export interface Awaited extends Named {
  /** Absent: whichever object has the name. */
  readonly uid?: string
}

export class GoalWait implements Waiting {
  readonly wakeAt: Tick
  readonly #call: Call
  readonly #goals: readonly Goal[]
  readonly #errors: CommandError[] = []
  #left: readonly Awaited[]

  constructor(call: Call, awaited: readonly Awaited[], goals: readonly Goal[]) {
    this.#call = call
    this.#left = awaited
    this.#goals = goals
    const seconds = call.flags.seconds('timeout')
    this.wakeAt = seconds === 0 ? call.session.engine.state.tick : deadlineAfter(call, seconds)
  }

  poll(): boolean {
    const isLate = isPast(this.#call, this.wakeAt)
    for (;;) {
      const [present, ...rest] = this.#left
      if (present === undefined) break
      if (this.#isReached(present)) this.#tell(present)
      else if (!isLate) return false
      else
        this.#errors.push(
          new CommandError(`timed out waiting for the condition on ${present.kind.plural}/${present.name}`),
        )
      this.#left = rest
    }
    throwCollected(this.#errors)
    return true
  }

  #isReached({ kind, namespace, name, uid }: Awaited): boolean {
    const object = this.#call.api.get(kind, namespace, name)
    const same = uid === undefined || object?.metadata.uid === uid ? object : undefined
    return this.#goals.every((goal) => goal.isMet(same))
  }

  #tell({ kind, name }: Awaited): void {
    const object = {
      apiVersion: '',
      kind: kind.kind,
      metadata: { name, uid: '', resourceVersion: '', creationTimestamp: '' },
    }
    printDone(this.#call, { kind, object }, 'condition met', 'none')
  }
}
