import { expect, it } from 'vitest'
import { allowedDisruptions, demandOf, needsScale } from './arithmetic.ts'

it.each([
  [{ minAvailable: 3 }, 4, 99, 4, 3],
  [{ minAvailable: '50%' }, 9, 5, 5, 3],
  [{ minAvailable: '100%' }, 4, 5, 5, 5],
  [{ maxUnavailable: '30%' }, 3, 3, 3, 2],
  [{ maxUnavailable: '25%' }, 5, 5, 5, 3],
  [{ maxUnavailable: 7 }, 5, 5, 5, 0],
  [{}, 5, 5, 0, 0],
])(
  '%j with %i pods and a scale of %i expects %i and wants %i healthy',
  (spec, pods, scale, expected, desired) => {
    expect(demandOf(spec, pods, scale)).toEqual({ expected, desired })
  },
)

it.each([
  [5, 3, 5, 2],
  [5, 3, 3, 0],
  [5, 3, 1, 0],
  [0, 0, 2, 0],
])('of %i expected and %i wanted, with %i healthy, %i may go', (expected, desired, healthy, allowed) => {
  expect(allowedDisruptions({ expected, desired }, healthy)).toBe(allowed)
})

it('asks for the scale of controllers only where a share or a maximum is meant', () => {
  expect([{ minAvailable: 1 }, { minAvailable: '1%' }, { maxUnavailable: 1 }, {}].map(needsScale)).toEqual([
    false,
    true,
    true,
    false,
  ])
})
