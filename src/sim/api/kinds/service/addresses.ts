/** Cluster addresses of a Service and their families (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { duplicate, type FieldError, invalid, notSupported, required } from '../../fieldError.ts'
import type { ServiceSpec } from '../../types/index.ts'
import { complaints, validateOptionalChoice } from '../../validation/fields.ts'
import { ipErrors, isIPv6 } from '../../validation/ip.ts'

const families = ['IPv4', 'IPv6']
const familyPolicies = ['PreferDualStack', 'RequireDualStack', 'SingleStack']

export function isHeadless(spec: ServiceSpec): boolean {
  return spec.clusterIPs?.length === 1 && spec.clusterIPs[0] === 'None'
}

export function validateClusterAddresses(spec: ServiceSpec): readonly FieldError[] {
  if (spec.type === 'ExternalName') return []
  const addresses = spec.clusterIPs ?? []
  const wrong = addresses.flatMap((address, i) => validateAddress(address, i, addresses))
  const errors = [
    ...validateFirstAddress(spec.clusterIP ?? '', addresses),
    ...validateFamilies(spec.ipFamilies ?? []),
    ...validateOptionalChoice(spec.ipFamilyPolicy, familyPolicies, 'spec.ipFamilyPolicy'),
    ...wrong,
    ...(addresses.length > 2 ? [invalid('spec.clusterIPs', addresses, 'may only hold up to 2 values')] : []),
  ]
  return wrong.length > 0 ? errors : [...errors, ...validateStacks(spec)]
}

/** The first of the list is also kept by itself. */
function validateFirstAddress(first: string, addresses: readonly string[]): readonly FieldError[] {
  const field = 'spec.clusterIPs'
  if (first === '') {
    if (addresses.length === 0) return []
    return [invalid(field, addresses, 'must be empty when `clusterIP` is not specified')]
  }
  if (addresses.length === 0) return [required(field)]
  return addresses[0] === first ? [] : [invalid(field, addresses, 'first value must match `clusterIP`')]
}

function validateFamilies(given: readonly string[]): readonly FieldError[] {
  return given.flatMap((family, i) => [
    ...(families.includes(family) ? [] : [notSupported(`spec.ipFamilies[${i}]`, family, families)]),
    ...(given.indexOf(family) < i ? [duplicate(`spec.ipFamilies[${i}]`, family)] : []),
  ])
}

function validateAddress(address: string, i: number, addresses: readonly string[]): readonly FieldError[] {
  if (i > 0 || address !== 'None') return complaints(`spec.clusterIPs[${i}]`, address, ipErrors(address))
  if (addresses.length === 1) return []
  return [invalid('spec.clusterIPs', addresses, "'None' must be the first and only value")]
}

function validateStacks(spec: ServiceSpec): readonly FieldError[] {
  const addresses = spec.clusterIPs ?? []
  if (isHeadless(spec)) return []
  const sameFamily = addresses.length > 1 && new Set(addresses.map(isIPv6)).size === 1
  const why = 'may specify no more than one IP for each IP family'
  return [
    ...(sameFamily ? [invalid('spec.clusterIPs', addresses, why)] : []),
    ...addresses.flatMap((address, i) => {
      const family = spec.ipFamilies?.[i]
      if (family === undefined || (family === 'IPv6') === isIPv6(address)) return []
      const expected = `expected an ${family} value as indicated by \`ipFamilies[${i}]\``
      return [invalid(`spec.clusterIPs[${i}]`, address, expected)]
    }),
  ]
}
