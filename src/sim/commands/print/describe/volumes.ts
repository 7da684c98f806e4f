/** The Volumes section of a pod or pod template. */
import type { Volume } from '../../../api/types/index.ts'
import type { Description } from './description.ts'
import { sortedKeys } from './metadata.ts'

// biome-ignore lint/suspicious/noExplicitAny: volume sources are kept as they were given; each describer knows its own.
type Source = any

type Row = readonly [name: string, value: unknown]

interface SourceText {
  readonly type: string
  rows(source: Source): readonly Row[]
}

const sources: Readonly<Record<string, SourceText>> = {
  hostPath: {
    type: 'HostPath (bare host directory volume)',
    rows: ({ path, type }) => [
      ['Path', path],
      ['HostPathType', type ?? '<none>'],
    ],
  },
  emptyDir: {
    type: "EmptyDir (a temporary directory that shares a pod's lifetime)",
    rows: ({ medium, sizeLimit }) => [
      ['Medium', medium ?? ''],
      ['SizeLimit', sizeLimit && sizeLimit !== '0' ? sizeLimit : '<unset>'],
    ],
  },
  secret: {
    type: 'Secret (a volume populated by a Secret)',
    rows: ({ secretName, optional }) => [
      ['SecretName', secretName ?? ''],
      ['Optional', optional ?? false],
    ],
  },
  configMap: {
    type: 'ConfigMap (a volume populated by a ConfigMap)',
    rows: ({ name, optional }) => [
      ['Name', name ?? ''],
      ['Optional', optional ?? false],
    ],
  },
  persistentVolumeClaim: {
    type: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    rows: ({ claimName, readOnly }) => [
      ['ClaimName', claimName],
      ['ReadOnly', readOnly ?? false],
    ],
  },
  nfs: {
    type: 'NFS (an NFS mount that lasts the lifetime of a pod)',
    rows: ({ server, path, readOnly }) => [
      ['Server', server],
      ['Path', path],
      ['ReadOnly', readOnly ?? false],
    ],
  },
  projected: {
    type: 'Projected (a volume that contains injected data from multiple sources)',
    rows: ({ sources }) => (sources ?? []).flatMap(projectedRows),
  },
  csi: {
    type: 'CSI (a Container Storage Interface (CSI) volume source)',
    rows: ({ driver, fsType, readOnly, volumeAttributes }) => [
      ['Driver', driver],
      ['FSType', fsType ?? ''],
      ['ReadOnly', readOnly ?? false],
      ['VolumeAttributes', attributesText(volumeAttributes ?? {})],
    ],
  },
  image: {
    type: 'Image (a container image or OCI artifact)',
    rows: ({ reference, pullPolicy }) => [
      ['Reference', reference],
      ['PullPolicy', pullPolicy],
    ],
  },
}

function projectedRows(source: Source): readonly Row[] {
  if (source.secret) {
    return [
      ['SecretName', source.secret.name],
      ['Optional', source.secret.optional ?? false],
    ]
  }
  if (source.downwardAPI) return [['DownwardAPI', true]]
  if (source.configMap) {
    return [
      ['ConfigMapName', source.configMap.name],
      ['Optional', source.configMap.optional ?? false],
    ]
  }
  return source.serviceAccountToken
    ? [['TokenExpirationSeconds', source.serviceAccountToken.expirationSeconds]]
    : []
}

function attributesText(attributes: Readonly<Record<string, string>>): string {
  const keys = sortedKeys(attributes)
  return keys.length === 0 ? '<none>' : keys.map((key) => `${key}=${attributes[key]}`).join('\n    \t')
}

/** `inTemplate`: one step further in, as all of a pod template is. */
export function describeVolumes(
  out: Description,
  volumes: readonly Volume[] = [],
  inTemplate: boolean,
): void {
  const margin = inTemplate ? '  ' : ''
  out.line(0, `${margin}Volumes:${volumes.length === 0 ? '\t<none>' : ''}`)
  for (const volume of volumes) {
    out.line(1, `${inTemplate ? ' ' : ''}${volume.name}:`)
    if (volume.downwardAPI) describeDownwardApi(out, volume.downwardAPI)
    else describeSource(out, volume)
  }
}

function describeSource(out: Description, volume: Volume): void {
  const kind = Object.keys(sources).find((name) => volume[name] !== undefined && volume[name] !== null)
  const source = kind === undefined ? undefined : sources[kind]
  if (kind === undefined || source === undefined) {
    out.line(1, '<unknown>')
    return
  }
  out.field(2, 'Type', source.type)
  for (const [name, value] of source.rows(volume[kind])) out.field(2, name, String(value))
}

function describeDownwardApi(out: Description, source: Source): void {
  out.field(2, 'Type', 'DownwardAPI (a volume populated by information about the pod)')
  out.line(2, 'Items:')
  for (const { fieldRef, resourceFieldRef, path } of source.items ?? []) {
    if (fieldRef) out.line(3, `${fieldRef.fieldPath} -> ${path}`)
    if (resourceFieldRef) out.line(3, `${resourceFieldRef.resource} -> ${path}`)
  }
}
