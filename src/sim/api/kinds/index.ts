/** All kinds of the simulated API: one folder each, found by their path. */
import { apiVersionOf, type Kind } from '../kind.ts'

const modules = import.meta.glob<{ default: Kind }>('./*/index.ts', { eager: true })

/** In path order; a kind's position here is its integer id. */
export const kinds: readonly Kind[] = Object.keys(modules)
  .sort()
  .map((path) => (modules[path] as { default: Kind }).default)

const ids = new Map<Kind, number>(kinds.map((kind, id) => [kind, id]))
/** By apiVersion, then by kind: a text made of both would have to be hashed with every question. */
const byName = new Map<string, Map<string, Kind>>()
for (const kind of kinds) {
  for (const { version } of [kind, ...(kind.otherVersions ?? [])]) {
    const apiVersion = apiVersionOf({ group: kind.group, version })
    const alike = byName.get(apiVersion) ?? new Map<string, Kind>()
    byName.set(apiVersion, alike.set(kind.kind, kind))
  }
}
const byResource = new Map<string, Kind>()

for (const kind of kinds) {
  for (const name of [kind.plural, kind.singular, ...kind.shortNames]) {
    byResource.set(name, kind)
    byResource.set(`${name}.${kind.group}`, kind)
    byResource.set(`${name}.${kind.version}.${kind.group}`, kind)
  }
}

/** The kind's place in `kinds`. */
export function kindId(kind: Kind): number {
  const id = ids.get(kind)
  if (id === undefined) throw new Error(`${kind.kind} is not a kind of this API`)
  return id
}

/** `kindFor('apps/v1', 'Deployment')`; undefined when the simulator has no such kind. */
export function kindFor(apiVersion: string, kind: string): Kind | undefined {
  return byName.get(apiVersion)?.get(kind)
}

/** The kind a user means by "deployments", "deployment", "deploy", "deployments.apps" or "deployments.v1.apps". */
export function kindForResource(text: string): Kind | undefined {
  return byResource.get(text.toLowerCase())
}
