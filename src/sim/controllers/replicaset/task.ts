/**
 * The step a ReplicaSet takes towards its size: so many pods more, or so many fewer. A step may be longer than the
 * API budget of one tick; what is left of it is remembered and goes on next tick, before anything else is decided.
 */
import { Pods } from '../../api/kinds/pod/index.ts'
import { isStatus, StatusError } from '../../api/status.ts'
import type { Pod, ReplicaSet } from '../../api/types/index.ts'
import type { ReconcileContext } from '../../client/controller.ts'
import { creationObserved, deletionObserved, type Expectations } from '../../client/expectations.ts'
import type { Tick } from '../../core/clock.ts'
import { podOf } from './podTemplate.ts'
import { nextBatchSize } from './slowStart.ts'
import type { AllCounts } from './status.ts'
import type { Tallies } from './tally.ts'

export interface Memory {
  readonly expectations: Expectations
  /** Steps under way, by the set's key. */
  readonly tasks: Map<string, Task>
  readonly tallies: Tallies
  /** When pods were counted last, of whatever set. */
  countedAt: Tick
}

interface Step {
  /** The set and its pods as they were when the step began. */
  readonly set: ReplicaSet
  readonly counts: AllCounts
  failure: string | undefined
}

export interface Creation extends Step {
  readonly does: 'create'
  remaining: number
  /** The size of the batch that runs, and how much of it is left. */
  batch: number
  leftInBatch: number
}

export interface Deletion extends Step {
  readonly does: 'delete'
  readonly victims: readonly Pod[]
  next: number
}

export type Task = Creation | Deletion

type Context = ReconcileContext<Memory>

export function creationOf(set: ReplicaSet, counts: AllCounts, count: number): Creation {
  return { does: 'create', set, counts, remaining: count, batch: 0, leftInBatch: 0, failure: undefined }
}

export function deletionOf(set: ReplicaSet, counts: AllCounts, victims: readonly Pod[]): Deletion {
  return { does: 'delete', set, counts, victims, next: 0, failure: undefined }
}

/** Goes on with the step as far as the budget reaches; answers whether it is over. */
export function proceed(context: Context, key: string, task: Task): boolean {
  return task.does === 'create' ? createMore(context, key, task) : deleteMore(context, key, task)
}

/** Batches of 1, 2, 4 … : a batch in which anything failed is the last, and the rest is not waited for. */
function createMore(context: Context, key: string, task: Creation): boolean {
  while (task.remaining > 0) {
    if (task.leftInBatch === 0) {
      if (task.failure !== undefined) break
      task.batch = nextBatchSize(task.batch, task.remaining)
      task.leftInBatch = task.batch
    }
    if (context.client.available <= 0) return false
    createOne(context, key, task)
    task.remaining--
    task.leftInBatch--
  }
  creationObserved(context.memory.expectations, key, task.remaining)
  return true
}

function createOne({ client, engine, memory }: Context, key: string, task: Creation): void {
  try {
    const pod = client.createTrusted(Pods, podOf(engine, task.set), true)
    client.event(task.set, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
      unique: true,
    })
  } catch (error) {
    // In a namespace that is going every creation fails, and that is as it should be.
    if (isNamespaceGoing(error)) return
    const message = messageOf(error)
    creationObserved(memory.expectations, key)
    client.event(task.set, { type: 'Warning', reason: 'FailedCreate', message: `Error creating: ${message}` })
    task.failure ??= message
  }
}

function deleteMore(context: Context, key: string, task: Deletion): boolean {
  for (; task.next < task.victims.length; task.next++) {
    if (context.client.available <= 0) return false
    deleteOne(context, key, task, task.victims[task.next] as Pod)
  }
  return true
}

function deleteOne({ client, memory }: Context, key: string, task: Deletion, pod: Pod): void {
  const { namespace, name } = pod.metadata
  try {
    client.delete(Pods, pod)
    client.event(task.set, { type: 'Normal', reason: 'SuccessfulDelete', message: `Deleted pod: ${name}` })
  } catch (error) {
    deletionObserved(memory.expectations, key, `${namespace}/${name}`)
    if (isStatus(error, 'NotFound')) return
    const message = messageOf(error)
    client.event(task.set, { type: 'Warning', reason: 'FailedDelete', message: `Error deleting: ${message}` })
    task.failure ??= message
  }
}

function isNamespaceGoing(error: unknown): boolean {
  return isStatus(error, 'Forbidden') && error.message.endsWith('because it is being terminated')
}

function messageOf(error: unknown): string {
  if (error instanceof StatusError) return error.message
  throw error
}
