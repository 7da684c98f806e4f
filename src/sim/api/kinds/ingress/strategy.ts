/** pkg/registry/networking/ingress/strategy.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'
import type { Ingress } from '../../types/index.ts'

export function prepareIngress(ingress: Draft): void {
  ingress.spec ??= {}
  ingress.status = { loadBalancer: {} }
}

export function prepareIngressUpdate(ingress: Draft, old: Ingress): void {
  ingress.spec ??= {}
  ingress.status = old.status
}
