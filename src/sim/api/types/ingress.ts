/** Ingress (k8s.io/api/networking/v1, v1.36). */
import type { ApiObject } from './meta.ts'

export interface IngressBackend {
  readonly service?: {
    readonly name: string
    /** One of the two. */
    readonly port?: { readonly number?: number; readonly name?: string }
  }
  readonly resource?: { readonly apiGroup?: string; readonly kind: string; readonly name: string }
}

export interface IngressPath {
  readonly path?: string
  readonly pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific'
  readonly backend: IngressBackend
}

export interface IngressRule {
  readonly host?: string
  readonly http?: { readonly paths: readonly IngressPath[] }
}

export interface IngressTls {
  readonly hosts?: readonly string[]
  readonly secretName?: string
}

export interface IngressSpec {
  readonly ingressClassName?: string
  readonly defaultBackend?: IngressBackend
  readonly rules?: readonly IngressRule[]
  readonly tls?: readonly IngressTls[]
}

export interface Ingress extends ApiObject {
  readonly kind: 'Ingress'
  readonly spec: IngressSpec
  readonly status: {
    readonly loadBalancer?: {
      readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[]
    }
  }
}
