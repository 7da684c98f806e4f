import { expect, it } from 'vitest'
import type { Pod, PodStatus } from '../../types/index.ts'
import { facetsOfPod, podFacets } from './facets.ts'

const pod = (status: PodStatus) => ({ status }) as Pod
const ready = (status: 'True' | 'False') => [{ type: 'Ready', status }]

it('names nothing where only times or containers are new', () => {
  const before = pod({ phase: 'Running', conditions: ready('True') })
  const after = pod({ phase: 'Running', conditions: ready('True'), startTime: '2026-01-01T00:00:00Z' })
  expect(facetsOfPod(before, after)).toBe(0)
})

it('names phase, readiness and address, each for itself', () => {
  const before = pod({ phase: 'Pending', conditions: ready('False') })
  const changes: [PodStatus, number][] = [
    [{ phase: 'Running', conditions: ready('False') }, podFacets.phase],
    [{ phase: 'Pending', conditions: ready('True') }, podFacets.readiness],
    [{ phase: 'Pending', conditions: ready('False'), podIP: '10.0.0.1' }, podFacets.address],
  ]
  for (const [status, facets] of changes) expect(facetsOfPod(before, pod(status))).toBe(facets)
})
