/**
 * Config maps and secrets that a pod needs: a container isn't created without those of its environment, a pod isn't
 * begun without those of its volumes (pkg/kubelet/kubelet_pods.go and pkg/volume, v1.36).
 */
import type { Container, PodSpec } from '../api/types/index.ts'

export type Holder = 'configmap' | 'secret'

/** The keys of a config map or secret in the pod's namespace; undefined when there is none. */
export type KeysOf = (holder: Holder, name: string) => readonly string[] | undefined

interface Reference {
  readonly name?: string
  readonly optional?: boolean
}

interface EnvSource {
  readonly configMapKeyRef?: Reference & { readonly key: string }
  readonly secretKeyRef?: Reference & { readonly key: string }
  readonly configMapRef?: Reference
  readonly secretRef?: Reference
}

interface VolumeSource {
  readonly configMap?: Reference
  readonly secret?: { readonly secretName?: string; readonly optional?: boolean }
}

/** What keeps the container from being created; undefined: nothing. */
export function missingForContainer(
  container: Container,
  namespace: string,
  keysOf: KeysOf,
): string | undefined {
  for (const source of (container.envFrom ?? []) as readonly EnvSource[]) {
    const missing =
      absent('configmap', source.configMapRef, keysOf) ?? absent('secret', source.secretRef, keysOf)
    if (missing !== undefined) return missing
  }
  for (const { valueFrom } of container.env ?? []) {
    const { configMapKeyRef, secretKeyRef } = (valueFrom ?? {}) as EnvSource
    const missing =
      absentKey('configmap', configMapKeyRef, namespace, keysOf) ??
      absentKey('secret', secretKeyRef, namespace, keysOf)
    if (missing !== undefined) return missing
  }
  return undefined
}

/** The first volume that can't be mounted, as the FailedMount event puts it; undefined: all can. */
export function missingForVolumes(spec: PodSpec, keysOf: KeysOf): string | undefined {
  for (const volume of spec.volumes ?? []) {
    const { configMap, secret } = volume as VolumeSource
    const secretRef = secret === undefined ? undefined : { ...secret, name: secret.secretName ?? '' }
    const missing = absent('configmap', configMap, keysOf) ?? absent('secret', secretRef, keysOf)
    if (missing !== undefined) return `MountVolume.SetUp failed for volume "${volume.name}" : ${missing}`
  }
  return undefined
}

function absent(holder: Holder, reference: Reference | undefined, keysOf: KeysOf): string | undefined {
  if (reference === undefined || reference.optional || keysOf(holder, reference.name ?? '')) return undefined
  return `${holder} "${reference.name ?? ''}" not found`
}

const words: Readonly<Record<Holder, string>> = { configmap: 'ConfigMap', secret: 'Secret' }

function absentKey(
  holder: Holder,
  reference: (Reference & { readonly key: string }) | undefined,
  namespace: string,
  keysOf: KeysOf,
): string | undefined {
  if (reference === undefined || reference.optional) return undefined
  const keys = keysOf(holder, reference.name ?? '')
  if (keys === undefined) return `${holder} "${reference.name ?? ''}" not found`
  if (keys.includes(reference.key)) return undefined
  return `couldn't find key ${reference.key} in ${words[holder]} ${namespace}/${reference.name ?? ''}`
}
