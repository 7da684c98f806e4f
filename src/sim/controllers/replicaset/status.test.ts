import { expect, it } from 'vitest'
import type { Pod, ReplicaSet } from '../../api/types/index.ts'
import { dateText } from '../../core/clock.ts'
import { nextAvailability, replicaSetStatus } from './status.ts'

const now = 1_800_000_000

function readyFor(seconds: number): Pod {
  const lastTransitionTime = `${dateText(now - seconds)}Z`
  const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime }]
  return {
    metadata: { name: 'p', uid: 'p' },
    spec: { containers: [] },
    status: { phase: 'Running', conditions },
  } as unknown as Pod
}

function set(spec: object, status: object = { replicas: 0 }): ReplicaSet {
  return {
    metadata: { name: 'web', generation: 3 },
    spec: { replicas: 2, template: {}, ...spec },
    status,
  } as unknown as ReplicaSet
}

it('calls a pod available once it has been ready for long enough, to the second', () => {
  const slow = set({ minReadySeconds: 10 })
  const pods = [readyFor(9), readyFor(10)]
  expect(replicaSetStatus(slow, pods, 0, undefined, now)).toMatchObject({
    readyReplicas: 2,
    availableReplicas: 1,
  })
  expect(nextAvailability(slow, pods, now)).toBe(1)
  expect(nextAvailability(slow, [readyFor(10)], now)).toBeUndefined()
})

it('leaves out counts of zero, but not of terminating pods', () => {
  expect(replicaSetStatus(set({}), [], 0, undefined, now)).toEqual({
    replicas: 0,
    terminatingReplicas: 0,
    observedGeneration: 3,
  })
})

it('reports the first failure until a sync succeeds', () => {
  const failed = replicaSetStatus(set({}), [], 0, 'quota', now)
  expect(failed.conditions).toMatchObject([
    { type: 'ReplicaFailure', reason: 'FailedCreate', message: 'quota' },
  ])
  expect(replicaSetStatus(set({}, failed), [], 0, 'another', now + 5).conditions).toBe(failed.conditions)
  expect(replicaSetStatus(set({}, failed), [], 0, undefined, now + 5).conditions).toBeUndefined()
})
