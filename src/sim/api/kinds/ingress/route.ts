/**
 * Where a request goes that reaches the ingress controller: the rule of its host that says most about its path, else
 * the default backend, else nowhere (404). What the Ingress documentation of 1.36 says of hosts and path types.
 */
import type { Ingress, IngressBackend, IngressPath, IngressRule } from '../../types/index.ts'

export interface Route {
  readonly namespace: string
  readonly service: string
  /** The port's number, or its name. */
  readonly port: number | string
}

interface Candidate {
  readonly namespace: string
  readonly path: IngressPath
}

/** `ingresses`: the oldest first; it wins where two say the same. `host`: as in the request, perhaps with a port. */
export function routeOf(ingresses: readonly Ingress[], host: string, path: string): Route | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  const plain = path.replace(/[?#].*$/, '') || '/'
  const candidates = rulesFor(ingresses, name).filter((one) => matchesPath(one.path, plain))
  const best = candidates.reduce<Candidate | undefined>(
    (found, one) => (found === undefined || precedes(one.path, found.path) ? one : found),
    undefined,
  )
  if (best !== undefined) return routeTo(best.namespace, best.path.backend)
  const fallback = ingresses.find(({ spec }) => spec.defaultBackend !== undefined)
  return (
    fallback && routeTo(fallback.metadata.namespace ?? '', fallback.spec.defaultBackend as IngressBackend)
  )
}

/** The paths of the host itself; failing those, of a wildcard; failing those, of the rules for any host. */
function rulesFor(ingresses: readonly Ingress[], host: string): readonly Candidate[] {
  for (const isMeant of [isHost, isWildcardOf, isAnyHost]) {
    const found = ingresses.flatMap(({ metadata, spec }) =>
      (spec.rules ?? [])
        .filter((rule) => isMeant(rule, host))
        .flatMap(({ http }) => http?.paths ?? [])
        .map((path) => ({ namespace: metadata.namespace ?? '', path })),
    )
    if (found.length > 0) return found
  }
  return []
}

function isHost(rule: IngressRule, host: string): boolean {
  return rule.host !== undefined && rule.host !== '' && rule.host === host
}

/** The star stands for one label, and not for none. */
function isWildcardOf({ host: pattern = '' }: IngressRule, host: string): boolean {
  if (!pattern.startsWith('*.')) return false
  const dot = host.indexOf('.')
  return dot > 0 && host.slice(dot) === pattern.slice(1)
}

function isAnyHost({ host = '' }: IngressRule): boolean {
  return host === ''
}

/** A prefix matches whole elements: /foo is a prefix of /foo/bar, not of /foobar. */
function matchesPath({ path: pattern = '/', pathType }: IngressPath, path: string): boolean {
  if (pathType === 'Exact') return path === pattern
  const elements = elementsOf(path)
  return elementsOf(pattern).every((element, i) => element === elements[i])
}

function elementsOf(path: string): readonly string[] {
  return path.split('/').filter((element) => element !== '')
}

/** Exact before all others, then the longer path, then a prefix before what is left to the implementation. */
function precedes(one: IngressPath, other: IngressPath): boolean {
  const exact = Number(one.pathType === 'Exact') - Number(other.pathType === 'Exact')
  if (exact !== 0) return exact > 0
  const length = elementsOf(one.path ?? '').length - elementsOf(other.path ?? '').length
  if (length !== 0) return length > 0
  return one.pathType === 'Prefix' && other.pathType === 'ImplementationSpecific'
}

/** Backends that are no services lead nowhere here. */
function routeTo(namespace: string, { service }: IngressBackend): Route | undefined {
  if (service === undefined) return undefined
  return { namespace, service: service.name, port: service.port?.name || (service.port?.number ?? 0) }
}
