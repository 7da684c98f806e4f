import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deployment, IntOrString, ReplicaSet } from '../../api/types/index.ts'
import { maxSurge, minAvailable } from './fenceposts.ts'
import { proportionalSizes } from './proportional.ts'
import { newSetSize, resized, rollingStep } from './rolling.ts'
import { totalReplicas } from './sizes.ts'

function deployment(replicas: number, surge: IntOrString, unavailable: IntOrString): Deployment {
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: surge, maxUnavailable: unavailable } }
  return { metadata: { name: 'web' }, spec: { replicas, strategy }, status: {} } as unknown as Deployment
}

function set(name: string, replicas: number, availableReplicas: number): ReplicaSet {
  const metadata = { name, creationTimestamp: `2026-01-01T00:00:0${name.length}Z`, annotations: {} }
  return { metadata, spec: { replicas }, status: { replicas, availableReplicas } } as unknown as ReplicaSet
}

const bound = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`),
)

describe('a rolling update', () => {
  it('stays within its bounds at every step and comes to its end', () => {
    const cases = fc.record({
      replicas: fc.integer({ min: 1, max: 40 }),
      surge: bound,
      unavailable: bound,
      pace: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 10 }),
    })
    fc.assert(
      fc.property(cases, ({ replicas, surge, unavailable, pace }) => {
        const wanted = deployment(replicas, surge, unavailable)
        const most = replicas + maxSurge(wanted)
        let sets = [set('old', replicas, replicas), set('newer', newSetSize(wanted, 0, replicas), 0)]
        for (let round = 0; round < 1000; round++) {
          const [old, fresh] = sets as [ReplicaSet, ReplicaSet]
          if (old.spec.replicas === 0 && fresh.status.availableReplicas === replicas) return
          const steps = rollingStep(wanted, fresh, [old])
          const after = resized(sets, steps)
          expect(totalReplicas(after)).toBeLessThanOrEqual(most)
          // Pods that were available and are still wanted, whatever becomes of the others.
          const left = after.map(({ spec, status }) => Math.min(spec.replicas, status.availableReplicas ?? 0))
          expect((left[0] as number) + (left[1] as number)).toBeGreaterThanOrEqual(minAvailable(wanted))
          const arrived = round % 10 === 9 ? 1 : (pace[round % pace.length] as number)
          sets = after.map(({ metadata, spec }, i) => {
            const ready = i === 0 ? spec.replicas : (left[1] as number) + arrived
            return set(metadata.name, spec.replicas, Math.min(spec.replicas, ready))
          })
        }
        expect.fail('the rollout did not end')
      }),
    )
  })

  it('stops at a set that reports more available pods than it asks for', () => {
    const wanted = deployment(4, 1, 1)
    expect(rollingStep(wanted, set('newer', 4, 4), [set('old', 2, 5)])).toEqual([])
  })
})

describe('proportional scaling', () => {
  it('brings the sum of all sets to the size with surge, and never below nothing', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 100 }), bound, (old, replicas, surge) => {
        const wanted = deployment(replicas, surge, 1)
        const before = old.reduce((sum, size) => sum + size, 0)
        const stamp = { 'deployment.kubernetes.io/max-replicas': String(before) }
        const sets = old.map((size, i) => {
          const one = set('x'.repeat(i + 1), size, size)
          return { ...one, metadata: { ...one.metadata, annotations: stamp } }
        })
        const after = proportionalSizes(wanted, sets).map((step) => step.replicas)
        expect(Math.min(...after)).toBeGreaterThanOrEqual(0)
        const allowed = replicas === 0 ? 0 : replicas + maxSurge(wanted)
        expect(after.reduce((sum, size) => sum + size, 0)).toBe(allowed)
      }),
    )
  })
})
