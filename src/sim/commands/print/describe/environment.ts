/** Environment variables of a container in a description, with references resolved as far as kubectl does it. */
import { parseQuantity, scaledInt64 } from '../../../api/quantity.ts'
import type { Container, EnvVar, Labels, Pod } from '../../../api/types/index.ts'
import type { Description } from './description.ts'
import { sortedKeys } from './metadata.ts'

interface KeyRef {
  readonly key?: string
  readonly name?: string
  readonly optional?: boolean
}

interface ValueFrom {
  readonly fieldRef?: { readonly apiVersion?: string; readonly fieldPath: string }
  readonly resourceFieldRef?: { readonly resource: string; readonly divisor?: string | number }
  readonly secretKeyRef?: KeyRef
  readonly configMapKeyRef?: KeyRef
}

export function describeEnvironment(out: Description, container: Container, pod: Pod | undefined): void {
  if (container.envFrom !== undefined && container.envFrom.length > 0) {
    out.line(2, 'Environment Variables from:')
    for (const source of container.envFrom) out.line(3, sourceText(source))
  }
  const { env = [] } = container
  out.line(2, env.length === 0 ? 'Environment:\t<none>' : 'Environment:')
  for (const variable of env) {
    for (const line of variableLines(variable, container, pod)) out.line(3, line)
  }
}

function sourceText(source: NonNullable<Container['envFrom']>[number]): string {
  const { configMapRef, secretRef, prefix } = source as {
    configMapRef?: KeyRef
    secretRef?: KeyRef
    prefix?: string
  }
  const ref = configMapRef ?? secretRef
  const from = configMapRef ? 'ConfigMap' : secretRef ? 'Secret' : ''
  const withPrefix = prefix ? ` with prefix '${prefix}'` : ''
  return `${ref?.name ?? ''}\t${from}${withPrefix}\tOptional: ${ref?.optional ?? false}`
}

function variableLines(
  { name, value = '', valueFrom }: EnvVar,
  container: Container,
  pod: Pod | undefined,
): string[] {
  if (valueFrom === undefined)
    return value.split('\n').map((line, i) => (i === 0 ? `${name}:\t${line}` : `\t${line}`))
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom as ValueFrom
  if (fieldRef) {
    const resolved = pod === undefined ? '' : fieldValue(pod, fieldRef.fieldPath)
    return [`${name}:\t${resolved} (${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})`]
  }
  if (resourceFieldRef)
    return [`${name}:\t${resourceText(resourceFieldRef, container)} (${resourceFieldRef.resource})`]
  if (secretKeyRef) return [`${name}:\t${keyText('in secret', secretKeyRef)}`]
  return configMapKeyRef ? [`${name}:\t${keyText('of config map', configMapKeyRef)}`] : []
}

function keyText(where: string, { key, name, optional }: KeyRef): string {
  return `<set to the key '${key}' ${where} '${name}'>\tOptional: ${optional ?? false}`
}

/** Metadata only: what spec and status references stand for is known to the kubelet alone. */
function fieldValue({ metadata }: Pod, path: string): string {
  const key = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path)
  if (key) return metadata[key[1] as 'labels' | 'annotations']?.[key[2] as string] ?? ''
  switch (path) {
    case 'metadata.name':
      return metadata.name
    case 'metadata.namespace':
      return metadata.namespace ?? ''
    case 'metadata.uid':
      return metadata.uid
    case 'metadata.labels':
      return mapText(metadata.labels ?? {})
    case 'metadata.annotations':
      return mapText(metadata.annotations ?? {})
    default:
      return ''
  }
}

function mapText(map: Labels): string {
  return sortedKeys(map)
    .map((key) => `${key}=${JSON.stringify(map[key])}`)
    .join('\n')
}

function resourceText(
  { resource, divisor }: { resource: string; divisor?: string | number },
  container: Container,
) {
  const [list, name] = resource.split('.', 2) as ['limits' | 'requests', string]
  if (!['cpu', 'memory', 'ephemeral-storage'].includes(name)) return ''
  const scale = name === 'cpu' ? -3 : 0
  const amount = scaledInt64(parseQuantity(container.resources?.[list]?.[name] ?? '0'), scale)
  const given = String(divisor ?? '0')
  const unit = scaledInt64(parseQuantity(given === '0' ? '1' : given), scale)
  const value = String((amount + unit - 1n) / unit)
  return value === '0' && (resource === 'limits.cpu' || resource === 'limits.memory')
    ? 'node allocatable'
    : value
}
