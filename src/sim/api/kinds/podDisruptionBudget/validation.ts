/** pkg/apis/policy/validation/validation.go, Kubernetes v1.36. */
import { type FieldError, invalid } from '../../fieldError.ts'
import { percentErrors } from '../../names.ts'
import type { IntOrString, PodDisruptionBudget, PodDisruptionBudgetSpec } from '../../types/index.ts'
import { complaints, validateNonNegative, validateOptionalChoice } from '../../validation/fields.ts'
import { validateLabelSelector } from '../../validation/labels.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const
const policies = ['AlwaysAllow', 'IfHealthyBudget']

export function validateBudget({ metadata, spec }: PodDisruptionBudget): readonly FieldError[] {
  return [...validateObjectMeta(identity, metadata), ...validateSpec(spec)]
}

export function validateBudgetUpdate(
  budget: PodDisruptionBudget,
  old: PodDisruptionBudget,
): readonly FieldError[] {
  return [...validateObjectMetaUpdate(budget.metadata, old.metadata), ...validateBudget(budget)]
}

function validateSpec(spec: PodDisruptionBudgetSpec): readonly FieldError[] {
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy } = spec
  const both = minAvailable !== undefined && maxUnavailable !== undefined
  const why = 'minAvailable and maxUnavailable cannot be both set'
  return [
    ...(both ? [invalid('spec', goSpec(spec), why)] : []),
    ...validateShare(minAvailable, 'spec.minAvailable'),
    ...validateShare(maxUnavailable, 'spec.maxUnavailable'),
    ...validateOptionalChoice(unhealthyPodEvictionPolicy, policies, 'spec.unhealthyPodEvictionPolicy'),
    ...validateLabelSelector(selector, 'spec.selector'),
  ]
}

/** As the server's own type prints. */
function goSpec(spec: PodDisruptionBudgetSpec): object {
  return {
    MinAvailable: spec.minAvailable ?? null,
    Selector: spec.selector ?? null,
    MaxUnavailable: spec.maxUnavailable ?? null,
    UnhealthyPodEvictionPolicy: spec.unhealthyPodEvictionPolicy ?? null,
  }
}

/** A count that is not negative, or a percentage up to the whole. */
function validateShare(share: IntOrString | undefined, field: string): readonly FieldError[] {
  if (share === undefined) return []
  if (typeof share === 'number') return validateNonNegative(share, field)
  const wrong = percentErrors(share)
  if (wrong.length > 0) return complaints(field, share, wrong)
  return Number(share.slice(0, -1)) <= 100 ? [] : [invalid(field, share, 'must not be greater than 100%')]
}
