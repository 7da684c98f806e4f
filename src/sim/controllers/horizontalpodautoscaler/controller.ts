/**
 * Gives workloads as many pods as their metrics ask for. Models pkg/controller/podautoscaler of Kubernetes v1.36; where
 * it deviates is listed in fidelity.ts.
 */
import { HorizontalPodAutoscalers } from '../../api/kinds/horizontalPodAutoscaler/index.ts'
import { StatusError } from '../../api/status.ts'
import type { HorizontalPodAutoscaler } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type Controller, type HandlerContext, itself, type Outcome } from '../../client/controller.ts'
import { look } from './look.ts'
import { type Context, endCounting, forget, freshMemory, type Memory, note } from './memory.ts'
import { Report } from './report.ts'
import { type Scale, scaleOf } from './scale.ts'

export const horizontalPodAutoscaler: Controller<Memory> = {
  name: 'horizontal-pod-autoscaler',
  watches: [{ resource: HorizontalPodAutoscalers, parts: 0, enqueue: autoscalerChanged }],
  memory: freshMemory,

  reconcile(context, key): Outcome {
    const { memory, lister, tick } = context
    const goesOn = memory.counting?.has(key) === true
    // A timer that an earlier process set.
    if (!goesOn && tick < (memory.due.get(key) ?? 0)) return
    memory.due.delete(key)
    const autoscaler = lister(HorizontalPodAutoscalers).byKey(key)
    if (autoscaler === undefined) return forget(memory, key)
    comeAgain(context, key)
    const report = new Report(context, autoscaler)
    const scale = scaleFor(context, key, autoscaler, report)
    const outcome = scale && look(context, key, autoscaler, scale, report)
    if (outcome !== 'held') endCounting(memory, key)
    return outcome
  },
}

/** Each is looked at once a period, whatever happens to it; the first time a period after it was made. */
function autoscalerChanged(change: Change, context: HandlerContext<Memory>): readonly string[] {
  const { memory } = context
  const key = itself(change)[0] as string
  if (change.after === undefined) memory.selectors.delete(key)
  else {
    if (!memory.selectors.has(key)) memory.selectors.set(key, null)
    if (!memory.due.has(key)) comeAgain(context, key)
  }
  return []
}

function comeAgain({ memory, engine, tick, enqueueAfter }: HandlerContext<Memory>, key: string): void {
  const period = engine.profile.autoscalerSyncPeriod
  memory.due.set(key, tick + period)
  enqueueAfter(key, period)
}

/** Undefined where there is nothing to scale; that has been told then. */
function scaleFor(
  context: Context,
  key: string,
  { metadata, spec }: HorizontalPodAutoscaler,
  report: Report,
): Scale | undefined {
  try {
    const scale = scaleOf(context.client, spec.scaleTargetRef, metadata.namespace ?? '')
    const message = "the HPA controller was able to get the target's current scale"
    report.condition('AbleToScale', 'True', 'SucceededGetScale', message)
    return scale
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    const { message } = error
    const told = `the HPA controller was unable to get the target's current scale: ${message}`
    report.warn('FailedGetScale', message)
    report.condition('AbleToScale', 'False', 'FailedGetScale', told)
    report.write()
    const { minReplicas: min = 1, maxReplicas: max } = spec
    note(context.memory, key, {
      tick: context.tick,
      outcome: 'no-target',
      min,
      max,
      metrics: [],
      error: message,
    })
    return undefined
  }
}
