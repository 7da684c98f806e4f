/** What the horizontal-pod-autoscaler decided about an autoscaler, newest last. */
import type { ControllerRunner } from '../client/controllerRunner.ts'
import { horizontalPodAutoscaler } from '../controllers/horizontalpodautoscaler/controller.ts'
import type { Decision } from '../controllers/horizontalpodautoscaler/decision.ts'
import { decisionsOf } from '../controllers/horizontalpodautoscaler/decisions.ts'
import type { Memory } from '../controllers/horizontalpodautoscaler/memory.ts'
import type { Simulation } from './simulation.ts'

export type {
  Decision as ScalingDecision,
  MetricFinding,
  Outcome as ScalingOutcome,
} from '../controllers/horizontalpodautoscaler/decision.ts'

/** At most a hundred. The list is the same while nothing was added. */
export function scalingDecisions(
  { components }: Simulation,
  namespace: string,
  name: string,
): readonly Decision[] {
  const runner = components.all.find((component) => component.name === horizontalPodAutoscaler.name)
  return decisionsOf((runner as unknown as ControllerRunner<Memory>).memory, `${namespace}/${name}`)
}
