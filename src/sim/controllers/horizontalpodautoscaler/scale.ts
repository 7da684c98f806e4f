/** The scale of what an autoscaler points at: the subresource that Deployments and ReplicaSets have. */
import type { Kind } from '../../api/kind.ts'
import { Deployments } from '../../api/kinds/deployment/index.ts'
import { kinds } from '../../api/kinds/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { notFoundError, StatusError } from '../../api/status.ts'
import type {
  CrossVersionObjectReference,
  Deployment,
  LabelSelector,
  ReplicaSet,
} from '../../api/types/index.ts'
import type { Client } from '../../client/client.ts'

type Scalable = Deployment | ReplicaSet

export interface Scale {
  readonly kind: Kind<Scalable>
  readonly namespace: string
  readonly name: string
  readonly specReplicas: number
  readonly statusReplicas: number
  readonly selector: LabelSelector
}

const scalable = [Deployments, ReplicaSets] as unknown as readonly Kind<Scalable>[]

/** Throws a StatusError in the words of the API server. */
export function scaleOf(client: Client, reference: CrossVersionObjectReference, namespace: string): Scale {
  const kind = kindOf(reference)
  const { name } = reference
  const object = client.get(kind, namespace, name)
  if (object === undefined) throw notFoundError(`${kind.plural}.${kind.group}`, name)
  const { spec, status } = object
  const statusReplicas = status.replicas ?? 0
  return { kind, namespace, name, specReplicas: spec.replicas, statusReplicas, selector: spec.selector }
}

export function setScale(client: Client, { kind, namespace, name }: Scale, replicas: number): void {
  client.patch(kind, namespace, name, (draft) => ({ ...draft, spec: { ...draft.spec, replicas } }))
}

/** The version in a reference is not looked at, only its group. */
function kindOf({ apiVersion = '', kind }: CrossVersionObjectReference): Kind<Scalable> {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  const named = kinds.find((one) => one.group === group && one.kind === kind)
  if (named === undefined)
    throw new StatusError(
      'NotFound',
      `no matches for kind ${JSON.stringify(kind)} in group ${JSON.stringify(group)}`,
    )
  const found = scalable.find((one) => one === named)
  if (found === undefined)
    throw new StatusError('NotFound', 'the server could not find the requested resource')
  return found
}
