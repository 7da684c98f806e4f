/** pkg/apis/apps/validation/validation.go, Kubernetes v1.36. */
import { type FieldError, forbidden, invalid, notSupported } from '../../fieldError.ts'
import { percentErrors } from '../../names.ts'
import type { Deployment, DeploymentSpec, IntOrString } from '../../types/index.ts'
import { complaints, validateImmutable, validateNonNegative } from '../../validation/fields.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'
import { goView } from '../../validation/pod/goView.ts'
import { validateSelectorAndTemplate } from '../../validation/pod/template.ts'
import { nameWarnings, podSpecWarnings } from '../../validation/pod/warnings.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const

export function validateDeployment(deployment: Deployment): readonly FieldError[] {
  const { spec } = deployment
  return [
    ...validateObjectMeta(identity, deployment.metadata),
    ...validateNonNegative(spec.replicas, 'spec.replicas'),
    ...validateSelectorAndTemplate(spec),
    ...validateStrategy(spec.strategy, 'spec.strategy'),
    ...validateNonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
    ...validateNonNegative(spec.revisionHistoryLimit ?? 0, 'spec.revisionHistoryLimit'),
    ...validateDeadline(spec, 'spec.progressDeadlineSeconds'),
  ]
}

export function validateDeploymentUpdate(deployment: Deployment, old: Deployment): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(deployment.metadata, old.metadata),
    ...validateDeployment(deployment),
    ...validateImmutable(deployment.spec.selector, old.spec.selector, 'spec.selector'),
  ]
}

function validateStrategy(strategy: DeploymentSpec['strategy'], field: string): readonly FieldError[] {
  switch (strategy.type) {
    case 'Recreate': {
      if (strategy.rollingUpdate === undefined) return []
      const why = "may not be specified when strategy `type` is 'Recreate'"
      return [forbidden(`${field}.rollingUpdate`, why)]
    }
    case 'RollingUpdate':
      return validateRollingUpdate(strategy, `${field}.rollingUpdate`)
    default:
      return [notSupported(field, goView('DeploymentStrategy', strategy), ['Recreate', 'RollingUpdate'])]
  }
}

function validateRollingUpdate(strategy: DeploymentSpec['strategy'], field: string): readonly FieldError[] {
  const { maxUnavailable = 0, maxSurge = 0 } = strategy.rollingUpdate ?? {}
  const neither = 'may not be 0 when `maxSurge` is 0'
  return [
    ...validateShare(maxUnavailable, `${field}.maxUnavailable`),
    ...validateShare(maxSurge, `${field}.maxSurge`),
    ...(isZero(maxUnavailable) && isZero(maxSurge)
      ? [invalid(`${field}.maxUnavailable`, maxUnavailable, neither)]
      : []),
    ...validateAtMostWhole(maxUnavailable, `${field}.maxUnavailable`),
  ]
}

/** A count that is not negative, or a percentage. */
function validateShare(share: IntOrString, field: string): readonly FieldError[] {
  return typeof share === 'number'
    ? validateNonNegative(share, field)
    : complaints(field, share, percentErrors(share))
}

function validateAtMostWhole(share: IntOrString, field: string): readonly FieldError[] {
  if (typeof share === 'number' || percentErrors(share).length > 0) return []
  return Number(share.slice(0, -1)) <= 100 ? [] : [invalid(field, share, 'must not be greater than 100%')]
}

function isZero(share: IntOrString): boolean {
  return share === 0 || (typeof share === 'string' && /^0+%$/.test(share))
}

function validateDeadline(spec: DeploymentSpec, field: string): readonly FieldError[] {
  const seconds = spec.progressDeadlineSeconds
  if (seconds === undefined) return []
  const late = seconds > (spec.minReadySeconds ?? 0)
  return [
    ...validateNonNegative(seconds, field),
    ...(late ? [] : [invalid(field, seconds, 'must be greater than minReadySeconds')]),
  ]
}

export function warnOfDeployment(deployment: Deployment): readonly string[] {
  return [
    ...nameWarnings(deployment.metadata.name, 'Pod names and hostnames'),
    ...podSpecWarnings(deployment.spec.template.spec, 'spec.template.spec'),
  ]
}
