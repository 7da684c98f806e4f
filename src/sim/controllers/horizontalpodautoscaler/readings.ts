/** What the metrics APIs say of pods, as one number each (metrics/client.go, Kubernetes v1.36). */
import type { ContainerMetrics, MetricValue, PodMetrics } from '../../apiserver/metricsApi.ts'
import { ticksPerSecond, unixSeconds } from '../../core/clock.ts'
import type { Reading, Readings } from './podGroups.ts'
import type { Measured } from './requests.ts'
import { Unmeasurable } from './unmeasurable.ts'

/** By the pods' names. */
export function resourceReadings(metrics: readonly PodMetrics[], measured: Measured): Readings {
  if (metrics.length === 0) throw new Unmeasurable('no metrics returned from resource metrics API')
  const readings = new Map<string, Reading>()
  for (const pod of metrics) readings.set(pod.name, resourceReading(pod, measured))
  return readings
}

export function customReadings(values: readonly MetricValue[]): Readings {
  if (values.length === 0) throw new Unmeasurable('no metrics returned from custom metrics API')
  return new Map(values.map((value) => [value.name, { ...timesOf(value), valueMilli: value.valueMillis }]))
}

function resourceReading(pod: PodMetrics, { resource, container }: Measured): Reading {
  const counted = container === undefined ? pod.containers : [containerOf(pod, container)]
  let valueMilli = 0
  for (const one of counted) valueMilli += usageOf(one, resource)
  const { takenAt, windowSeconds } = timesOf(pod)
  return { valueMilli, takenAt, windowSeconds }
}

function containerOf({ namespace, name, containers }: PodMetrics, wanted: string): ContainerMetrics {
  const found = containers.find((container) => container.name === wanted)
  if (found !== undefined) return found
  const why = `container ${wanted} not present in metrics for pod ${namespace}/${name}`
  throw new Unmeasurable(`failed to get container metrics: ${why}`)
}

const nanosPerMilli = 1_000_000

/** Thousandths, rounded up. */
function usageOf({ cpuNanos, memoryBytes }: ContainerMetrics, resource: string): number {
  return resource === 'cpu' ? Math.ceil(cpuNanos / nanosPerMilli) : memoryBytes * 1000
}

function timesOf({ timestamp, window }: Pick<MetricValue, 'timestamp' | 'window'>) {
  return { takenAt: unixSeconds(timestamp), windowSeconds: window / ticksPerSecond }
}
