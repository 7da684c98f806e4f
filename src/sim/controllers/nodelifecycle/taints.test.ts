import { expect, it } from 'vitest'
import type { Node } from '../../api/types/index.ts'
import { changedTaints, conditionTaintChanges } from './taints.ts'

function node(ready: string, taints: object[], unschedulable = false): Node {
  return {
    spec: { taints, unschedulable },
    status: { conditions: [{ type: 'Ready', status: ready }] },
  } as unknown as Node
}

it('adds and removes what conditions call for, and leaves other taints alone', () => {
  const notReady = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }
  const mine = { key: 'gpu', effect: 'NoSchedule' }
  const evicting = { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' }
  const changes = conditionTaintChanges(node('Unknown', [mine, notReady, evicting], true))
  expect(changes.remove).toEqual([notReady])
  expect(changes.add.map(({ key }) => key)).toEqual([
    'node.kubernetes.io/unreachable',
    'node.kubernetes.io/unschedulable',
  ])
  const after = changedTaints([mine, notReady, evicting] as never, changes, '2026-01-01T00:00:00Z')
  expect(after.map(({ key, effect }) => `${key}:${effect}`)).toEqual([
    'gpu:NoSchedule',
    'node.kubernetes.io/not-ready:NoExecute',
    'node.kubernetes.io/unreachable:NoSchedule',
    'node.kubernetes.io/unschedulable:NoSchedule',
  ])
})

it('asks for nothing where the taints are as they should be', () => {
  const unreachable = {
    key: 'node.kubernetes.io/unreachable',
    effect: 'NoSchedule',
    timeAdded: '2026-01-01T00:00:00Z',
  }
  expect(conditionTaintChanges(node('Unknown', [unreachable]))).toEqual({ add: [], remove: [] })
})
