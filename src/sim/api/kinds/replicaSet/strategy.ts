/** pkg/registry/apps/replicaset/strategy.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'

export function prepareReplicaSet(replicaSet: Draft): void {
  replicaSet.status = { replicas: 0 }
}
