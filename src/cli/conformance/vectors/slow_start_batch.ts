import { slowStart } from '../../../sim/controllers/replicaset/slowStart.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: { readonly count: number; readonly initialBatchSize: number; readonly callLimit: number }
  readonly expected: { readonly calls: number; readonly successes: number; readonly error: boolean }
}

/** Calls beyond the limit fail. */
export default function run({ input, expected }: Case): Verdict {
  const call = (index: number) => {
    if (index >= input.callLimit) throw new Error('beyond the limit')
  }
  const result = slowStart(input.count, call, input.initialBatchSize)
  return compare({ ...result, error: result.error !== undefined }, expected)
}
