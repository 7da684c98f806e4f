import { describe, expect, it } from 'vitest'
import type { Pod } from '../../api/types/index.ts'
import { podsToMove, verdictOn } from './blockers.ts'

const rules = { skipsLocalStorage: true, skipsSystemPods: true, budgetOf: () => undefined }
const ofReplicaSet = { kind: 'ReplicaSet', name: 'rs', uid: 'u', controller: true }
const safe = (value: string) => ({ 'cluster-autoscaler.kubernetes.io/safe-to-evict': value })
const declared = (value: string) => ({
  'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes': value,
})

function pod(metadata: object = {}, spec: object = {}, phase = 'Running'): Pod {
  return {
    metadata: { name: 'p', namespace: 'default', ownerReferences: [ofReplicaSet], ...metadata },
    spec: { containers: [], ...spec },
    status: { phase },
  } as unknown as Pod
}

const emptyDir = { volumes: [{ name: 'data', emptyDir: {} }] }
const hostPath = { volumes: [{ name: 'data', hostPath: { path: '/' } }] }

describe('a pod on a node that should go', () => {
  it.each([
    ['of a controller', pod(), 'moves'],
    ['of nobody', pod({ ownerReferences: [] }), 'NotReplicated'],
    ['of nobody, that has ended', pod({ ownerReferences: [] }, {}, 'Succeeded'), 'moves'],
    ['of nobody, that is safe', pod({ ownerReferences: [], annotations: safe('true') }), 'moves'],
    ['of a DaemonSet', pod({ ownerReferences: [{ ...ofReplicaSet, kind: 'DaemonSet' }] }), 'stays'],
    ['of the kubelet', pod({ annotations: { 'kubernetes.io/config.mirror': 'x' } }), 'stays'],
    ['that is not safe', pod({ annotations: safe('false') }), 'NotSafeToEvictAnnotation'],
    ['of kube-system', pod({ namespace: 'kube-system' }), 'UnmovableKubeSystemPod'],
    ['with an emptyDir', pod({}, emptyDir), 'LocalStorageRequested'],
    ['with a hostPath', pod({}, hostPath), 'LocalStorageRequested'],
    ['with an emptyDir of no worth', pod({ annotations: declared('x, data') }, emptyDir), 'moves'],
    [
      'with an emptyDir in memory',
      pod({}, { volumes: [{ name: 'm', emptyDir: { medium: 'Memory' } }] }),
      'moves',
    ],
    ['with an emptyDir, but safe', pod({ annotations: safe('true') }, emptyDir), 'moves'],
    ['that ends and does not', pod({ deletionTimestamp: '2026-01-01T00:00:00Z' }), 'stays'],
  ] as const)('%s: %#', (_, subject, verdict) => {
    expect(verdictOn(subject, 1_767_225_600 + 61, rules)).toBe(verdict)
  })

  it('may move where its budget has something left', () => {
    const withBudget = (left: number) => ({ ...rules, budgetOf: () => left })
    expect(verdictOn(pod(), 0, withBudget(1))).toBe('moves')
    expect(verdictOn(pod(), 0, withBudget(0))).toBe('NotEnoughPdb')
    expect(verdictOn(pod({ namespace: 'kube-system' }), 0, withBudget(1))).toBe('moves')
  })

  it('moves with the others, unless one of them forbids it', () => {
    const lone = pod({ name: 'lone', ownerReferences: [] })
    expect(podsToMove([pod(), pod()], 0, rules).pods).toHaveLength(2)
    expect(podsToMove([pod(), lone], 0, rules)).toEqual({
      pods: [],
      blocked: { pod: lone, reason: 'NotReplicated' },
    })
  })

  it('moves regardless of storage and namespace where the autoscaler is told so', () => {
    const lax = { ...rules, skipsLocalStorage: false, skipsSystemPods: false }
    expect(verdictOn(pod({}, emptyDir), 0, lax)).toBe('moves')
    expect(verdictOn(pod({ namespace: 'kube-system' }), 0, lax)).toBe('moves')
  })
})
