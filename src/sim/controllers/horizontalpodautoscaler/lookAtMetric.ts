/** One metric of an autoscaler: what it is now, and how many pods it asks for (horizontal.go, Kubernetes v1.36). */
import { currentOf, targetOf } from '../../api/kinds/horizontalPodAutoscaler/metrics.ts'
import { toMilli } from '../../api/quantity.ts'
import type { MetricSpec, MetricStatus, MetricTarget, MetricValueStatus } from '../../api/types/index.ts'
import type { MetricFinding } from './decision.ts'
import { goSelector, milliText } from './goText.ts'
import { externalMetric, type MetricsClient, objectMetric } from './metricsClient.ts'
import { proposeFromMetrics, requireMetrics, requireReady } from './podMetrics.ts'
import { measureOf } from './podQuestions.ts'
import type { PodTally } from './podTally.ts'
import { type Proposal, proposeForShare, proposeForValue } from './proposal.ts'
import type { Tolerances } from './tolerance.ts'
import { Unmeasurable, within } from './unmeasurable.ts'

/** `tally`: what was found of the pods for this metric. */
export interface Scene {
  /** What its scale asks for now. */
  readonly current: number
  readonly statusReplicas: number
  readonly tolerances: Tolerances
  readonly client: MetricsClient
  readonly tally: PodTally
}

export interface Found {
  readonly finding: MetricFinding
  readonly status: MetricStatus
  /** "cpu resource utilization (percentage of request)" */
  readonly description: string
  readonly replicas: number
}

/** Why a metric could not be had: as its event tells, and as the error tells that names it. */
export interface Lacking {
  readonly finding: MetricFinding
  readonly reason: string
  readonly message: string
  readonly error: string
}

export function lookAtMetric(metric: MetricSpec, scene: Scene): Found | Lacking {
  const description = descriptionOf(metric)
  const plain = { type: metric.type, metric: description, target: targetText(metric) }
  try {
    const looked = lookers[metric.type](metric as Required<MetricSpec>, scene)
    const current = currentOf(metric, looked.status) as MetricValueStatus
    return { ...looked, description, finding: { ...plain, ...numbersOf(looked, current) } }
  } catch (error) {
    if (!(error instanceof Unmeasurable)) throw error
    const { message } = error
    return { finding: { ...plain, error: message }, ...lacking(metric, message) }
  }
}

interface Looked {
  readonly replicas: number
  readonly status: MetricStatus
  readonly proposal: Proposal
  /** Where every pod had its part in the proposal. */
  readonly tally?: PodTally
}

type Looker = (metric: Required<MetricSpec>, scene: Scene) => Looked

const lookers: Readonly<Record<MetricSpec['type'], Looker>> = {
  Resource({ resource: { name, target } }, scene) {
    const { proposal, current } = lookAtUsage(name, target, scene)
    const status: MetricStatus = { type: 'Resource', resource: { name, current } }
    return { ...looked(proposal, status), tally: scene.tally }
  },
  ContainerResource({ containerResource: { name, container, target } }, scene) {
    const { proposal, current } = lookAtUsage(name, target, scene)
    const status: MetricStatus = {
      type: 'ContainerResource',
      containerResource: { name, container, current },
    }
    return { ...looked(proposal, status), tally: scene.tally }
  },
  Pods({ pods: { metric, target } }, scene) {
    within(`unable to get metric ${metric.name}`, () => requireMetrics(scene.tally, 'custom'))
    const proposal = proposeFor(target, scene)
    const current = { averageValue: milliText(proposal.averageMilli) }
    return { ...looked(proposal, { type: 'Pods', pods: { metric, current } }), tally: scene.tally }
  },
  Object({ object: { describedObject, metric, target } }, scene) {
    const value = objectValue(scene, describedObject, metric.name)
    const { proposal, current } = lookAtValue(value, target, target.type === 'AverageValue', scene)
    return looked(proposal, { type: 'Object', object: { describedObject, metric, current } })
  },
  External({ external: { metric, target } }, scene) {
    const { namespace } = scene.client
    const full = `${namespace}/${metric.name}/${goSelector(metric.selector)}`
    const value = within(`unable to get external metric ${full}`, () =>
      externalMetric(scene.client, metric.name, metric.selector),
    )
    const { proposal, current } = lookAtValue(value, target, target.averageValue !== undefined, scene)
    return looked(proposal, { type: 'External', external: { metric, current } })
  },
}

function looked(proposal: Proposal, status: MetricStatus): Looked {
  return { replicas: proposal.replicas, status, proposal }
}

function lookAtUsage(resource: string, target: MetricTarget, scene: Scene) {
  const what = target.averageValue === undefined ? 'utilization' : 'usage'
  return within(`failed to get ${resource} ${what}`, () => {
    within(`unable to get metrics for resource ${resource}`, () => requireMetrics(scene.tally, 'resource'))
    const proposal = proposeFor(target, scene)
    const { averageMilli, utilization } = proposal
    const percent = utilization === undefined ? {} : { averageUtilization: utilization }
    return { proposal, current: { ...percent, averageValue: milliText(averageMilli) } }
  })
}

function proposeFor(target: MetricTarget, { current, tally, tolerances }: Scene): Proposal {
  return proposeFromMetrics(current, tally, tolerances, measureOf(target))
}

function objectValue(
  { client }: Scene,
  described: NonNullable<MetricSpec['object']>['describedObject'],
  metric: string,
): number {
  try {
    return objectMetric(client, described, metric)
  } catch (error) {
    if (!(error instanceof Unmeasurable)) throw error
    const where = `${described.kind} ${client.namespace}/${described.name}`
    throw new Unmeasurable(`unable to get metric ${metric}: ${error.message} on ${where}`)
  }
}

function lookAtValue(value: number, target: MetricTarget, isAverage: boolean, scene: Scene) {
  if (isAverage) {
    const share = toMilli(target.averageValue ?? '0')
    const proposal = proposeForShare(scene.statusReplicas, value, share, scene.tolerances)
    return { proposal, current: { averageValue: milliText(proposal.averageMilli) } }
  }
  const whole = toMilli(target.value ?? '0')
  const proposal = proposeForValue(scene.current, value, whole, scene.tolerances, () =>
    requireReady(scene.tally),
  )
  return { proposal, current: { value: milliText(value) } }
}

function descriptionOf({ type, resource, containerResource, pods, object, external }: MetricSpec): string {
  const usage = (target: MetricTarget | undefined) =>
    target?.averageValue === undefined ? ' utilization (percentage of request)' : ''
  switch (type) {
    case 'Resource':
      return `${resource?.name} resource${usage(resource?.target)}`
    case 'ContainerResource': {
      const percentage = usage(containerResource?.target)
      return `${containerResource?.name} ${percentage === '' ? '' : 'container '}resource${percentage}`
    }
    case 'Pods':
      return `pods metric ${pods?.metric.name}`
    case 'Object':
      return object?.target.type === 'AverageValue'
        ? `external metric ${object.metric.name}(${goSelector(object.metric.selector)})`
        : `${object?.describedObject.kind} metric ${object?.metric.name}`
    case 'External':
      return `external metric ${external?.metric.name}(${goSelector(external?.metric.selector)})`
  }
}

function lacking({ type, resource, containerResource, object, external }: MetricSpec, message: string) {
  const told = (reason: string, error: string) => ({ reason, message, error })
  switch (type) {
    case 'Resource':
      return told(
        'FailedGetResourceMetric',
        `failed to get ${resource?.name} resource metric value: ${message}`,
      )
    case 'ContainerResource':
      return told(
        'FailedGetContainerResourceMetric',
        `failed to get ${containerResource?.container} container metric value: ${message}`,
      )
    case 'Pods':
      return told('FailedGetPodsMetric', `failed to get pods metric value: ${message}`)
    case 'Object': {
      const isAverage = object?.target.type === 'AverageValue'
      const inner = isAverage ? `failed to get ${object?.metric.name} object metric: ${message}` : message
      return told('FailedGetObjectMetric', `failed to get object metric value: ${inner}`)
    }
    case 'External': {
      const name = external?.metric.name
      const isAverage = external?.target.averageValue !== undefined
      const inner = isAverage
        ? `failed to get ${name} external metric`
        : `failed to get external metric ${name}`
      return told(
        'FailedGetExternalMetric',
        `failed to get ${name} external metric value: ${inner}: ${message}`,
      )
    }
  }
}

function targetText(metric: MetricSpec): string {
  const { averageUtilization, averageValue, value } = targetOf(metric) ?? {}
  return averageUtilization === undefined ? (averageValue ?? value ?? '') : `${averageUtilization}%`
}

function numbersOf({ proposal, tally }: Looked, current: MetricValueStatus) {
  const { ratio, adjustedRatio, counted, kept, replicas } = proposal
  const { averageUtilization, averageValue, value } = current
  return {
    current: averageUtilization === undefined ? (averageValue ?? value ?? '') : `${averageUtilization}%`,
    ratio,
    counted,
    proposal: replicas,
    ...(adjustedRatio === undefined ? {} : { adjustedRatio }),
    ...(kept === undefined ? {} : { kept }),
    ...(tally === undefined ? {} : { pods: sizesOf(tally) }),
  }
}

function sizesOf({ ready, unready, missing, ignored }: PodTally) {
  return { ready: ready.pods, unready: unready.pods, missing: missing.pods, ignored }
}
