/** The parts of a metric, whichever its source. */
import type {
  MetricSourceType,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  MetricValueStatus,
} from '../../types/index.ts'

/** The field that holds what a type of source needs. */
export const sourceFields = {
  Object: 'object',
  External: 'external',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
} as const satisfies Readonly<Record<MetricSourceType, keyof MetricSpec>>

/** Undefined where the type is not known, or its source is missing. */
export function targetOf(spec: MetricSpec): MetricTarget | undefined {
  return spec[sourceFields[spec.type]]?.target
}

/** The value last reported for a metric; undefined where it could not be had. */
export function currentOf(spec: MetricSpec, status: MetricStatus | undefined): MetricValueStatus | undefined {
  return status?.[sourceFields[spec.type]]?.current
}
