/** pkg/apis/apps/v1/defaults.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'
import { defaultTemplate } from '../pod/templateDefaults.ts'

export function setReplicaSetDefaults(replicaSet: Draft): void {
  replicaSet.spec ??= {}
  replicaSet.spec.replicas ??= 1
  defaultTemplate(replicaSet.spec)
}
