/** What came of a pod that no node takes: kept as long as the cluster stays as it is, since pods of one spec fare alike. */
import type { PodSpec } from '../api/types/index.ts'
import { fitErrorText, noNodesAvailable, rejectionText, unschedulableText } from './framework/fitError.ts'
import type { Cycle } from './framework/plugin.ts'
import type { Filtering } from './framework/runFilters.ts'
import type { Candidate } from './preemption/pickOneNode.ts'
import { type Preemption, preempt } from './preemption/preempt.ts'

export interface Verdict {
  /** The plugins that refused it. */
  readonly refusedBy: readonly string[]
  readonly text: string
  /** The node on which others make way for it. */
  readonly candidate: Candidate | undefined
}

/** `offset`: where among the nodes preemption begins to look. */
export function judge(cycle: Cycle, filtering: Filtering, offset: number): Verdict {
  const { rejection } = filtering
  const { length } = cycle.snapshot.nodes
  if (length > 0 && rejection !== undefined) {
    const text = rejectionText(rejection.status, length)
    return { refusedBy: [rejection.plugin], text, candidate: undefined }
  }
  const refusals = [...filtering.refusals.values()]
  const refusedBy = [...new Set(refusals.map(({ plugin }) => plugin))]
  if (length === 0) return { refusedBy, text: noNodesAvailable, candidate: undefined }
  const preemption = preempt(cycle, filtering, [], offset)
  return { refusedBy, text: textOf(cycle, filtering, preemption), candidate: preemption.candidate }
}

function textOf({ snapshot }: Cycle, { refusals }: Filtering, { text }: Preemption): string {
  const statuses = [...refusals.values()].map(({ status }) => status)
  return unschedulableText(fitErrorText(statuses, snapshot.nodes.length), text)
}

export class Verdicts {
  readonly #bySpec = new Map<PodSpec, Verdict>()
  #epoch = -1

  /** `epoch`: the state of the cluster. */
  of(spec: PodSpec, epoch: number): Verdict | undefined {
    if (epoch !== this.#epoch) this.#bySpec.clear()
    this.#epoch = epoch
    return this.#bySpec.get(spec)
  }

  /** Under the epoch last asked for. A verdict that makes pods go is good for one pod only. */
  note(spec: PodSpec, verdict: Verdict): void {
    if (verdict.candidate === undefined) this.#bySpec.set(spec, verdict)
  }
}
