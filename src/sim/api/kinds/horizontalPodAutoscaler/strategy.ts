/** pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'

export function prepareAutoscaler(autoscaler: Draft): void {
  autoscaler.status = { desiredReplicas: 0, currentMetrics: null }
}
