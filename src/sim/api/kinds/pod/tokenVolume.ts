/**
 * The volume with the service account's token that a real API server adds to every pod. Pods share the frozen spec of
 * their template, so it is not stored: it is added when a pod is read (plugin/pkg/admission/serviceaccount, v1.36).
 */
import { nameAlphabet } from '../../../core/draw.ts'
import { fnv1a } from '../../fnv1a.ts'
import type { Container, Pod, PodSpec, Volume, VolumeMount } from '../../types/index.ts'

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount'

export function withTokenVolume(pod: Pod): Pod {
  const { spec } = pod
  if (spec.automountServiceAccountToken === false) return pod
  if (spec.serviceAccountName === undefined) return pod
  const name = volumeName(pod)
  const mounted = (container: Container) => withMount(container, name)
  return {
    ...pod,
    spec: {
      ...spec,
      volumes: [...(spec.volumes ?? []), tokenVolume(name)],
      ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(mounted) }),
      containers: (spec.containers ?? []).map(mounted),
    },
  }
}

/** The reverse: the spec as it is stored, of one that may have been read from the server. */
export function withoutTokenVolume(spec: PodSpec, stored: Pod): PodSpec {
  const name = volumeName(stored)
  if (!spec.volumes?.some((volume) => volume.name === name)) return spec
  const unmounted = (container: Container) => withoutMount(container, name)
  const { volumes, ...rest } = spec
  const others = volumes.filter((volume) => volume.name !== name)
  return {
    ...rest,
    ...(others.length === 0 ? {} : { volumes: others }),
    ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(unmounted) }),
    containers: (spec.containers ?? []).map(unmounted),
  }
}

function volumeName(pod: Pod): string {
  return `kube-api-access-${tokenSuffix(pod.metadata.uid)}`
}

function withoutMount(container: Container, name: string): Container {
  const { volumeMounts = [], ...rest } = container
  const others = volumeMounts.filter((mount) => mount.name !== name)
  return others.length === 0 ? rest : { ...rest, volumeMounts: others }
}

/** A container that mounts something of its own there keeps it. */
function withMount(container: Container, name: string): Container {
  const mounts = container.volumeMounts ?? []
  if (mounts.some((one) => one.mountPath === mountPath)) return container
  const mount: VolumeMount = { mountPath, name, readOnly: true }
  return { ...container, volumeMounts: [...mounts, mount] }
}

function tokenVolume(name: string): Volume {
  return {
    name,
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
        {
          downwardAPI: {
            items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }],
          },
        },
      ],
    },
  }
}

/** Five characters that depend on the pod's uid alone. */
function tokenSuffix(uid: string): string {
  let rest = fnv1a(uid) >>> 0
  let suffix = ''
  for (let i = 0; i < 5; i++) {
    suffix += nameAlphabet[rest % nameAlphabet.length]
    rest = Math.floor(rest / nameAlphabet.length)
  }
  return suffix
}
