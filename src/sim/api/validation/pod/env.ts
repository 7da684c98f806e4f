/** Environment variables and what they are taken from (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { type FieldError, invalid, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { configMapKeyErrors, dnsSubdomainErrors, envVarNameErrors, qualifiedNameErrors } from '../../names.ts'
import { complaints } from '../fields.ts'

/** What may be asked of the pod, with the places that understand it. */
const podFields = new Set(
  'metadata.annotations metadata.labels metadata.name metadata.namespace metadata.uid spec.nodeName spec.restartPolicy spec.serviceAccountName spec.schedulerName status.phase status.hostIP status.hostIPs status.podIP status.podIPs'.split(
    ' ',
  ),
)
export const envFields: readonly string[] =
  'metadata.name metadata.namespace metadata.uid spec.nodeName spec.serviceAccountName status.hostIP status.hostIPs status.podIP status.podIPs'.split(
    ' ',
  )
const resourceFields =
  'limits.cpu limits.ephemeral-storage limits.memory requests.cpu requests.ephemeral-storage requests.memory'.split(
    ' ',
  )
const sourceNames = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const

export function validateEnv(variables: readonly Draft[], field: string): readonly FieldError[] {
  return variables.flatMap((variable, i) => {
    const name: string = variable.name ?? ''
    return [
      ...(name === ''
        ? [required(`${field}[${i}].name`)]
        : complaints(`${field}[${i}].name`, name, envVarNameErrors(name))),
      ...validateValueFrom(variable, `${field}[${i}].valueFrom`),
    ]
  })
}

export function validateEnvFrom(sources: readonly Draft[], field: string): readonly FieldError[] {
  return sources.flatMap((source, i) => {
    const prefix: string = source.prefix ?? ''
    const given = ['configMapRef', 'secretRef'].filter((name) => source[name] !== undefined)
    return [
      ...(prefix === '' ? [] : complaints(`${field}[${i}].prefix`, prefix, envVarNameErrors(prefix))),
      ...given.flatMap((name) => validateReference(source[name].name ?? '', `${field}[${i}].${name}.name`)),
      ...(given.length === 0
        ? [invalid(field, '', 'must specify one of: `configMapRef` or `secretRef`')]
        : []),
      ...(given.length > 1
        ? [invalid(field, '', 'may not have more than one field specified at a time')]
        : []),
    ]
  })
}

function validateValueFrom(variable: Draft, field: string): readonly FieldError[] {
  const source = variable.valueFrom
  if (source === undefined) return []
  const given = sourceNames.filter((name) => source[name] !== undefined)
  return [
    ...given.flatMap((name) => sourceChecks[name](source[name], `${field}.${name}`)),
    ...validateSingleSource(given.length, variable.value ?? '', field),
  ]
}

function validateSingleSource(count: number, value: string, field: string): readonly FieldError[] {
  if (count === 0) {
    const list = '`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'
    return [invalid(field, '', `must specify one of: ${list}`)]
  }
  if (value !== '') return [invalid(field, '', 'may not be specified when `value` is not empty')]
  return count > 1 ? [invalid(field, '', 'may not have more than one field specified at a time')] : []
}

const sourceChecks: Readonly<
  Record<(typeof sourceNames)[number], (source: Draft, field: string) => readonly FieldError[]>
> = {
  fieldRef: (source, field) => validateFieldRef(source, envFields, field),
  resourceFieldRef: (source, field) => validateResourceFieldRef(source, false, field),
  configMapKeyRef: validateKeyRef,
  secretKeyRef: validateKeyRef,
  fileKeyRef: validateFileKeyRef,
}

/** `known`: the fields that this place understands, as the error lists them. */
export function validateFieldRef(
  reference: Draft,
  known: readonly string[],
  field: string,
): readonly FieldError[] {
  const path: string = reference.fieldPath ?? ''
  if (!reference.apiVersion) return [required(`${field}.apiVersion`)]
  if (path === '') return [required(`${field}.fieldPath`)]
  const unreadable = (why: string) => [
    invalid(`${field}.fieldPath`, path, `error converting fieldPath: ${why}`),
  ]
  if (reference.apiVersion !== 'v1') return unreadable(`unsupported pod version: ${reference.apiVersion}`)
  const subscripted = /^(.*)\['(.+)'\]$/.exec(path)
  if (subscripted !== null) {
    const [, base, key = ''] = subscripted
    if (base !== 'metadata.annotations' && base !== 'metadata.labels') {
      return unreadable(`field label does not support subscript: ${path}`)
    }
    const judged = base === 'metadata.annotations' ? key.toLowerCase() : key
    return complaints(field, judged, qualifiedNameErrors(judged))
  }
  const internal = path === 'spec.host' ? 'spec.nodeName' : path
  if (!podFields.has(internal)) return unreadable(`field label not supported: ${path}`)
  return known.includes(internal) ? [] : [notSupported(`${field}.fieldPath`, internal, [...known].sort())]
}

export function validateResourceFieldRef(
  reference: Draft,
  inVolume: boolean,
  field: string,
): readonly FieldError[] {
  const resource: string = reference.resource ?? ''
  if (inVolume && !reference.containerName) return [required(`${field}.containerName`)]
  if (resource === '') return [required(`${field}.resource`)]
  if (resourceFields.includes(resource) || /^(requests|limits)\.hugepages-/.test(resource)) {
    return validateDivisor(resource, reference.divisor, field)
  }
  return [notSupported(`${field}.resource`, resource, resourceFields)]
}

const byteDivisors = '1 1k 1M 1G 1T 1P 1E 1Ki 1Mi 1Gi 1Ti 1Pi 1Ei'.split(' ')

function validateDivisor(
  resource: string,
  divisor: string | undefined,
  field: string,
): readonly FieldError[] {
  if (divisor === undefined || divisor === '0') return []
  const [what, allowed] = resource.endsWith('.cpu')
    ? ['cpu', ['1m', '1']]
    : [divisorSubject(resource), byteDivisors]
  if (allowed.includes(divisor)) return []
  const list = resource.endsWith('.cpu') ? '1m and 1' : byteDivisors.join(', ')
  const why = `only divisor's values ${list} are supported with the ${what} resource`
  return [invalid(`${field}.divisor`, resource, why)]
}

function divisorSubject(resource: string): string {
  if (resource.endsWith('.memory')) return 'memory'
  return resource.endsWith('.ephemeral-storage') ? 'local ephemeral storage' : 'hugepages'
}

function validateKeyRef(reference: Draft, field: string): readonly FieldError[] {
  const { name = '', key = '' } = reference
  return [
    ...complaints(`${field}.name`, name, dnsSubdomainErrors(name)),
    ...(key === '' ? [required(`${field}.key`)] : complaints(`${field}.key`, key, configMapKeyErrors(key))),
  ]
}

function validateFileKeyRef(reference: Draft, field: string): readonly FieldError[] {
  const { key = '', path = '', volumeName = '' } = reference
  return [
    ...(key === '' ? [required(`${field}.key`)] : complaints(`${field}.key`, key, envVarNameErrors(key))),
    ...(volumeName === '' ? [required(`${field}.volumeName`)] : []),
    ...(path === '' ? [required(`${field}.path`)] : []),
  ]
}

function validateReference(name: string, field: string): readonly FieldError[] {
  return name === '' ? [required(field)] : complaints(field, name, dnsSubdomainErrors(name))
}
