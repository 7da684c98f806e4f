/** Asks the metrics APIs, and words it when they don't answer (metrics/client.go, Kubernetes v1.36). */
import { StatusError } from '../../api/status.ts'
import type { CrossVersionObjectReference, LabelSelector, Pod } from '../../api/types/index.ts'
import type { MetricSource, PodMetrics } from '../../apiserver/metricsApi.ts'
import type { Readings } from './podGroups.ts'
import { customReadings, resourceReadings } from './readings.ts'
import type { Measured } from './requests.ts'
import { Unmeasurable } from './unmeasurable.ts'

export interface MetricsClient {
  readonly source: MetricSource | undefined
  readonly namespace: string
}

type Api = 'resource' | 'custom' | 'external'

const absent: Readonly<Record<Api, (metric: string) => string>> = {
  resource: () => 'the server could not find the requested resource (get pods.metrics.k8s.io)',
  custom: () => 'no custom metrics API (custom.metrics.k8s.io) registered',
  external: (metric) =>
    `the server could not find the requested resource (get ${metric}.external.metrics.k8s.io)`,
}

export function resourceMetric(client: MetricsClient, pods: readonly Pod[], measured: Measured): Readings {
  const metrics: PodMetrics[] = []
  ask(client, 'resource', '', (source) => {
    for (const { metadata } of pods) {
      const one = source.pod(client.namespace, metadata.name)
      if (one !== undefined) metrics.push(one)
    }
  })
  return resourceReadings(metrics, measured)
}

export function podsMetric(client: MetricsClient, pods: readonly Pod[], metric: string): Readings {
  const names = pods.map(({ metadata }) => metadata.name)
  return customReadings(
    ask(client, 'custom', metric, (source) => source.ofPods(client.namespace, metric, names)),
  )
}

/** Thousandths. */
export function objectMetric(
  client: MetricsClient,
  { kind, name }: CrossVersionObjectReference,
  metric: string,
): number {
  const value = ask(client, 'custom', metric, (source) =>
    source.ofObject(client.namespace, kind, name, metric),
  )
  if (value !== undefined) return value.valueMillis
  const why = `the server could not find the metric ${metric} for ${kind.toLowerCase()}s ${name}`
  throw unfetched('custom', why)
}

/** Thousandths: the sum of all series that match. */
export function externalMetric(
  client: MetricsClient,
  metric: string,
  selector: LabelSelector | undefined,
): number {
  const values = ask(client, 'external', metric, (source) =>
    source.external(client.namespace, metric, selector),
  )
  if (values.length === 0) throw new Unmeasurable('no metrics returned from external metrics API')
  return values.reduce((sum, { valueMillis }) => sum + valueMillis, 0)
}

function ask<T>(
  { source }: MetricsClient,
  api: Api,
  metric: string,
  question: (source: MetricSource) => T,
): T {
  if (source === undefined) throw unfetched(api, absent[api](metric))
  try {
    return question(source)
  } catch (error) {
    if (error instanceof StatusError) throw unfetched(api, error.message)
    throw error
  }
}

function unfetched(api: Api, why: string): Unmeasurable {
  return new Unmeasurable(`unable to fetch metrics from ${api} metrics API: ${why}`)
}
