import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { Ingress } from '../../types/index.ts'

const hostsShown = 3

export const columns: readonly Column<Ingress>[] = [
  { name: 'NAME', cell: (ingress) => ingress.metadata.name },
  { name: 'CLASS', cell: ({ spec }) => spec.ingressClassName ?? '<none>' },
  { name: 'HOSTS', cell: hosts },
  { name: 'ADDRESS', cell: ingressAddress },
  { name: 'PORTS', cell: ({ spec }) => ((spec.tls ?? []).length > 0 ? '80, 443' : '80') },
  { name: 'AGE', cell: ageOf },
]

/** "more" is said as soon as a rule comes after three hosts, and counts the rules without a host too. */
function hosts({ spec }: Ingress): string {
  const rules = spec.rules ?? []
  const shown: string[] = []
  let more = false
  for (const { host } of rules) {
    if (shown.length === hostsShown) more = true
    if (!more && host) shown.push(host)
  }
  if (shown.length === 0) return '*'
  const text = shown.join(',')
  return more ? `${text} + ${rules.length - hostsShown} more...` : text
}

/** Every address once, in order. */
export function ingressAddress({ status }: Pick<Ingress, 'status'>): string {
  const given = (status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '')
  return [...new Set(given)]
    .filter((one) => one !== '')
    .sort()
    .join(',')
}
