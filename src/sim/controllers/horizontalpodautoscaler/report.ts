/** What one look tells: conditions, counts and events, written in one status at its end (horizontal.go, Kubernetes v1.36). */
import { HorizontalPodAutoscalers } from '../../api/kinds/horizontalPodAutoscaler/index.ts'
import { StatusError } from '../../api/status.ts'
import type {
  ConditionStatus,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerCondition,
  HorizontalPodAutoscalerStatus,
  MetricStatus,
} from '../../api/types/index.ts'
import { timeText } from '../../core/clock.ts'
import { equalValues } from '../../core/frozen.ts'
import type { Context } from './memory.ts'

type Condition = HorizontalPodAutoscalerCondition

export class Report {
  readonly #context: Context
  readonly #autoscaler: HorizontalPodAutoscaler
  #status: HorizontalPodAutoscalerStatus

  constructor(context: Context, autoscaler: HorizontalPodAutoscaler) {
    this.#context = context
    this.#autoscaler = autoscaler
    this.#status = autoscaler.status
  }

  condition(type: Condition['type'], status: ConditionStatus, reason: string, message: string): void {
    const conditions = this.#status.conditions ?? []
    const at = conditions.findIndex((one) => one.type === type)
    const before = conditions[at]
    const lastTransitionTime =
      before?.status === status && before.lastTransitionTime !== undefined
        ? before.lastTransitionTime
        : timeText(this.#context.tick)
    const made = { type, status, lastTransitionTime, reason, message }
    const next = at < 0 ? [...conditions, made] : conditions.with(at, made)
    this.#status = { ...this.#status, conditions: next }
  }

  warn(reason: string, message: string): void {
    this.#context.client.event(this.#autoscaler, { type: 'Warning', reason, message })
  }

  tell(reason: string, message: string): void {
    this.#context.client.event(this.#autoscaler, { type: 'Normal', reason, message })
  }

  /** `desired` absent: as it was. */
  counts(
    current: number,
    metrics: readonly MetricStatus[] | null,
    desired?: number,
    isRescaled = false,
  ): void {
    const { lastScaleTime, desiredReplicas, conditions } = this.#status
    const scaledAt = isRescaled ? timeText(this.#context.tick) : lastScaleTime
    this.#status = {
      ...(current === 0 ? {} : { currentReplicas: current }),
      desiredReplicas: desired ?? desiredReplicas,
      currentMetrics: metrics,
      ...(conditions === undefined ? {} : { conditions }),
      ...(scaledAt === undefined ? {} : { lastScaleTime: scaledAt }),
    }
  }

  /** Only what is new is written. Who changed the autoscaler meanwhile makes this report too late: the next one counts. */
  write(): void {
    if (equalValues(this.#status, this.#autoscaler.status)) return
    try {
      this.#context.client.updateStatus(HorizontalPodAutoscalers, this.#autoscaler, this.#status)
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
    }
  }
}
