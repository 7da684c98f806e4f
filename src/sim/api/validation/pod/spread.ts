/** Topology spread constraints (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import type { TopologySpreadConstraint } from '../../types/index.ts'
import { validateOptionalChoice } from '../fields.ts'
import { validateLabelName, validateLabelSelector } from '../labels.ts'

const actions = ['DoNotSchedule', 'ScheduleAnyway']
const nodePolicies = ['Honor', 'Ignore']
const positive = 'must be greater than zero'

export function validateSpread(
  constraints: readonly TopologySpreadConstraint[],
  field: string,
): readonly FieldError[] {
  return constraints.flatMap((constraint, i) =>
    validateConstraint(constraint, constraints.slice(i + 1), `${field}[${i}]`),
  )
}

function validateConstraint(
  constraint: TopologySpreadConstraint,
  later: readonly TopologySpreadConstraint[],
  field: string,
): readonly FieldError[] {
  const { maxSkew = 0, topologyKey = '', nodeAffinityPolicy, nodeTaintsPolicy } = constraint
  const action: string = constraint.whenUnsatisfiable ?? ''
  const repeated = later.some((one) => one.topologyKey === topologyKey && one.whenUnsatisfiable === action)
  return [
    ...(maxSkew > 0 ? [] : [invalid(`${field}.maxSkew`, maxSkew, positive)]),
    ...(topologyKey === '' ? [required(`${field}.topologyKey`, 'can not be empty')] : []),
    ...(actions.includes(action) ? [] : [notSupported(`${field}.whenUnsatisfiable`, action, actions)]),
    ...(repeated
      ? [duplicate(`${field}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${action}}`)]
      : []),
    ...validateMinDomains(constraint.minDomains, action, `${field}.minDomains`),
    ...validateOptionalChoice(nodeAffinityPolicy, nodePolicies, `${field}.nodeAffinityPolicy`),
    ...validateOptionalChoice(nodeTaintsPolicy, nodePolicies, `${field}.nodeTaintsPolicy`),
    ...validateMatchLabelKeys(constraint, `${field}.matchLabelKeys`),
    ...validateLabelSelector(constraint.labelSelector, `${field}.labelSelector`),
  ]
}

function validateMinDomains(
  minDomains: number | undefined,
  action: string,
  field: string,
): readonly FieldError[] {
  if (minDomains === undefined) return []
  const why = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`
  return [
    ...(minDomains > 0 ? [] : [invalid(field, minDomains, positive)]),
    ...(action === 'DoNotSchedule' ? [] : [invalid(field, minDomains, why)]),
  ]
}

function validateMatchLabelKeys(constraint: TopologySpreadConstraint, field: string): readonly FieldError[] {
  const { matchLabelKeys = [], labelSelector } = constraint
  if (matchLabelKeys.length === 0) return []
  const selected = new Set([
    ...Object.keys(labelSelector?.matchLabels ?? {}),
    ...(labelSelector?.matchExpressions ?? []).map((one) => one.key),
  ])
  const unset = forbidden(field, 'must not be specified when labelSelector is not set')
  return [
    ...(labelSelector === undefined ? [unset] : []),
    ...matchLabelKeys.flatMap((key, i) => [
      ...validateLabelName(key, `${field}[${i}]`),
      ...(selected.has(key)
        ? [invalid(`${field}[${i}]`, key, 'exists in both matchLabelKeys and labelSelector')]
        : []),
    ]),
  ]
}
