/** pkg/apis/discovery/validation/validation.go, Kubernetes v1.36. */
import { duplicate, type FieldError, invalid, notSupported, required } from '../../fieldError.ts'
import { dnsLabelErrors, dnsSubdomainErrors, portNumberErrors, qualifiedNameErrors } from '../../names.ts'
import type { Endpoint, EndpointPort, EndpointSlice } from '../../types/index.ts'
import { complaints, validateImmutable } from '../../validation/fields.ts'
import { isIPv4, isIPv6, specialIpErrors } from '../../validation/ip.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const
const addressTypes = ['FQDN', 'IPv4', 'IPv6']
const protocols = ['SCTP', 'TCP', 'UDP']
const most = { endpoints: 1000, ports: 20_000, addresses: 100 }

export function validateEndpointSlice(slice: EndpointSlice): readonly FieldError[] {
  const type: string = slice.addressType ?? ''
  return [
    ...validateObjectMeta(identity, slice.metadata),
    ...validateAddressType(type),
    ...slice.endpoints.flatMap((endpoint, i) => validateEndpoint(endpoint, type, `endpoints[${i}]`)),
    ...(slice.endpoints.length > most.endpoints
      ? [tooMany('endpoints', slice.endpoints.length, most.endpoints)]
      : []),
    ...validatePorts(slice.ports),
    ...(slice.ports.length > most.ports ? [tooMany('ports', slice.ports.length, most.ports)] : []),
  ]
}

export function validateEndpointSliceUpdate(slice: EndpointSlice, old: EndpointSlice): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(slice.metadata, old.metadata),
    ...validateEndpointSlice(slice),
    ...validateImmutable(slice.addressType, old.addressType, 'addressType'),
  ]
}

function tooMany(field: string, count: number, limit: number): FieldError {
  const message = `Too many: ${count}: must have at most ${limit} items`
  return { reason: 'FieldValueTooMany', field, message }
}

function validateAddressType(type: string): readonly FieldError[] {
  if (type === '') return [required('addressType')]
  return addressTypes.includes(type) ? [] : [notSupported('addressType', type, addressTypes)]
}

function validateEndpoint(endpoint: Endpoint, type: string, field: string): readonly FieldError[] {
  const addresses = endpoint.addresses ?? []
  const { hostname, nodeName } = endpoint
  return [
    ...(addresses.length === 0 ? [required(`${field}.addresses`, 'must contain at least 1 address')] : []),
    ...(addresses.length > most.addresses
      ? [tooMany(`${field}.addresses`, addresses.length, most.addresses)]
      : []),
    ...addresses.flatMap((address, i) => validateAddress(address, type, `${field}.addresses[${i}]`)),
    ...(nodeName === undefined
      ? []
      : complaints(`${field}.nodeName`, nodeName, dnsSubdomainErrors(nodeName))),
    ...(hostname === undefined ? [] : complaints(`${field}.hostname`, hostname, dnsLabelErrors(hostname))),
  ]
}

function validateAddress(address: string, type: string, field: string): readonly FieldError[] {
  switch (type) {
    case 'IPv4':
      if (!isIPv4(address)) return [invalid(field, address, 'must be a valid IPv4 address')]
      return complaints(field, address, specialIpErrors(address))
    case 'IPv6':
      if (!isIPv6(address)) return [invalid(field, address, 'must be a valid IPv6 address')]
      return complaints(field, address, specialIpErrors(address))
    case 'FQDN':
      return complaints(field, address, dnsSubdomainErrors(address))
    default:
      return []
  }
}

function validatePorts(ports: readonly EndpointPort[]): readonly FieldError[] {
  const names = new Set<string>()
  return ports.flatMap((port, i) => {
    const { name = '', protocol = '', port: number, appProtocol } = port
    const field = `ports[${i}]`
    const again = names.has(name)
    names.add(name)
    return [
      ...(name === '' ? [] : complaints(`${field}.name`, name, dnsLabelErrors(name))),
      ...(again ? [duplicate(`${field}.name`, name)] : []),
      ...(protocols.includes(protocol) ? [] : [notSupported(`${field}.protocol`, protocol, protocols)]),
      ...(number === undefined ? [] : complaints(`${field}.port`, number, portNumberErrors(number))),
      ...(appProtocol === undefined
        ? []
        : complaints(`${field}.appProtocol`, appProtocol, qualifiedNameErrors(appProtocol))),
    ]
  })
}
