/** pkg/apis/autoscaling/validation/validation.go, Kubernetes v1.36. */
import { type FieldError, invalid, required } from '../../fieldError.ts'
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec } from '../../types/index.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'
import { validateBehavior } from './validateBehavior.ts'
import { validateMetrics } from './validateMetrics.ts'
import { validateReference } from './validateReference.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const

export function validateAutoscaler({ metadata, spec }: HorizontalPodAutoscaler): readonly FieldError[] {
  return [...validateObjectMeta(identity, metadata), ...validateSpec(spec, 1)]
}

/** A lower bound of 0 that is already there may stay. */
export function validateAutoscalerUpdate(
  { metadata, spec }: HorizontalPodAutoscaler,
  old: HorizontalPodAutoscaler,
): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(metadata, old.metadata),
    ...validateSpec(spec, old.spec.minReplicas === 0 ? 0 : 1),
  ]
}

function validateSpec(spec: HorizontalPodAutoscalerSpec, leastReplicas: number): readonly FieldError[] {
  return [
    ...validateBounds(spec, leastReplicas),
    ...validateReference(spec.scaleTargetRef, 'spec.scaleTargetRef'),
    ...validateMetrics(spec),
    ...validateBehavior(spec.behavior, 'spec.behavior'),
  ]
}

function validateBounds(
  { minReplicas = 1, maxReplicas = 0 }: HorizontalPodAutoscalerSpec,
  leastReplicas: number,
): readonly FieldError[] {
  const errors: FieldError[] = []
  if (minReplicas < leastReplicas)
    errors.push(invalid('spec.minReplicas', minReplicas, `must be greater than or equal to ${leastReplicas}`))
  if (maxReplicas === 0) errors.push(required('spec.maxReplicas', 'must be set and greater than 0'))
  else if (maxReplicas < 0) errors.push(invalid('spec.maxReplicas', maxReplicas, 'must be greater than 0'))
  if (maxReplicas < minReplicas)
    errors.push(invalid('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`'))
  return errors
}
