/** Where a pod may and wants to run (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import { dnsLabelErrors, dnsSubdomainErrors, labelValueErrors, qualifiedNameErrors } from '../../names.ts'
import type {
  Affinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  Toleration,
} from '../../types/index.ts'
import { complaints } from '../fields.ts'
import { validateLabelName, validateLabelSelector } from '../labels.ts'

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']
const requiredTerms = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferredTerms = 'preferredDuringSchedulingIgnoredDuringExecution'

export function validateAffinity(affinity: Affinity | undefined, field: string): readonly FieldError[] {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity ?? {}
  const required = nodeAffinity?.[requiredTerms]
  const preferred = nodeAffinity?.[preferredTerms] ?? []
  const preferredField = `${field}.nodeAffinity.${preferredTerms}`
  return [
    ...(required === undefined
      ? []
      : validateNodeSelector(required, `${field}.nodeAffinity.${requiredTerms}`)),
    ...preferred.flatMap((term, i) => [
      ...validateWeight(term.weight ?? 0, `${preferredField}[${i}].weight`),
      ...validateTerm(term.preference ?? {}, false, `${preferredField}[${i}].preference`),
    ]),
    ...validatePodAffinity(podAffinity, `${field}.podAffinity`),
    ...validatePodAffinity(podAntiAffinity, `${field}.podAntiAffinity`),
  ]
}

function validateNodeSelector(selector: NodeSelector, field: string): readonly FieldError[] {
  const terms = selector.nodeSelectorTerms ?? []
  const at = `${field}.nodeSelectorTerms`
  if (terms.length === 0) return [required(at, 'must have at least one node selector term')]
  return terms.flatMap((term, i) => validateTerm(term, true, `${at}[${i}]`))
}

/** `strict`: values must be possible label values; a mere preference may be impossible to meet. */
function validateTerm(term: NodeSelectorTerm, strict: boolean, field: string): readonly FieldError[] {
  const { matchExpressions = [], matchFields = [] } = term
  return [
    ...matchExpressions.flatMap((one, i) =>
      validateLabelNeed(one, strict, `${field}.matchExpressions[${i}]`),
    ),
    ...matchFields.flatMap((one, i) => validateFieldNeed(one, `${field}.matchFields[${i}]`)),
  ]
}

function validateLabelNeed(
  need: NodeSelectorRequirement,
  strict: boolean,
  field: string,
): readonly FieldError[] {
  const values = need.values ?? []
  return [
    ...validateNeedOperator(need.operator, values.length, field),
    ...validateLabelName(need.key ?? '', `${field}.key`),
    ...(strict
      ? values.flatMap((value, i) => complaints(`${field}.values[${i}]`, value, labelValueErrors(value)))
      : []),
  ]
}

function validateNeedOperator(operator: string, count: number, field: string): readonly FieldError[] {
  const values = `${field}.values`
  switch (operator) {
    case 'In':
    case 'NotIn':
      return count > 0 ? [] : [required(values, "must be specified when `operator` is 'In' or 'NotIn'")]
    case 'Exists':
    case 'DoesNotExist':
      if (count === 0) return []
      return [forbidden(values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
    case 'Gt':
    case 'Lt':
      if (count === 1) return []
      return [required(values, "must be specified single value when `operator` is 'Lt' or 'Gt'")]
    default:
      return [invalid(`${field}.operator`, operator ?? '', 'not a valid selector operator')]
  }
}

function validateFieldNeed(need: NodeSelectorRequirement, field: string): readonly FieldError[] {
  const { key = '', operator = '', values = [] } = need
  const errors: FieldError[] = []
  if (operator !== 'In' && operator !== 'NotIn') {
    errors.push(invalid(`${field}.operator`, operator, 'not a valid selector operator'))
  } else if (values.length !== 1) {
    const why = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"
    errors.push(required(`${field}.values`, why))
  }
  if (key !== 'metadata.name') {
    return [...errors, invalid(`${field}.key`, key, 'not a valid field selector key')]
  }
  return [
    ...errors,
    ...values.flatMap((value, i) => complaints(`${field}.values[${i}]`, value, dnsSubdomainErrors(value))),
  ]
}

function validatePodAffinity(affinity: PodAffinity | undefined, field: string): readonly FieldError[] {
  const preferredField = `${field}.${preferredTerms}`
  return [
    ...(affinity?.[requiredTerms] ?? []).flatMap((term, i) =>
      validatePodTerm(term, `${field}.${requiredTerms}[${i}]`),
    ),
    ...(affinity?.[preferredTerms] ?? []).flatMap((term, i) => [
      ...validateWeight(term.weight ?? 0, `${preferredField}[${i}].weight`),
      ...validatePodTerm(term.podAffinityTerm, `${preferredField}[${i}].podAffinityTerm`),
    ]),
  ]
}

function validatePodTerm(term: PodAffinityTerm, field: string): readonly FieldError[] {
  const key = term.topologyKey ?? ''
  return [
    ...validateLabelSelector(term.labelSelector, `${field}.labelSelector`),
    ...validateLabelSelector(term.namespaceSelector, `${field}.namespaceSelector`),
    ...(term.namespaces ?? []).flatMap((name) =>
      complaints(`${field}.namespace`, name, dnsLabelErrors(name)),
    ),
    ...validateLabelKeys(term, field),
    ...(key === '' ? [required(`${field}.topologyKey`, 'can not be empty')] : []),
    ...validateLabelName(key, `${field}.topologyKey`),
  ]
}

function validateLabelKeys(term: PodAffinityTerm, field: string): readonly FieldError[] {
  const { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector } = term
  const lists = [
    ['matchLabelKeys', matchLabelKeys],
    ['mismatchLabelKeys', mismatchLabelKeys],
  ] as const
  return [
    ...lists.flatMap(([name, keys]) => {
      if (keys.length === 0) return []
      if (labelSelector === undefined) {
        return [forbidden(`${field}.${name}`, 'must not be specified when labelSelector is not set')]
      }
      return keys.flatMap((key, i) => validateLabelName(key, `${field}.${name}[${i}]`))
    }),
    ...matchLabelKeys.flatMap((key, i) =>
      mismatchLabelKeys.includes(key)
        ? [
            invalid(
              `${field}.matchLabelKeys[${i}]`,
              key,
              'exists in both matchLabelKeys and mismatchLabelKeys',
            ),
          ]
        : [],
    ),
  ]
}

function validateWeight(weight: number, field: string): readonly FieldError[] {
  return weight >= 1 && weight <= 100 ? [] : [invalid(field, weight, 'must be in the range 1-100')]
}

export function validateTolerations(
  tolerations: readonly Toleration[],
  field: string,
): readonly FieldError[] {
  return tolerations.flatMap((toleration, i) => validateToleration(toleration, `${field}[${i}]`))
}

function validateToleration(toleration: Toleration, field: string): readonly FieldError[] {
  const { key = '', operator = '', effect = '', tolerationSeconds } = toleration
  const everyKey = 'operator must be Exists when `key` is empty, which means "match all values and all keys"'
  const onlyEviction = "effect must be 'NoExecute' when `tolerationSeconds` is set"
  return [
    ...(key === '' ? [] : validateLabelName(key, `${field}.key`)),
    ...(key === '' && operator !== 'Exists' ? [invalid(`${field}.operator`, operator, everyKey)] : []),
    ...(tolerationSeconds !== undefined && effect !== 'NoExecute'
      ? [invalid(`${field}.effect`, effect, onlyEviction)]
      : []),
    ...validateTolerationOperator(toleration, `${field}.operator`),
    ...(effect === '' ? [] : validateTaintEffect(effect, `${field}.effect`)),
  ]
}

/** Lt and Gt are known to 1.36 but off, which shows in what the error lists. */
function validateTolerationOperator(toleration: Toleration, field: string): readonly FieldError[] {
  const { operator = '', value = '' } = toleration as { operator?: string; value?: string }
  switch (operator) {
    case '':
    case 'Equal': {
      const errors = labelValueErrors(value)
      return errors.length === 0 ? [] : [invalid(field, value, errors.join(';'))]
    }
    case 'Exists':
      return value === '' ? [] : [invalid(field, value, "value must be empty when `operator` is 'Exists'")]
    case 'Lt':
    case 'Gt':
      return [notSupported(field, operator, ['Equal', 'Exists', 'Lt', 'Gt'])]
    default:
      return [notSupported(field, operator, ['Equal', 'Exists'])]
  }
}

export function validateTaintEffect(effect: string, field: string): readonly FieldError[] {
  return effects.includes(effect) ? [] : [notSupported(field, effect, effects)]
}

export function validateGates(
  gates: readonly { readonly name: string }[],
  field: string,
): readonly FieldError[] {
  const seen = new Set<string>()
  return gates.flatMap(({ name = '' }, i) => {
    const errors = [...complaints(`${field}[${i}]`, name, qualifiedNameErrors(name))]
    if (seen.has(name)) errors.push(duplicate(`${field}[${i}]`, name))
    seen.add(name)
    return errors
  })
}
