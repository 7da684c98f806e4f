/** What each source of a volume must say (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { compareQuantities } from '../../quantity.ts'
import { validateFieldRef, validateResourceFieldRef } from './env.ts'
import { validateDescendingPath, validateNoBacksteps, validateUnreservedPath } from './paths.ts'

interface SourceCheck {
  readonly source: string
  /** The server's own spelling where it refuses a second source. */
  readonly refusedAs?: string
  readonly check?: (source: Draft, field: string) => readonly FieldError[]
}

const fileModes = 'must be a number between 0 and 0777 (octal), both inclusive'
const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
]
const volumeFields = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
]
const leastTokenSeconds = 600
const mostTokenSeconds = 4_294_967_296

/** In the order in which the server looks for them. */
export const volumeSourceChecks: readonly SourceCheck[] = [
  { source: 'emptyDir', check: validateEmptyDir },
  { source: 'hostPath', check: validateHostPath },
  { source: 'gitRepo', check: validateGitRepo },
  { source: 'gcePersistentDisk', check: needs('pdName') },
  { source: 'awsElasticBlockStore', check: needs('volumeID') },
  { source: 'secret', check: (source, field) => validateKeyedFiles(source, 'secretName', field) },
  { source: 'nfs', check: validateNfs },
  { source: 'iscsi' },
  { source: 'glusterfs', check: needs('endpoints', 'path') },
  { source: 'flocker' },
  { source: 'persistentVolumeClaim', check: needs('claimName') },
  { source: 'rbd' },
  { source: 'cinder', check: needs('volumeID') },
  { source: 'cephfs', refusedAs: 'cephFS' },
  { source: 'quobyte' },
  { source: 'downwardAPI', refusedAs: 'downwarAPI', check: validateDownwardApi },
  { source: 'fc' },
  { source: 'flexVolume', check: needs('driver') },
  { source: 'configMap', check: (source, field) => validateKeyedFiles(source, 'name', field) },
  { source: 'azureFile', check: needs('secretName', 'shareName') },
  { source: 'vsphereVolume', check: needs('volumePath') },
  { source: 'photonPersistentDisk', check: needs('pdID') },
  { source: 'portworxVolume', check: needs('volumeID') },
  { source: 'azureDisk', check: needs('diskName', 'diskURI') },
  { source: 'storageos', check: needs('volumeName') },
  { source: 'projected', check: validateProjected },
  { source: 'scaleIO' },
  { source: 'csi', check: needs('driver') },
  { source: 'ephemeral', check: needs('volumeClaimTemplate') },
  { source: 'image', check: needs('reference') },
]

function needs(...names: readonly string[]): (source: Draft, field: string) => readonly FieldError[] {
  return (source, field) => names.filter((name) => !source[name]).map((name) => required(`${field}.${name}`))
}

function validateEmptyDir(source: Draft, field: string): readonly FieldError[] {
  if (source.sizeLimit === undefined || compareQuantities(source.sizeLimit, '0') >= 0) return []
  return [forbidden(`${field}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')]
}

function validateHostPath(source: Draft, field: string): readonly FieldError[] {
  const { path = '', type } = source
  if (path === '') return [required(`${field}.path`)]
  const known = type === undefined || hostPathTypes.includes(type)
  return [
    ...validateNoBacksteps(path, `${field}.path`),
    ...(known ? [] : [notSupported(`${field}.type`, type, hostPathTypes)]),
  ]
}

function validateGitRepo(source: Draft, field: string): readonly FieldError[] {
  return [
    ...needs('repository')(source, field),
    ...validateDescendingPath(source.directory ?? '', `${field}.directory`),
  ]
}

function validateNfs(source: Draft, field: string): readonly FieldError[] {
  const path: string = source.path ?? ''
  return [
    ...needs('server', 'path')(source, field),
    ...(path.startsWith('/') ? [] : [invalid(`${field}.path`, path, 'must be an absolute path')]),
  ]
}

function validateKeyedFiles(source: Draft, nameField: string, field: string): readonly FieldError[] {
  return [
    ...needs(nameField)(source, field),
    ...validateMode(source.defaultMode, `${field}.defaultMode`),
    ...validateKeyPaths(source.items ?? [], `${field}.items`),
  ]
}

function validateKeyPaths(items: readonly Draft[], field: string): readonly FieldError[] {
  return items.flatMap((item, i) => [
    ...needs('key', 'path')(item, `${field}[${i}]`),
    ...validateUnreservedPath(item.path ?? '', `${field}[${i}].path`),
    ...validateMode(item.mode, `${field}[${i}].mode`),
  ])
}

function validateDownwardApi(source: Draft, field: string): readonly FieldError[] {
  return [
    ...validateMode(source.defaultMode, `${field}.defaultMode`),
    ...(source.items ?? []).flatMap((item: Draft) => validateDownwardFile(item, field)),
  ]
}

function validateDownwardFile(file: Draft, field: string): readonly FieldError[] {
  return [
    ...needs('path')(file, field),
    ...validateUnreservedPath(file.path ?? '', `${field}.path`),
    ...validateDownwardReference(file, field),
    ...validateMode(file.mode, `${field}.mode`),
  ]
}

function validateDownwardReference(file: Draft, field: string): readonly FieldError[] {
  if (file.fieldRef !== undefined) {
    const both = 'fieldRef and resourceFieldRef can not be specified simultaneously'
    return [
      ...validateFieldRef(file.fieldRef, volumeFields, `${field}.fieldRef`),
      ...(file.resourceFieldRef === undefined ? [] : [invalid(field, 'resource', both)]),
    ]
  }
  if (file.resourceFieldRef !== undefined) {
    return validateResourceFieldRef(file.resourceFieldRef, true, `${field}.resourceFieldRef`)
  }
  return [required(field, 'one of fieldRef and resourceFieldRef is required')]
}

function validateProjected(source: Draft, field: string): readonly FieldError[] {
  const paths = new Set<string>()
  return [
    ...validateMode(source.defaultMode, `${field}.defaultMode`),
    ...(source.sources ?? []).flatMap((one: Draft, i: number) =>
      validateProjection(one, paths, field, `${field}.sources[${i}]`),
    ),
  ]
}

function validateProjection(
  source: Draft,
  paths: Set<string>,
  volumeField: string,
  field: string,
): readonly FieldError[] {
  const errors: FieldError[] = []
  for (const kind of ['secret', 'configMap'] as const) {
    if (source[kind] === undefined) continue
    const items: readonly Draft[] = source[kind].items ?? []
    errors.push(...needs('name')(source[kind], `${field}.${kind}`))
    errors.push(...validateKeyPaths(items, `${field}.${kind}.items`))
    errors.push(...conflictingPaths(items, paths, source[kind].name ?? '', volumeField))
  }
  for (const file of source.downwardAPI?.items ?? []) {
    errors.push(...validateDownwardFile(file, `${field}.downwardAPI`))
    errors.push(...conflictingPaths([file], paths, file.path, volumeField))
  }
  if (source.serviceAccountToken !== undefined) {
    errors.push(...validateToken(source.serviceAccountToken, volumeField, `${field}.serviceAccountToken`))
  }
  if (Object.keys(source).length > 1) {
    errors.push(forbidden(field, 'may not specify more than 1 volume type per source'))
  }
  return errors
}

function conflictingPaths(
  items: readonly Draft[],
  paths: Set<string>,
  value: string,
  field: string,
): readonly FieldError[] {
  return items.flatMap(({ path = '' }) => {
    if (path === '') return []
    if (paths.has(path)) return [invalid(field, value, 'conflicting duplicate paths')]
    paths.add(path)
    return []
  })
}

function validateToken(token: Draft, volumeField: string, field: string): readonly FieldError[] {
  const seconds: number = token.expirationSeconds ?? 0
  const at = `${field}.expirationSeconds`
  return [
    ...(seconds < leastTokenSeconds
      ? [invalid(at, seconds, 'may not specify a duration less than 10 minutes')]
      : []),
    ...(seconds > mostTokenSeconds
      ? [invalid(at, seconds, 'may not specify a duration larger than 2^32 seconds')]
      : []),
    ...(token.path
      ? validateUnreservedPath(token.path, `${volumeField}.path`)
      : [required(`${volumeField}.path`)]),
  ]
}

function validateMode(mode: number | undefined, field: string): readonly FieldError[] {
  return mode === undefined || (mode >= 0 && mode <= 0o777) ? [] : [invalid(field, mode, fileModes)]
}
