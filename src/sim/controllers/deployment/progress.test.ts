import { expect, it } from 'vitest'
import type { Deployment, DeploymentStatus, ReplicaSet } from '../../api/types/index.ts'
import { pauseCondition } from './milestones.ts'
import { rolloutStatus } from './progress.ts'

const start = 1_767_225_600

function deployment(status: DeploymentStatus, spec: object = {}): Deployment {
  const all = { replicas: 2, progressDeadlineSeconds: 30, strategy: { type: 'RollingUpdate' }, ...spec }
  return { metadata: { name: 'web', generation: 1 }, spec: all, status } as unknown as Deployment
}

function set(availableReplicas: number): ReplicaSet {
  const status = { replicas: 2, readyReplicas: availableReplicas, availableReplicas, terminatingReplicas: 0 }
  return { metadata: { name: 'web-1' }, spec: { replicas: 2 }, status } as unknown as ReplicaSet
}

function progress(status: DeploymentStatus) {
  return status.conditions?.find((condition) => condition.type === 'Progressing')
}

it('renews the time of progress with every move, and gives up when the deadline has passed since the last', () => {
  const first = rolloutStatus(deployment({}), set(0), [], start)
  const second = rolloutStatus(deployment(first), set(1), [], start + 20)
  expect(progress(second)).toMatchObject({
    reason: 'ReplicaSetUpdated',
    lastUpdateTime: '2026-01-01T00:00:20Z',
    lastTransitionTime: '2026-01-01T00:00:00Z',
  })
  const waiting = rolloutStatus(deployment(second), set(1), [], start + 50)
  expect(waiting).toEqual(second)
  const late = rolloutStatus(deployment(waiting), set(1), [], start + 50.1)
  expect(progress(late)).toMatchObject({
    status: 'False',
    reason: 'ProgressDeadlineExceeded',
    message: 'ReplicaSet "web-1" has timed out progressing.',
  })
})

it('does not judge a finished rollout again', () => {
  const done = rolloutStatus(deployment({}), set(2), [], start)
  expect(progress(done)?.reason).toBe('NewReplicaSetAvailable')
  const broken = rolloutStatus(deployment(done), set(1), [], start + 1000)
  expect(progress(broken)).toBe(progress(done))
})

it('records a pause once, and never over a missed deadline', () => {
  const paused = pauseCondition(deployment({}, { paused: true }), start)
  expect(paused).toMatchObject({ status: 'Unknown', reason: 'DeploymentPaused' })
  const recorded = { conditions: paused ? [paused] : [] }
  expect(pauseCondition(deployment(recorded, { paused: true }), start)).toBeUndefined()
  expect(pauseCondition(deployment(recorded), start)?.reason).toBe('DeploymentResumed')
  const missed = {
    conditions: [{ type: 'Progressing', status: 'False' as const, reason: 'ProgressDeadlineExceeded' }],
  }
  expect(pauseCondition(deployment(missed, { paused: true }), start)).toBeUndefined()
})
