import { type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import { dnsLabelErrors, pathSegmentErrors } from '../../names.ts'
import { compareQuantities } from '../../quantity.ts'
import type {
  HorizontalPodAutoscalerSpec,
  MetricIdentifier,
  MetricSpec,
  MetricTarget,
} from '../../types/index.ts'
import { complaints } from '../../validation/fields.ts'
import { sourceFields } from './metrics.ts'
import { validateReference } from './validateReference.ts'

const targetTypes = ['Utilization', 'Value', 'AverageValue']
const sourceTypes = Object.keys(sourceFields).sort()

type Source<Field extends keyof MetricSpec> = NonNullable<MetricSpec[Field]>

export function validateMetrics({
  metrics = [],
  minReplicas,
}: HorizontalPodAutoscalerSpec): readonly FieldError[] {
  const errors = metrics.flatMap((metric, i) => validateMetric(metric, `spec.metrics[${i}]`))
  const seesNoPods = metrics.some(({ type }) => type === 'Object' || type === 'External')
  if (minReplicas !== 0 || seesNoPods) return errors
  const why = 'must specify at least one Object or External metric to support scaling to zero replicas'
  return [...errors, forbidden('spec.metrics', why)]
}

/** Of several sources only the first is looked into. */
function validateMetric(metric: MetricSpec, field: string): readonly FieldError[] {
  const type: string = metric.type ?? ''
  const present = Object.values(sourceFields).filter((name) => metric[name] !== undefined)
  const wanted = sourceFields[metric.type]
  const [first] = present
  const errors: FieldError[] = []
  if (type === '') errors.push(required(`${field}.type`, 'must specify a metric source type'))
  if (wanted === undefined) errors.push(notSupported(`${field}.type`, type, sourceTypes))
  if (first !== undefined) errors.push(...validateSource(metric, first, `${field}.${first}`))
  if (wanted === undefined) errors.push(notSupported(`${field}.type`, type, sourceTypes))
  else if (metric[wanted] === undefined)
    errors.push(required(`${field}.${wanted}`, 'must populate information for the given metric source'))
  if (present.length === 1) return errors
  const others = present.filter((name) => name !== wanted)
  return [
    ...errors,
    ...others.map((name) => forbidden(`${field}.${name}`, 'must populate the given metric source only')),
  ]
}

function validateSource(
  metric: MetricSpec,
  source: (typeof sourceFields)[keyof typeof sourceFields],
  field: string,
): readonly FieldError[] {
  switch (source) {
    case 'object':
      return validateObjectSource(metric.object as Source<'object'>, field)
    case 'external':
      return validateExternalSource(metric.external as Source<'external'>, field)
    case 'pods':
      return validatePodsSource(metric.pods as Source<'pods'>, field)
    case 'resource':
      return validateResourceSource(metric.resource as Source<'resource'>, field)
    case 'containerResource':
      return validateContainerSource(metric.containerResource as Source<'containerResource'>, field)
  }
}

function validateObjectSource(source: Source<'object'>, field: string): readonly FieldError[] {
  const { value, averageValue } = source.target ?? {}
  return [
    ...validateReference(source.describedObject, `${field}.describedObject`),
    ...validateIdentifier(source.metric, `${field}.metric`),
    ...validateTarget(source.target, `${field}.target`),
    ...(value === undefined && averageValue === undefined
      ? [required(`${field}.target.averageValue`, 'must set either a target value or averageValue')]
      : []),
  ]
}

function validateExternalSource(source: Source<'external'>, field: string): readonly FieldError[] {
  const { value, averageValue } = source.target ?? {}
  const both = 'a target value for metric'
  return [
    ...validateIdentifier(source.metric, `${field}.metric`),
    ...validateTarget(source.target, `${field}.target`),
    ...(value === undefined && averageValue === undefined
      ? [required(`${field}.target.averageValue`, `must set either ${both} or a per-pod target`)]
      : []),
    ...(value !== undefined && averageValue !== undefined
      ? [forbidden(`${field}.target.value`, `may not set both ${both} and a per-pod target`)]
      : []),
  ]
}

function validatePodsSource(source: Source<'pods'>, field: string): readonly FieldError[] {
  return [
    ...validateIdentifier(source.metric, `${field}.metric`),
    ...validateTarget(source.target, `${field}.target`),
    ...(source.target?.averageValue === undefined
      ? [required(`${field}.target.averageValue`, 'must specify a positive target averageValue')]
      : []),
  ]
}

function validateResourceSource({ name, target }: Source<'resource'>, field: string): readonly FieldError[] {
  return [
    ...(name ? [] : [required(`${field}.name`, 'must specify a resource name')]),
    ...validateUsageTarget(target, `${field}.target`),
  ]
}

function validateContainerSource(
  { name, container, target }: Source<'containerResource'>,
  field: string,
): readonly FieldError[] {
  return [
    ...(name ? [] : [required(`${field}.name`, 'must specify a resource name')]),
    ...(container
      ? complaints(`${field}.container`, container, dnsLabelErrors(container))
      : [required(`${field}.container`, 'must specify a container')]),
    ...validateUsageTarget(target, `${field}.target`),
  ]
}

function validateUsageTarget(target: MetricTarget, field: string): readonly FieldError[] {
  const { averageUtilization, averageValue } = target ?? {}
  const both = 'a target raw value'
  return [
    ...validateTarget(target, field),
    ...(averageUtilization === undefined && averageValue === undefined
      ? [required(`${field}.averageUtilization`, `must set either ${both} or a target utilization`)]
      : []),
    ...(averageUtilization !== undefined && averageValue !== undefined
      ? [forbidden(`${field}.averageValue`, `may not set both ${both} and a target utilization`)]
      : []),
  ]
}

function validateTarget(target: MetricTarget | undefined, field: string): readonly FieldError[] {
  const { value, averageValue, averageUtilization } = target ?? {}
  const type: string = target?.type ?? ''
  const errors: FieldError[] = []
  if (type === '') errors.push(required(`${field}.type`, 'must specify a metric target type'))
  if (!targetTypes.includes(type))
    errors.push(invalid(`${field}.type`, type, 'must be either Utilization, Value, or AverageValue'))
  if (value !== undefined && compareQuantities(value, '0') <= 0)
    errors.push(invalid(`${field}.value`, value, 'must be positive'))
  if (averageValue !== undefined && compareQuantities(averageValue, '0') <= 0)
    errors.push(invalid(`${field}.averageValue`, averageValue, 'must be positive'))
  if (averageUtilization !== undefined && averageUtilization < 1)
    errors.push(invalid(`${field}.averageUtilization`, averageUtilization, 'must be greater than 0'))
  return errors
}

function validateIdentifier(metric: MetricIdentifier | undefined, field: string): readonly FieldError[] {
  const name = metric?.name ?? ''
  if (name === '') return [required(`${field}.name`, 'must specify a metric name')]
  return complaints(`${field}.name`, name, pathSegmentErrors(name))
}
