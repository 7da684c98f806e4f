/** How many pods the controllers of some pods want, all together; and pods that have none. */
import { kindFor } from '../../api/kinds/index.ts'
import { controllerOf } from '../../api/kinds/owners.ts'
import type { ApiObject, Pod } from '../../api/types/index.ts'
import type { HandlerContext } from '../../client/controller.ts'

export interface ScaleCount {
  readonly scale: number
  readonly unmanaged: number
  /** The first pod whose controller is nowhere to be found. */
  readonly lost?: string
}

interface Scaled extends ApiObject {
  readonly spec?: { readonly replicas?: number }
}

type Listers = Pick<HandlerContext<unknown>, 'lister'>

export function expectedScale(context: Listers, pods: readonly Pod[]): ScaleCount {
  const scales = new Map<string, number>()
  const known = new Set<string>()
  let unmanaged = 0
  for (const pod of pods) {
    const owner = controllerOf(pod)
    if (owner === undefined) unmanaged++
    if (owner === undefined || known.has(owner.uid)) continue
    known.add(owner.uid)
    const top = topController(context, pod)
    if (top === undefined) return { scale: 0, unmanaged, lost: pod.metadata.name }
    scales.set(top.metadata.uid, top.spec?.replicas ?? 0)
  }
  return { scale: [...scales.values()].reduce((sum, one) => sum + one, 0), unmanaged }
}

/** The controller of the pod, or the one that controls it: a Deployment stands above its ReplicaSets. */
function topController(context: Listers, pod: Pod): Scaled | undefined {
  const own = controllerObject(context, pod)
  return own === undefined ? undefined : (controllerObject(context, own) ?? own)
}

function controllerObject({ lister }: Listers, object: ApiObject): Scaled | undefined {
  const owner = controllerOf(object)
  const kind = owner && kindFor(owner.apiVersion, owner.kind)
  if (owner === undefined || kind === undefined) return undefined
  const found = lister(kind).get(object.metadata.namespace ?? '', owner.name)
  return found?.metadata.uid === owner.uid ? (found as Scaled) : undefined
}
