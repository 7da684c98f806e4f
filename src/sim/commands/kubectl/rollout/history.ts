/** A Deployment's revisions: its ReplicaSets by their number (k8s.io/kubectl/pkg/polymorphichelpers, v1.36). */
import type { Kind } from '../../../api/kind.ts'
import { ReplicaSets } from '../../../api/kinds/replicaSet/index.ts'
import { podTemplateHashLabel } from '../../../api/templateHash.ts'
import type { ApiObject, Deployment, PodTemplateSpec, ReplicaSet } from '../../../api/types/index.ts'
import type { Api } from '../api.ts'

export const revisionAnnotation = 'deployment.kubernetes.io/revision'

export function revisionOf(object: ApiObject): number {
  return Number(object.metadata.annotations?.[revisionAnnotation] ?? '0')
}

/** Lowest revision first. */
export function revisionsOf(api: Api, deployment: Deployment): readonly ReplicaSet[] {
  const { uid, namespace } = deployment.metadata
  return (api.list(ReplicaSets as Kind, namespace) as readonly ReplicaSet[])
    .filter((set) => set.metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === uid))
    .sort((a, b) => revisionOf(a) - revisionOf(b))
}

/** The template as the Deployment would have it. */
export function templateWithoutHash({ spec }: ReplicaSet): PodTemplateSpec {
  const { metadata = {}, ...rest } = spec.template
  const { [podTemplateHashLabel]: _, ...labels } = metadata.labels ?? {}
  return { ...rest, metadata: { ...metadata, labels } }
}
