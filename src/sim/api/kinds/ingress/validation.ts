/** pkg/apis/networking/validation/validation.go, Kubernetes v1.36. */
import { type FieldError, invalid, notSupported, required } from '../../fieldError.ts'
import {
  dns1035LabelErrors,
  dnsSubdomainErrors,
  pathSegmentErrors,
  portNameErrors,
  portNumberErrors,
  wildcardSubdomainErrors,
} from '../../names.ts'
import type { Ingress, IngressBackend, IngressPath, IngressRule, IngressTls } from '../../types/index.ts'
import { complaints } from '../../validation/fields.ts'
import { isIPv4, isIPv6 } from '../../validation/ip.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const
const pathTypes = ['Exact', 'ImplementationSpecific', 'Prefix']
const badSequences = ['//', '/./', '/../', '%2f', '%2F']
const badSuffixes = ['/..', '/.']
const classAnnotation = 'kubernetes.io/ingress.class'

export function validateIngress(ingress: Ingress): readonly FieldError[] {
  return [...validateWhole(ingress), ...validateClassAnnotation(ingress)]
}

export function validateIngressUpdate(ingress: Ingress, old: Ingress): readonly FieldError[] {
  return [...validateObjectMetaUpdate(ingress.metadata, old.metadata), ...validateWhole(ingress)]
}

function validateWhole({ metadata, spec }: Ingress): readonly FieldError[] {
  const { rules = [], defaultBackend, tls = [], ingressClassName } = spec
  const neither = rules.length === 0 && defaultBackend === undefined
  const why = 'either `defaultBackend` or `rules` must be specified'
  return [
    ...validateObjectMeta(identity, metadata),
    ...(neither ? [invalid('spec', spec.rules, why)] : []),
    ...(defaultBackend === undefined ? [] : validateBackend(defaultBackend, 'spec.defaultBackend')),
    ...rules.flatMap((rule, i) => validateRule(rule, `spec.rules[${i}]`)),
    ...tls.flatMap((one, i) => validateTls(one, `spec.tls[${i}]`)),
    ...(ingressClassName === undefined
      ? []
      : complaints('spec.ingressClassName', ingressClassName, dnsSubdomainErrors(ingressClassName))),
  ]
}

/** The older way to name a class must not say something else. */
function validateClassAnnotation({ metadata, spec }: Ingress): readonly FieldError[] {
  const annotated = metadata.annotations?.[classAnnotation]
  if (annotated === undefined || spec.ingressClassName === undefined) return []
  if (annotated === spec.ingressClassName) return []
  const why = 'must match `ingressClassName` when both are specified'
  return [invalid(`annotations.${classAnnotation}`, annotated, why)]
}

function validateRule({ host = '', http }: IngressRule, field: string): readonly FieldError[] {
  return [
    ...(host === '' ? [] : validateHost(host, `${field}.host`)),
    ...(http === undefined ? [] : validatePaths(http.paths ?? [], `${field}.http.paths`)),
  ]
}

function validateHost(host: string, field: string): readonly FieldError[] {
  const isAddress = isIPv4(host) || isIPv6(host)
  return [
    ...(isAddress ? [invalid(field, host, 'must be a DNS name, not an IP address')] : []),
    ...complaints(field, host, hostErrors(host)),
  ]
}

function hostErrors(host: string): readonly string[] {
  return host.includes('*') ? wildcardSubdomainErrors(host) : dnsSubdomainErrors(host)
}

function validatePaths(paths: readonly IngressPath[], field: string): readonly FieldError[] {
  if (paths.length === 0) return [required(field)]
  return paths.flatMap((path, i) => validatePath(path, `${field}[${i}]`))
}

function validatePath({ path = '', pathType, backend }: IngressPath, field: string): readonly FieldError[] {
  if (pathType === undefined) return [required(`${field}.pathType`, 'pathType must be specified')]
  const own = `${field}.path`
  return [
    ...(pathTypes.includes(pathType) ? [] : [notSupported(`${field}.pathType`, pathType, pathTypes)]),
    ...(pathType === 'ImplementationSpecific' ? validateLoosePath(path, own) : []),
    ...(pathType === 'Exact' || pathType === 'Prefix' ? validateStrictPath(path, own) : []),
    ...validateBackend(backend ?? {}, `${field}.backend`),
  ]
}

function validateLoosePath(path: string, field: string): readonly FieldError[] {
  return path === '' || path.startsWith('/') ? [] : [invalid(field, path, 'must be an absolute path')]
}

function validateStrictPath(path: string, field: string): readonly FieldError[] {
  return [
    ...(path.startsWith('/') ? [] : [invalid(field, path, 'must be an absolute path')]),
    ...badSequences
      .filter((bad) => path.includes(bad))
      .map((bad) => invalid(field, path, `must not contain '${bad}'`)),
    ...badSuffixes
      .filter((bad) => path.endsWith(bad))
      .map((bad) => invalid(field, path, `cannot end with '${bad}'`)),
  ]
}

function validateBackend({ service, resource }: IngressBackend, field: string): readonly FieldError[] {
  if (service !== undefined && resource !== undefined)
    return [invalid(field, '', 'cannot set both resource and service backends')]
  if (resource !== undefined) return validateResource(resource, `${field}.resource`)
  if (service === undefined) return [invalid(field, '', 'resource or service backend is required')]
  const name = `${field}.service.name`
  return [
    ...(service.name ? complaints(name, service.name, dns1035LabelErrors(service.name)) : [required(name)]),
    ...validateBackendPort(service.port ?? {}, field),
  ]
}

function validateBackendPort(
  { name = '', number = 0 }: { readonly name?: string; readonly number?: number },
  field: string,
): readonly FieldError[] {
  if (name !== '' && number !== 0) return [invalid(field, '', 'cannot set both port name & port number')]
  if (name !== '') return complaints(`${field}.service.port.name`, name, portNameErrors(name))
  if (number !== 0) return complaints(`${field}.service.port.number`, number, portNumberErrors(number))
  return [required(field, 'port name or number is required')]
}

function validateResource(
  { apiGroup, kind, name }: NonNullable<IngressBackend['resource']>,
  field: string,
): readonly FieldError[] {
  const named = (part: string, value: string) =>
    value ? complaints(`${field}.${part}`, value, pathSegmentErrors(value)) : [required(`${field}.${part}`)]
  return [
    ...(apiGroup === undefined
      ? []
      : complaints(`${field}.apiGroup`, apiGroup, dnsSubdomainErrors(apiGroup))),
    ...named('kind', kind),
    ...named('name', name),
  ]
}

function validateTls({ hosts = [], secretName = '' }: IngressTls, field: string): readonly FieldError[] {
  return [
    ...hosts.flatMap((host, i) => complaints(`${field}.hosts[${i}]`, host, hostErrors(host))),
    ...(secretName === ''
      ? []
      : complaints(`${field}.secretName`, secretName, dnsSubdomainErrors(secretName))),
  ]
}
