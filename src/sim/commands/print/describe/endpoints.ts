import type { Endpoint, EndpointSlice } from '../../../api/types/index.ts'

const shown = 3

/**
 * The ready addresses of a port, the first three by name. The count of the others is kubectl's: it says "more" as
 * soon as a fourth endpoint is looked at, ready or not.
 */
export function endpointsText(slices: readonly EndpointSlice[], portName: string): string {
  if (slices.length === 0) return '<none>'
  const list: string[] = []
  let more = false
  let count = 0
  for (const { endpoint, text } of slices.flatMap((slice) => candidates(slice, portName))) {
    if (list.length === shown) more = true
    if (endpoint.conditions?.ready === false) continue
    if (!more) list.push(text)
    count += 1
  }
  return more ? `${list.join(',')} + ${count - shown} more...` : list.join(',')
}

function candidates(slice: EndpointSlice, portName: string): { endpoint: Endpoint; text: string }[] {
  const endpoints = slice.endpoints ?? []
  const ports = slice.ports ?? []
  if (ports.length === 0)
    return endpoints.map((endpoint) => ({ endpoint, text: endpoint.addresses[0] ?? '' }))
  return ports
    .filter(({ name = '' }) => name === portName)
    .flatMap(({ port }) =>
      endpoints.map((endpoint) => ({ endpoint, text: `${host(endpoint.addresses[0] ?? '')}:${port}` })),
    )
}

function host(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}
