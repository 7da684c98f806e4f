/** pkg/apis/core/validation/validation.go ValidatePodCreate and ValidatePodUpdate, Kubernetes v1.36. */
import { type FieldError, forbidden } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import type { Pod } from '../../types/index.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'
import { validateImageSpaces } from '../../validation/pod/containers.ts'
import { validatePodSpec } from '../../validation/pod/spec.ts'
import { validatePodSpecUpdate } from '../../validation/pod/update.ts'
import { nameWarnings, podSpecWarnings } from '../../validation/pod/warnings.ts'
import { withTokenVolume } from './tokenVolume.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const

export function validatePod(pod: Pod): readonly FieldError[] {
  const gated = (pod.spec.schedulingGates ?? []).length > 0
  const draft: Draft = pod.spec
  return [
    ...validateWhole(pod),
    ...(draft.ephemeralContainers?.length > 0
      ? [forbidden('spec.ephemeralContainers', 'cannot be set on create')]
      : []),
    ...(gated && pod.spec.nodeName
      ? [forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared')]
      : []),
  ]
}

export function validatePodUpdate(pod: Pod, old: Pod): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(pod.metadata, old.metadata),
    ...validateWhole(pod),
    ...validatePodSpecUpdate(pod, old, (one) => withTokenVolume(one).spec),
  ]
}

function validateWhole(pod: Pod): readonly FieldError[] {
  return [
    ...validateObjectMeta(identity, pod.metadata),
    ...validatePodSpec(pod.spec, 'spec', true),
    ...validateImageSpaces(pod.spec.containers, 'spec.containers'),
    ...validateImageSpaces(pod.spec.initContainers, 'spec.initContainers'),
  ]
}

export function warnOfPod(pod: Pod): readonly string[] {
  return [...nameWarnings(pod.metadata.name, "the Pod's hostname"), ...podSpecWarnings(pod.spec, 'spec')]
}
