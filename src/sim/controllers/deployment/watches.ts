/**
 * Which Deployments a change concerns (the handlers in pkg/controller/deployment/deployment_controller.go,
 * Kubernetes v1.36).
 */
import { Deployments } from '../../api/kinds/deployment/index.ts'
import { controllerOf } from '../../api/kinds/owners.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { selectingKeys } from '../../api/kinds/selection.ts'
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import type { ApiObject, ReplicaSet } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { HandlerContext } from '../../client/controller.ts'
import type { Memory } from './context.ts'

type Context = HandlerContext<Memory>

const none: readonly string[] = []

export function replicaSetChanged(change: Change, context: Context): readonly string[] {
  const before = change.before as ReplicaSet | undefined
  const after = change.after as ReplicaSet | undefined
  const former = before === undefined ? undefined : deploymentOf(before, context)
  const present = after === undefined ? undefined : deploymentOf(after, context)
  const keys = new Set<string>()
  if (former !== undefined) keys.add(former)
  if (present !== undefined) keys.add(present)
  if (after !== undefined && isAdoptable(before, after)) {
    for (const key of deploymentsSelecting(after, context)) keys.add(key)
  }
  return [...keys]
}

/** A Deployment that is recreated waits for the last pod of its old sets to go. */
export function podChanged(change: Change, context: Context): readonly string[] {
  if (change.after !== undefined || change.before === undefined) return none
  const owner = controllerOf(change.before)
  if (owner?.kind !== 'ReplicaSet') return none
  const set = context.lister(ReplicaSets).get(change.before.metadata.namespace ?? '', owner.name)
  const key = set === undefined ? undefined : deploymentOf(set, context)
  if (key === undefined) return none
  return context.lister(Deployments).byKey(key)?.spec.strategy.type === 'Recreate' ? [key] : none
}

/** The key of the Deployment that controls the set, if that very Deployment still exists. */
function deploymentOf(set: ReplicaSet, { lister }: Context): string | undefined {
  const owner = controllerOf(set)
  if (owner?.kind !== 'Deployment') return undefined
  const key = `${set.metadata.namespace}/${owner.name}`
  return lister(Deployments).byKey(key)?.metadata.uid === owner.uid ? key : undefined
}

function isAdoptable(before: ApiObject | undefined, after: ApiObject): boolean {
  if (controllerOf(after) !== undefined || after.metadata.deletionTimestamp !== undefined) return false
  if (before === undefined || controllerOf(before) !== undefined) return true
  return before.metadata.labels !== after.metadata.labels
}

function deploymentsSelecting(set: ReplicaSet, { lister }: Context): readonly string[] {
  return selectingKeys(set)
    .flatMap((key) => lister(Deployments).byIndex('selector', key))
    .filter((one) => matchesLabelSelector(one.spec.selector, set.metadata.labels ?? {}))
    .map((one) => `${one.metadata.namespace}/${one.metadata.name}`)
}
