/** pkg/apis/autoscaling/v2/defaults.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'
import type { ScalingRules } from '../../types/index.ts'

/** Percent of the request: the target where no metric is given. */
const defaultCpuUtilization = 80

export const scaleUpDefaults: ScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
}

/** The window is the controller's to say (--horizontal-pod-autoscaler-downscale-stabilization). */
export const scaleDownDefaults: ScalingRules = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
}

export function setAutoscalerDefaults(autoscaler: Draft): void {
  autoscaler.spec ??= {}
  const { spec } = autoscaler
  spec.minReplicas ??= 1
  if ((spec.metrics ?? []).length === 0) spec.metrics = [cpuUtilization(defaultCpuUtilization)]
  defaultBehavior(spec.behavior)
}

export function cpuUtilization(percent: number): Draft {
  const target = { type: 'Utilization', averageUtilization: percent }
  return { type: 'Resource', resource: { name: 'cpu', target } }
}

/** Rules for one direction bring those for the other. */
function defaultBehavior(behavior: Draft): void {
  if (behavior?.scaleUp === undefined && behavior?.scaleDown === undefined) return
  behavior.scaleUp = completed(behavior.scaleUp, scaleUpDefaults)
  behavior.scaleDown = completed(behavior.scaleDown, scaleDownDefaults)
}

/** A list of policies replaces the default one as a whole. */
function completed(rules: Draft, defaults: ScalingRules): Draft {
  const given = Object.entries(rules ?? {}).filter(([, value]) => value !== undefined && value !== null)
  return { ...defaults, ...Object.fromEntries(given) }
}
