/** How many pods the controllers of a budget's pods want, all together. */
import { kindFor } from '../../api/kinds/index.ts'
import { controllerOf } from '../../api/kinds/owners.ts'
import type { ApiObject, Pod, PodDisruptionBudget } from '../../api/types/index.ts'
import type { HandlerContext } from '../../client/controller.ts'
import type { PodCount } from './podCount.ts'
import { selectedPods } from './pods.ts'

export interface ScaleCount {
  readonly scale: number
  /** The first pod whose controller is nowhere to be found. */
  readonly lost?: string
}

interface Scaled extends ApiObject {
  readonly spec?: { readonly replicas?: number }
}

type Listers = Pick<HandlerContext<unknown>, 'lister'>

export function expectedScale(
  context: Listers,
  budget: PodDisruptionBudget,
  { controlled }: PodCount,
): ScaleCount {
  const scales = new Map<string, number>()
  for (const { one } of controlled.values()) {
    const top = topController(context, one)
    if (top === undefined) return { scale: 0, lost: firstLost(context, budget) }
    scales.set(top.metadata.uid, top.spec?.replicas ?? 0)
  }
  return { scale: [...scales.values()].reduce((sum, one) => sum + one, 0) }
}

function firstLost(context: Listers, budget: PodDisruptionBudget): string {
  const lost = selectedPods(context, budget).find(
    (pod) => controllerOf(pod) !== undefined && topController(context, pod) === undefined,
  )
  return lost?.metadata.name ?? ''
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
