/** pkg/apis/discovery/v1/defaults.go and pkg/registry/discovery/endpointslice/strategy.go, Kubernetes v1.36. */
import { equalValues } from '../../../core/frozen.ts'
import type { Draft } from '../../kind.ts'
import type { EndpointSlice } from '../../types/index.ts'

export function setEndpointSliceDefaults(slice: Draft): void {
  slice.endpoints ??= []
  slice.ports ??= []
  for (const port of slice.ports) {
    port.name ??= ''
    port.protocol ??= 'TCP'
  }
  for (const endpoint of slice.endpoints) endpoint.conditions ??= {}
}

/** A slice has no spec: its whole content counts for the generation. */
export function prepareEndpointSliceUpdate(slice: Draft, old: EndpointSlice): void {
  const same = equalValues(slice.endpoints, old.endpoints) && equalValues(slice.ports, old.ports)
  if (!same) slice.metadata = { ...slice.metadata, generation: (old.metadata.generation ?? 0) + 1 }
}
