/** pkg/registry/apps/deployment/strategy.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'

export function prepareDeployment(deployment: Draft): void {
  deployment.status = {}
}
