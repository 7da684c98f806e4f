/** Asks the metrics APIs, and words it when they don't answer (metrics/client.go, Kubernetes v1.36). */
import { StatusError } from '../../api/status.ts'
import type { CrossVersionObjectReference, LabelSelector, Pod } from '../../api/types/index.ts'
import type { MetricSource } from '../../apiserver/metricsApi.ts'
import type { Reading } from './podGroups.ts'
import { customReading, resourceReading } from './readings.ts'
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

/** What one pod was measured at; undefined: nothing is known of it. */
export type PodReader = (pod: Pod) => Reading | undefined

export function resourceReader(client: MetricsClient, measured: Measured): PodReader {
  const { source, namespace } = serving(client, 'resource', '')
  return ({ metadata }) => {
    const metrics = answered('resource', () => source.pod(namespace, metadata.name))
    return metrics && resourceReading(metrics, measured)
  }
}

export function customReader(client: MetricsClient, metric: string): PodReader {
  const { source, namespace } = serving(client, 'custom', metric)
  return ({ metadata }) => {
    const value = answered('custom', () => source.ofPod(namespace, metric, metadata.name))
    return value && customReading(value)
  }
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

function ask<T>(client: MetricsClient, api: Api, metric: string, question: (source: MetricSource) => T): T {
  const { source } = serving(client, api, metric)
  return answered(api, () => question(source))
}

function serving({ source, namespace }: MetricsClient, api: Api, metric: string) {
  if (source === undefined) throw unfetched(api, absent[api](metric))
  return { source, namespace }
}

/** A refusal of the API, in the controller's words. */
function answered<T>(api: Api, question: () => T): T {
  try {
    return question()
  } catch (error) {
    if (error instanceof StatusError) throw unfetched(api, error.message)
    throw error
  }
}

function unfetched(api: Api, why: string): Unmeasurable {
  return new Unmeasurable(`unable to fetch metrics from ${api} metrics API: ${why}`)
}
