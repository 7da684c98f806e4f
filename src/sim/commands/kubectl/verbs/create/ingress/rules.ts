/** Rules of an Ingress as they are typed: "host/path*=service:port,tls=secret". */
import type { IngressBackend, IngressPath, IngressRule } from '../../../../../api/types/index.ts'

interface Tls {
  readonly hosts: string[]
  readonly secretName: string
}

/** Rules of one host come together. */
export function rulesOf(texts: readonly string[]): readonly IngressRule[] {
  const byHost = new Map<string, IngressPath[]>()
  for (const text of texts) {
    const [rule = ''] = text.split(',')
    const slash = rule.indexOf('/')
    const host = rule.slice(0, slash)
    byHost.set(host, [...(byHost.get(host) ?? []), pathOf(rule.slice(slash))])
  }
  return [...byHost].map(([host, paths]) => ({ ...(host === '' ? {} : { host }), http: { paths } }))
}

/** A star at the end makes it a prefix. */
function pathOf(text: string): IngressPath {
  const [pattern = '', service = ''] = text.split('=')
  const isPrefix = pattern.endsWith('*')
  return {
    path: isPrefix ? pattern.slice(0, -1) : pattern,
    pathType: isPrefix ? 'Prefix' : 'Exact',
    backend: backendOf(service),
  }
}

export function backendOf(text: string): IngressBackend {
  const [name = '', port = ''] = text.split(':')
  const number = Number(port)
  return { service: { name, port: /^\d+$/.test(port) ? { number } : { name: port } } }
}

/** The hosts of one secret come together; a host is taken once. */
export function tlsOf(texts: readonly string[]): readonly object[] {
  const list: Tls[] = []
  const seen = new Set<string>()
  for (const text of texts) {
    const [rule = '', tls, ...more] = text.split(',')
    if (tls === undefined || more.length > 0) continue
    const [host = ''] = rule.split('/')
    const [, secretName = ''] = tls.split('=')
    if (seen.has(host)) continue
    seen.add(host)
    const same = list.find((one) => one.secretName === secretName)
    if (same !== undefined) same.hosts.push(host)
    else if (host !== '' || secretName !== '') list.push({ hosts: host === '' ? [] : [host], secretName })
  }
  return list.map(({ hosts, secretName }) => ({
    ...(hosts.length > 0 ? { hosts } : {}),
    ...(secretName === '' ? {} : { secretName }),
  }))
}
