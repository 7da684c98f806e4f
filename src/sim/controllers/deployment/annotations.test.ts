import { expect, it } from 'vitest'
import type { Deployment, Labels, ReplicaSet } from '../../api/types/index.ts'
import { newSetAnnotations, revisionAnnotation, revisionHistoryAnnotation } from './annotations.ts'

function deployment(annotations: Labels = {}): Deployment {
  return {
    metadata: { annotations },
    spec: { replicas: 1, strategy: { type: 'Recreate' } },
  } as unknown as Deployment
}

function set(annotations: Labels | undefined): ReplicaSet {
  return { metadata: { name: 'web-1', annotations } } as unknown as ReplicaSet
}

it('gives a set that is rolled back to a new revision, and remembers the ones it had', () => {
  const once = newSetAnnotations(deployment(), set({ [revisionAnnotation]: '1' }), 3)
  expect(once).toEqual({ [revisionAnnotation]: '3', [revisionHistoryAnnotation]: '1' })
  const twice = newSetAnnotations(deployment(), set(once), 10)
  expect(twice).toEqual({ [revisionAnnotation]: '10', [revisionHistoryAnnotation]: '1,3' })
})

it('changes nothing, not even the object, when there is nothing to change', () => {
  const annotations = { [revisionAnnotation]: '12', team: 'a' }
  expect(newSetAnnotations(deployment({ team: 'a' }), set(annotations), 9)).toBe(annotations)
})

it('copies what describes the Deployment and not what belongs to it alone', () => {
  const own = {
    team: 'a',
    [revisionAnnotation]: '7',
    'kubectl.kubernetes.io/last-applied-configuration': '{}',
  }
  expect(newSetAnnotations(deployment(own), set({ [revisionAnnotation]: '7' }), 7)).toEqual({
    team: 'a',
    [revisionAnnotation]: '7',
  })
})

it('drops the oldest revisions when the history gets too long', () => {
  const history = Array.from({ length: 400 }, (_, i) => String(1000 + i)).join(',')
  const before = set({ [revisionAnnotation]: '1400', [revisionHistoryAnnotation]: history })
  const after = newSetAnnotations(deployment(), before, 1401)?.[revisionHistoryAnnotation] ?? ''
  expect(after.length).toBeLessThanOrEqual(2000)
  expect(after.startsWith('1001,')).toBe(true)
  expect(after.endsWith(',1399,1400')).toBe(true)
})
