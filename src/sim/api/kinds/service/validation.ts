/** pkg/apis/core/validation/validation.go ValidateService, Kubernetes v1.36; addresses are in addresses.ts. */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { dnsLabelErrors, dnsSubdomainErrors, portNumberErrors, qualifiedNameErrors } from '../../names.ts'
import type { Service, ServicePort, ServiceSpec } from '../../types/index.ts'
import { complaints, validateChoice, validateOptionalChoice, validatePort } from '../../validation/fields.ts'
import { cidrErrors, ipErrors, specialIpErrors } from '../../validation/ip.ts'
import { validateLabels } from '../../validation/labels.ts'
import { validateObjectMeta } from '../../validation/objectMeta.ts'
import { goView } from '../../validation/pod/goView.ts'
import { isHeadless, validateClusterAddresses } from './addresses.ts'
import { hasClusterAddress, isExternallyAccessible } from './defaults.ts'

const identity = { namespaced: true, nameRule: 'dns-1035-label' } as const
const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']
const protocols = ['SCTP', 'TCP', 'UDP']
const mostAffinitySeconds = 86_400
const onlyLoadBalancer = "may only be used when `type` is 'LoadBalancer'"

export function validateService(service: Service): readonly FieldError[] {
  const { spec } = service
  const ports = spec.ports ?? []
  return [
    ...validateObjectMeta(identity, service.metadata),
    ...(ports.length === 0 && !isHeadless(spec) && spec.type !== 'ExternalName'
      ? [required('spec.ports')]
      : []),
    ...validateTypeAddresses(spec),
    ...validatePorts(ports),
    ...validateLabels(spec.selector, 'spec.selector'),
    ...validateChoice(spec.sessionAffinity, ['ClientIP', 'None'], 'spec.sessionAffinity'),
    ...validateAffinityConfig(spec, 'spec.sessionAffinityConfig'),
    ...validateClusterAddresses(spec),
    ...validateExternalIps(spec.externalIPs ?? []),
    ...validateChoice(spec.type, types, 'spec.type'),
    ...validateNodePorts(spec),
    ...validateDistinctPorts(ports),
    ...validateLoadBalancer(spec),
    ...validateTrafficPolicies(spec),
  ]
}

function validateTypeAddresses(spec: ServiceSpec): readonly FieldError[] {
  if ((spec.type === 'LoadBalancer' || spec.type === 'NodePort') && isHeadless(spec)) {
    return [invalid('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${spec.type} services`)]
  }
  if (spec.type !== 'ExternalName') return []
  const given = [
    ['clusterIPs', (spec.clusterIPs ?? []).length > 0],
    ['ipFamilies', (spec.ipFamilies ?? []).length > 0],
    ['ipFamilyPolicy', spec.ipFamilyPolicy !== undefined],
  ] as const
  const target = (spec.externalName ?? '').replace(/\.$/, '')
  return [
    ...given
      .filter(([, isGiven]) => isGiven)
      .map(([name]) => forbidden(`spec.${name}`, 'may not be set for ExternalName services')),
    ...(target === ''
      ? [required('spec.externalName')]
      : complaints('spec.externalName', target, dnsSubdomainErrors(target))),
  ]
}

function validatePorts(ports: readonly ServicePort[]): readonly FieldError[] {
  const names = new Set<string>()
  return ports.flatMap((port, i) => {
    const field = `spec.ports[${i}]`
    return [
      ...validatePortName(port.name ?? '', ports.length > 1, names, `${field}.name`),
      ...complaints(`${field}.port`, port.port ?? 0, portNumberErrors(port.port ?? 0)),
      ...validateChoice(port.protocol, protocols, `${field}.protocol`),
      ...validatePort(port.targetPort, `${field}.targetPort`),
      ...(port.appProtocol === undefined
        ? []
        : complaints(`${field}.appProtocol`, port.appProtocol, qualifiedNameErrors(port.appProtocol))),
    ]
  })
}

function validatePortName(
  name: string,
  isNeeded: boolean,
  names: Set<string>,
  field: string,
): readonly FieldError[] {
  if (name === '') return isNeeded ? [required(field)] : []
  const errors = complaints(field, name, dnsLabelErrors(name))
  if (names.has(name)) return [...errors, duplicate(field, name)]
  names.add(name)
  return errors
}

function validateAffinityConfig(spec: ServiceSpec, field: string): readonly FieldError[] {
  const config = spec.sessionAffinityConfig
  if (spec.sessionAffinity === 'None') {
    return config === undefined ? [] : [forbidden(field, 'must not be set when session affinity is None')]
  }
  if (spec.sessionAffinity !== 'ClientIP') return []
  const seconds = config?.clientIP?.timeoutSeconds
  const at = `${field}.clientIP.timeoutSeconds`
  if (seconds === undefined) return [required(at, 'when session affinity type is ClientIP')]
  if (seconds > 0 && seconds <= mostAffinitySeconds) return []
  return [invalid(at, seconds, `must be greater than 0 and less than ${mostAffinitySeconds}`)]
}

function validateExternalIps(addresses: readonly string[]): readonly FieldError[] {
  return addresses.flatMap((address, i) => {
    const wrong = ipErrors(address)
    return complaints(`spec.externalIPs[${i}]`, address, wrong.length > 0 ? wrong : specialIpErrors(address))
  })
}

function validateNodePorts(spec: ServiceSpec): readonly FieldError[] {
  const taken = new Set<string>()
  const ports = spec.ports ?? []
  const unused = "may not be used when `type` is 'ClusterIP'"
  return [
    ...ports.flatMap(({ nodePort }, i) =>
      spec.type === 'ClusterIP' && nodePort ? [forbidden(`spec.ports[${i}].nodePort`, unused)] : [],
    ),
    ...ports.flatMap(({ protocol, nodePort }, i) => {
      if (!nodePort) return []
      const place = `${protocol}/${nodePort}`
      if (taken.has(place)) return [duplicate(`spec.ports[${i}].nodePort`, nodePort)]
      taken.add(place)
      return []
    }),
  ]
}

function validateDistinctPorts(ports: readonly ServicePort[]): readonly FieldError[] {
  const taken = new Set<string>()
  return ports.flatMap(({ protocol, port }, i) => {
    const place = `${protocol}/${port}`
    if (taken.has(place)) return [duplicate(`spec.ports[${i}]`, goView('ServicePort', { protocol, port }))]
    taken.add(place)
    return []
  })
}

function validateLoadBalancer(spec: Draft): readonly FieldError[] {
  const isBalancer = spec.type === 'LoadBalancer'
  const ranges: readonly string[] = spec.loadBalancerSourceRanges ?? []
  const field = 'spec.LoadBalancerSourceRanges'
  const className = spec.loadBalancerClass
  return [
    ...(ranges.length > 0 && !isBalancer ? [forbidden(field, onlyLoadBalancer)] : []),
    ...ranges.flatMap((range, i) => complaints(`${field}[${i}]`, range.trim(), cidrErrors(range.trim()))),
    ...(spec.allocateLoadBalancerNodePorts !== undefined && !isBalancer
      ? [forbidden('spec.allocateLoadBalancerNodePorts', onlyLoadBalancer)]
      : []),
    ...(className !== undefined && !isBalancer
      ? [forbidden('spec.loadBalancerClass', onlyLoadBalancer)]
      : []),
    ...(className !== undefined && isBalancer
      ? complaints('spec.loadBalancerClass', className, qualifiedNameErrors(className))
      : []),
  ]
}

function validateTrafficPolicies(spec: Draft): readonly FieldError[] {
  const policies = ['Cluster', 'Local']
  const external = spec.externalTrafficPolicy ?? ''
  const checksHealth = spec.type === 'LoadBalancer' && external === 'Local'
  const healthPort = spec.healthCheckNodePort ?? 0
  const onlyExternal = 'may only be set for externally-accessible services'
  const onlyLocal = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"
  const distribution = spec.trafficDistribution
  const distributions = ['PreferClose', 'PreferSameNode', 'PreferSameZone']
  return [
    ...(isExternallyAccessible(spec)
      ? validateChoice(external, policies, 'spec.externalTrafficPolicy')
      : external === ''
        ? []
        : [invalid('spec.externalTrafficPolicy', external, onlyExternal)]),
    ...(healthPort !== 0 && !checksHealth
      ? [invalid('spec.healthCheckNodePort', healthPort, onlyLocal)]
      : []),
    ...(hasClusterAddress(spec) && spec.internalTrafficPolicy === undefined
      ? [required('spec.internalTrafficPolicy')]
      : validateOptionalChoice(spec.internalTrafficPolicy, policies, 'spec.internalTrafficPolicy')),
    ...(distribution === undefined || distributions.includes(distribution)
      ? []
      : [notSupported('spec.trafficDistribution', distribution, distributions)]),
  ]
}
