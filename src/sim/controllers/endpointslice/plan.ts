/** How the slices of a service have to change (reconciler.go in k8s.io/endpointslice, Kubernetes v1.36). */
import type { Endpoint, EndpointPort, EndpointSlice } from '../../api/types/index.ts'
import { type EndpointGroup, portsText } from './endpoints.ts'
import { packEndpoints, reuseSlices } from './packing.ts'

export interface Content {
  readonly ports: readonly EndpointPort[]
  readonly endpoints: readonly Endpoint[]
}

export interface Plan {
  readonly update: ReadonlyMap<string, Content>
  readonly create: readonly Content[]
  readonly remove: readonly string[]
}

/** A service always has a slice, if only an empty one without ports. */
const placeholder: Content = { ports: [], endpoints: [] }

export function planSlices(
  existing: readonly EndpointSlice[],
  groups: ReadonlyMap<string, EndpointGroup>,
): Plan {
  const update = new Map<string, Content>()
  const create: Content[] = []
  const remove: string[] = []
  const present = byPorts(existing)
  for (const [text, slices] of present) {
    if (!groups.has(text)) remove.push(...slices.map((slice) => slice.metadata.name))
  }
  for (const [text, { ports, endpoints }] of groups) {
    const slices = (present.get(text) ?? []).map(({ metadata, endpoints }) => ({
      name: metadata.name,
      endpoints,
    }))
    const packing = packEndpoints(slices, endpoints)
    for (const slice of packing.update) update.set(slice.name, { ports, endpoints: slice.endpoints })
    for (const endpoints of packing.create) create.push({ ports, endpoints })
    remove.push(...packing.remove)
  }
  return withPlaceholder(existing, update, create, remove)
}

function withPlaceholder(
  existing: readonly EndpointSlice[],
  update: Map<string, Content>,
  create: Content[],
  remove: string[],
): Plan {
  if (existing.length === remove.length && create.length === 0) {
    if (existing.length === 1 && isPlaceholder(existing[0] as EndpointSlice))
      return { update, create, remove: [] }
    create.push(placeholder)
  }
  const rest = reuseSlices(remove, create)
  for (const [name, content] of rest.reuse) update.set(name, content)
  return { update, create: rest.create, remove: rest.remove }
}

function isPlaceholder({ ports, endpoints }: EndpointSlice): boolean {
  return ports.length === 0 && endpoints.length === 0
}

function byPorts(slices: readonly EndpointSlice[]): ReadonlyMap<string, readonly EndpointSlice[]> {
  const groups = new Map<string, EndpointSlice[]>()
  for (const slice of slices) {
    const text = portsText(slice.ports)
    const group = groups.get(text)
    if (group === undefined) groups.set(text, [slice])
    else group.push(slice)
  }
  return groups
}
