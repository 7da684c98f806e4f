import { type FieldError, invalid, notSupported, required } from '../../fieldError.ts'
import { compareQuantities } from '../../quantity.ts'
import type { ScalingBehavior, ScalingPolicy, ScalingRules } from '../../types/index.ts'

const longestWindowSeconds = 3600
const longestPeriodSeconds = 1800
const selections = ['Disabled', 'Max', 'Min']
const policyTypes = ['Percent', 'Pods']

export function validateBehavior(
  behavior: ScalingBehavior | undefined,
  field: string,
): readonly FieldError[] {
  return [
    ...validateRules(behavior?.scaleUp, `${field}.scaleUp`),
    ...validateRules(behavior?.scaleDown, `${field}.scaleDown`),
  ]
}

function validateRules(rules: ScalingRules | undefined, field: string): readonly FieldError[] {
  if (rules === undefined) return []
  const { stabilizationWindowSeconds: window = 0, selectPolicy = 'Max', policies = [], tolerance } = rules
  const errors: FieldError[] = []
  const at = `${field}.stabilizationWindowSeconds`
  if (window < 0) errors.push(invalid(at, window, 'must be greater than or equal to zero'))
  if (window > longestWindowSeconds)
    errors.push(invalid(at, window, `must be less than or equal to ${longestWindowSeconds}`))
  if (!selections.includes(selectPolicy))
    errors.push(notSupported(`${field}.selectPolicy`, selectPolicy, selections))
  if (policies.length === 0) errors.push(required(`${field}.policies`, 'must specify at least one Policy'))
  errors.push(...policies.flatMap((policy, i) => validatePolicy(policy, `${field}.policies[${i}]`)))
  if (tolerance !== undefined && compareQuantities(tolerance, '0') < 0)
    errors.push(invalid(`${field}.tolerance`, tolerance, 'must be greater than or equal to 0'))
  return errors
}

function validatePolicy({ type, value, periodSeconds }: ScalingPolicy, field: string): readonly FieldError[] {
  const errors: FieldError[] = []
  if (!policyTypes.includes(type)) errors.push(notSupported(`${field}.type`, type, policyTypes))
  if (value <= 0) errors.push(invalid(`${field}.value`, value, 'must be greater than zero'))
  if (periodSeconds <= 0)
    errors.push(invalid(`${field}.periodSeconds`, periodSeconds, 'must be greater than zero'))
  if (periodSeconds > longestPeriodSeconds)
    errors.push(
      invalid(
        `${field}.periodSeconds`,
        periodSeconds,
        `must be less than or equal to ${longestPeriodSeconds}`,
      ),
    )
  return errors
}
