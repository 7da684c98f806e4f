import { describe, expect, it } from 'vitest'
import type { Draft } from '../../kind.ts'
import type { Pod } from '../../types/index.ts'
import { admitPod } from './admission.ts'
import { Pods } from './index.ts'
import { pullPolicyOf } from './specDefaults.ts'
import { withoutTokenVolume, withTokenVolume } from './tokenVolume.ts'

describe('defaults of a pod', () => {
  it.each([
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['nginx:1.25', 'IfNotPresent'],
    ['registry:5000/nginx', 'Always'],
    ['registry:5000/nginx:1', 'IfNotPresent'],
    ['nginx:latest@sha256:0123', 'IfNotPresent'],
  ])('pull %s %s', (image, policy) => {
    expect(pullPolicyOf(image)).toBe(policy)
  })

  it('request what is limited, and keep what is requested', () => {
    const resources = { limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: '1' } }
    const pod = created({ containers: [{ name: 'c', image: 'a', resources }] })
    expect(pod.spec.containers[0]?.resources?.requests).toEqual({ cpu: '1', memory: '1Gi' })
  })
})

describe('admission of a pod', () => {
  it('adds tolerations of lost nodes only where the pod has none of its own', () => {
    const own = { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' }
    const keys = (tolerations: Draft[]) => created({ tolerations }).spec.tolerations?.map((one) => one.key)
    expect(keys([own])).toEqual(['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'])
    expect(keys([{ operator: 'Exists' }])).toEqual([undefined])
  })

  it('knows the priority classes of the system and no other', () => {
    expect(created({ priorityClassName: 'system-node-critical' }).spec.priority).toBe(2_000_001_000)
    expect(() => created({ priorityClassName: 'nope' })).toThrow(
      'pods "p" is forbidden: no PriorityClass with name nope was found',
    )
  })
})

describe('the token volume', () => {
  it('is shown but not stored, and taken off again when the pod is sent back', () => {
    const pod = created({ containers: [{ name: 'c', image: 'a' }] })
    const shown = withTokenVolume(pod)
    expect(shown.spec.volumes?.[0]?.name).toMatch(/^kube-api-access-[bcdfghjklmnpqrstvwxz2456789]{5}$/)
    expect(shown.spec.containers[0]?.volumeMounts).toHaveLength(1)
    expect(withoutTokenVolume(shown.spec, pod)).toEqual(pod.spec)
  })

  it('is left off where the pod wants none', () => {
    const pod = created({ automountServiceAccountToken: false })
    expect(withTokenVolume(pod)).toBe(pod)
  })
})

describe('deleting a pod', () => {
  it.each([
    ['unbound', {}, {}, 0],
    ['bound', { nodeName: 'n' }, {}, 30],
    ['bound with its own time', { nodeName: 'n', terminationGracePeriodSeconds: 5 }, {}, 5],
    ['finished', { nodeName: 'n' }, { phase: 'Succeeded' }, 0],
    ['negative', { nodeName: 'n', terminationGracePeriodSeconds: -1 }, {}, 1],
  ])('%s', (_, spec, status, seconds) => {
    const pod = created(spec)
    expect(Pods.gracePeriodSeconds?.({ ...pod, status: { ...pod.status, ...status } } as Pod)).toBe(seconds)
  })
})

describe('a pod update', () => {
  const old = created({ containers: [{ name: 'c', image: 'a' }] })

  it('may change the image', () => {
    const containers = old.spec.containers.map((one) => ({ ...one, image: 'b' }))
    expect(Pods.validateUpdate?.({ ...old, spec: { ...old.spec, containers } }, old)).toEqual([])
  })

  it('may not change the restart policy, and shows what it would change', () => {
    const [error] =
      Pods.validateUpdate?.({ ...old, spec: { ...old.spec, restartPolicy: 'Never' } }, old) ?? []
    expect(error?.field).toBe('spec')
    expect(error?.message).toContain('- "RestartPolicy": "Always",\n+ "RestartPolicy": "Never",\n')
  })

  it('may add tolerations but not take any away', () => {
    const added = [...(old.spec.tolerations ?? []), { key: 'a', operator: 'Exists' as const }]
    const errorsOf = (tolerations: Pod['spec']['tolerations']) =>
      Pods.validateUpdate?.({ ...old, spec: { ...old.spec, tolerations: tolerations ?? [] } }, old)
    expect(errorsOf(added)).toEqual([])
    expect(errorsOf([])?.[0]?.message).toBe(
      'Forbidden: existing toleration can not be modified except its tolerationSeconds',
    )
  })
})

function created(spec: Draft): Pod {
  const containers = [{ name: 'c', image: 'a' }]
  const metadata = { name: 'p', namespace: 'default', uid: '5ca0c4b5-b4f5' }
  const pod: Draft = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers, ...spec } }
  Pods.setDefaults?.(pod)
  admitPod(pod)
  Pods.prepareForCreate?.(pod)
  return pod
}
