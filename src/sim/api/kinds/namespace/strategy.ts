/** pkg/apis/core/v1/defaults.go and pkg/registry/core/namespace/strategy.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'
import type { Namespace } from '../../types/index.ts'

const nameLabel = 'kubernetes.io/metadata.name'
const finalizer = 'kubernetes'

export function setNamespaceDefaults(namespace: Draft): void {
  const { metadata } = namespace
  if (!metadata.name) return
  metadata.labels = { ...metadata.labels, [nameLabel]: metadata.name }
}

/** The finalizer is what keeps a namespace until everything in it is gone. */
export function prepareNamespace(namespace: Draft): void {
  namespace.status = { phase: 'Active' }
  namespace.spec ??= {}
  const finalizers: readonly string[] = namespace.spec.finalizers ?? []
  if (!finalizers.includes(finalizer)) namespace.spec.finalizers = [...finalizers, finalizer]
}

/** Finalizers are worked off by the namespace controller alone, through their own subresource. */
export function prepareNamespaceUpdate(namespace: Draft, old: Namespace): void {
  namespace.spec = old.spec
  namespace.status = old.status
}
