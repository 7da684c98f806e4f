/** What a node's proxy knows of a Service: where its connections may go. */
import { Pods } from '../../api/kinds/pod/index.ts'
import type { Endpoint, EndpointSlice } from '../../api/types/index.ts'
import type { ApiServer } from '../../apiserver/server.ts'
import { settled } from '../../core/frozen.ts'

export interface Endpoints {
  /** Slots of the pods behind; 0 for an address that no known pod has. */
  readonly pods: readonly number[]
  readonly addresses: readonly string[]
  readonly nodes: readonly string[]
}

export const noEndpoints: Endpoints = Object.freeze({
  pods: settled([]),
  addresses: settled([]),
  nodes: settled([]),
})

/**
 * The endpoints that get connections: those that are ready, or where there is none those that still serve while they
 * terminate (CategorizeEndpoints in pkg/proxy/topology.go, v1.36).
 */
export function usableEndpoints(server: ApiServer, slices: readonly EndpointSlice[]): Endpoints {
  const all = slices.flatMap(({ metadata, endpoints }) =>
    endpoints.map((endpoint) => ({ endpoint, namespace: metadata.namespace ?? '' })),
  )
  const ready = all.filter(({ endpoint }) => endpoint.conditions.ready !== false)
  const usable = ready.length > 0 ? ready : all.filter(({ endpoint }) => isLastResort(endpoint))
  return Object.freeze({
    pods: settled(usable.map(({ endpoint, namespace }) => podOf(server, namespace, endpoint))),
    addresses: settled(usable.map(({ endpoint }) => endpoint.addresses[0] ?? '')),
    nodes: settled(usable.map(({ endpoint }) => endpoint.nodeName ?? '')),
  })
}

function isLastResort({ conditions }: Endpoint): boolean {
  return conditions.serving === true && conditions.terminating === true
}

function podOf(server: ApiServer, namespace: string, { targetRef }: Endpoint): number {
  return targetRef === undefined
    ? 0
    : server.slot(Pods, targetRef.namespace ?? namespace, targetRef.name ?? '')
}
