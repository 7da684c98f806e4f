/** pkg/apis/apps/v1/defaults.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'
import { defaultTemplate } from '../pod/templateDefaults.ts'

export function setDeploymentDefaults(deployment: Draft): void {
  deployment.spec ??= {}
  const { spec } = deployment
  spec.replicas ??= 1
  spec.revisionHistoryLimit ??= 10
  spec.progressDeadlineSeconds ??= 600
  spec.strategy ??= {}
  defaultStrategy(spec.strategy)
  defaultTemplate(spec)
}

function defaultStrategy(strategy: Draft): void {
  strategy.type ||= 'RollingUpdate'
  if (strategy.type !== 'RollingUpdate') return
  strategy.rollingUpdate ??= {}
  strategy.rollingUpdate.maxUnavailable ??= '25%'
  strategy.rollingUpdate.maxSurge ??= '25%'
}
