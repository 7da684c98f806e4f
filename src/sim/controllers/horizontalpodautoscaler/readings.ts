/** What the metrics APIs say of pods, as one number each (metrics/client.go, Kubernetes v1.36). */
import type { ContainerMetrics, MetricValue, PodMetrics } from '../../apiserver/metricsApi.ts'
import { ticksPerSecond, unixSeconds } from '../../core/clock.ts'
import type { Reading } from './podGroups.ts'
import type { Measured } from './requests.ts'
import { Unmeasurable } from './unmeasurable.ts'

export function resourceReading(pod: PodMetrics, { resource, container }: Measured): Reading {
  const counted = container === undefined ? pod.containers : [containerOf(pod, container)]
  let valueMilli = 0
  for (const one of counted) valueMilli += usageOf(one, resource)
  return readingOf(pod, valueMilli)
}

export function customReading(value: MetricValue): Reading {
  return readingOf(value, value.valueMillis)
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

function readingOf({ timestamp, window }: Pick<MetricValue, 'timestamp' | 'window'>, valueMilli: number) {
  return { valueMilli, takenAt: unixSeconds(timestamp), windowSeconds: window / ticksPerSecond }
}
