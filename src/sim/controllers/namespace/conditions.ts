/** What a namespace that is going says about what is left in it (status_condition_utils.go, Kubernetes v1.36). */
import type { NamespaceCondition } from '../../api/types/index.ts'

export interface Remains {
  /** "pods." → how many are left. */
  readonly resources: ReadonlyMap<string, number>
  /** Finalizer → how many objects still have it. */
  readonly finalizers: ReadonlyMap<string, number>
}

export function deletionConditions(
  before: readonly NamespaceCondition[],
  remains: Remains,
  now: string,
): readonly NamespaceCondition[] {
  const wanted = [
    verdict(
      'NamespaceDeletionDiscoveryFailure',
      'ResourcesDiscovered',
      'All resources successfully discovered',
    ),
    verdict(
      'NamespaceDeletionGroupVersionParsingFailure',
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ),
    verdict(
      'NamespaceDeletionContentFailure',
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ),
    contentVerdict(remains.resources),
    finalizerVerdict(remains.finalizers),
  ]
  return wanted.map((condition) => keepTime(before, condition, now))
}

function contentVerdict(resources: Remains['resources']): NamespaceCondition {
  const type = 'NamespaceContentRemaining'
  if (resources.size === 0) return verdict(type, 'ContentRemoved', 'All content successfully removed')
  const list = texts(resources, (name, count) => `${name} has ${count} resource instances`)
  return failure(type, 'SomeResourcesRemain', `Some resources are remaining: ${list}`)
}

function finalizerVerdict(finalizers: Remains['finalizers']): NamespaceCondition {
  const type = 'NamespaceFinalizersRemaining'
  if (finalizers.size === 0) {
    return verdict(type, 'ContentHasNoFinalizers', 'All content-preserving finalizers finished')
  }
  const list = texts(finalizers, (name, count) => `${name} in ${count} resource instances`)
  return failure(
    type,
    'SomeFinalizersRemain',
    `Some content in the namespace has finalizers remaining: ${list}`,
  )
}

function verdict(type: string, reason: string, message: string): NamespaceCondition {
  return { type, status: 'False', reason, message }
}

function failure(type: string, reason: string, message: string): NamespaceCondition {
  return { type, status: 'True', reason, message }
}

function texts(counts: ReadonlyMap<string, number>, text: (name: string, count: number) => string): string {
  const names = [...counts.keys()].sort()
  return names.map((name) => text(name, counts.get(name) as number)).join(', ')
}

function keepTime(
  before: readonly NamespaceCondition[],
  condition: NamespaceCondition,
  now: string,
): NamespaceCondition {
  const former = before.find((one) => one.type === condition.type)
  const since = former?.status === condition.status ? former.lastTransitionTime : undefined
  return { ...condition, lastTransitionTime: since ?? now }
}
