/**
 * metrics.k8s.io, custom.metrics.k8s.io and external.metrics.k8s.io: aggregated APIs. What they answer lives in the memory
 * of the adapter behind them, not in etcd. An adapter is put into `ApiServer.metrics`; without one the APIs are not there.
 *
 * Shapes: staging/src/k8s.io/metrics/pkg/apis/{metrics,custom_metrics,external_metrics} of Kubernetes v1.36.
 */
import type { LabelSelector } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'

/** Usage of one container: a mean over the window for CPU, the last reading for memory. */
export interface ContainerMetrics {
  readonly name: string
  /** Nanocores: 1e9 is one core. */
  readonly cpuNanos: number
  readonly memoryBytes: number
}

export interface PodMetrics {
  readonly namespace: string
  readonly name: string
  /** When the window ended, and how long it was. */
  readonly timestamp: Tick
  readonly window: Tick
  readonly containers: readonly ContainerMetrics[]
}

export interface NodeMetrics {
  readonly name: string
  readonly timestamp: Tick
  readonly window: Tick
  readonly cpuNanos: number
  readonly memoryBytes: number
}

/** A value of a custom or external metric, in thousandths. */
export interface MetricValue {
  /** The pod's or object's name; '' for an external metric. */
  readonly name: string
  readonly timestamp: Tick
  readonly window: Tick
  readonly valueMillis: number
}

/** What stands behind the three APIs. Undefined from a method: that API is not served. */
export interface MetricSource {
  /** Undefined: no sample of this pod (yet). */
  pod(namespace: string, name: string): PodMetrics | undefined
  node(name: string): NodeMetrics | undefined
  /** custom.metrics.k8s.io, of one pod; undefined: it has no value (yet). */
  ofPod(namespace: string, metric: string, pod: string): MetricValue | undefined
  /** custom.metrics.k8s.io, of one object. */
  ofObject(namespace: string, kind: string, name: string, metric: string): MetricValue | undefined
  /** external.metrics.k8s.io */
  external(namespace: string, metric: string, selector: LabelSelector | undefined): readonly MetricValue[]
}
