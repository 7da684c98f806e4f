/** Name resolution of a pod (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { type FieldError, invalid, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { dnsSubdomainErrors } from '../../names.ts'
import { complaints } from '../fields.ts'
import { ipErrors } from '../ip.ts'

const mostNameservers = 3
const mostSearches = 32
const mostSearchCharacters = 2048

export function validateDnsConfig(spec: Draft, field: string): readonly FieldError[] {
  const { dnsConfig: config, dnsPolicy } = spec
  if (dnsPolicy === 'None') {
    if (config === undefined) {
      return [required(field, 'must provide `dnsConfig` when `dnsPolicy` is None')]
    }
    if ((config.nameservers ?? []).length === 0) {
      const why = 'must provide at least one DNS nameserver when `dnsPolicy` is None'
      return [required(`${field}.nameservers`, why)]
    }
  }
  if (config === undefined) return []
  const options: readonly Draft[] = config.options ?? []
  return [
    ...validateNameservers(config.nameservers ?? [], `${field}.nameservers`),
    ...validateSearches(config.searches ?? [], `${field}.searches`),
    ...options.flatMap(({ name = '' }, i) =>
      name === '' ? [required(`${field}.options[${i}]`, 'must not be empty')] : [],
    ),
  ]
}

function validateNameservers(servers: readonly string[], field: string): readonly FieldError[] {
  const tooMany = `must not have more than ${mostNameservers} nameservers`
  return [
    ...(servers.length > mostNameservers ? [invalid(field, servers, tooMany)] : []),
    ...servers.flatMap((server, i) => complaints(`${field}[${i}]`, server, ipErrors(server))),
  ]
}

function validateSearches(searches: readonly string[], field: string): readonly FieldError[] {
  const tooMany = `must not have more than ${mostSearches} search paths`
  const tooLong = `must not have more than ${mostSearchCharacters} characters (including spaces) in the search list`
  return [
    ...(searches.length > mostSearches ? [invalid(field, searches, tooMany)] : []),
    ...(searches.join(' ').length > mostSearchCharacters ? [invalid(field, searches, tooLong)] : []),
    ...searches.flatMap((search, i) => validateSearch(search, `${field}[${i}]`)),
  ]
}

/** Underscores are allowed in search paths, unlike in names of objects. */
function validateSearch(search: string, field: string): readonly FieldError[] {
  if (search === '.') return []
  const path = search.replace(/\.$/, '')
  const plain = path.replaceAll('_', 'a')
  return dnsSubdomainErrors(plain).length === 0 ? [] : complaints(field, path, dnsSubdomainErrors(path))
}
