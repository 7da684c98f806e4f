/**
 * Creating many pods carefully: 1, then 2, 4, 8 … as long as nothing fails, so that a set whose pods are all refused
 * asks once and not a thousand times (slowStartBatch in pkg/controller/replicaset/replica_set.go, Kubernetes v1.36).
 */

export interface SlowStartResult {
  readonly calls: number
  readonly successes: number
  /** The first error; undefined when all went well. */
  readonly error: unknown
}

export const firstBatchSize = 1

/** `last` is the size of the batch before, 0 at the start. */
export function nextBatchSize(last: number, remaining: number, first = firstBatchSize): number {
  return Math.min(remaining, last === 0 ? first : 2 * last)
}

/** Makes `count` calls in growing batches; a batch in which any call fails is the last. `call` fails by throwing. */
export function slowStart(
  count: number,
  call: (index: number) => void,
  first = firstBatchSize,
): SlowStartResult {
  let calls = 0
  let successes = 0
  for (let size = nextBatchSize(0, count, first); size > 0; size = nextBatchSize(size, count - calls)) {
    const errors = runBatch(calls, size, call)
    calls += size
    successes += size - errors.length
    if (errors.length > 0) return { calls, successes, error: errors[0] }
  }
  return { calls, successes, error: undefined }
}

function runBatch(start: number, size: number, call: (index: number) => void): readonly unknown[] {
  const errors: unknown[] = []
  for (let index = start; index < start + size; index++) {
    try {
      call(index)
    } catch (error) {
      errors.push(error)
    }
  }
  return errors
}
