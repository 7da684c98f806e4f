import { expect, it } from 'vitest'
import { soak } from './soak.ts'

it('finds every gap closed on the mornings after two bad nights', () => {
  const mornings: unknown[] = []
  soak(2, ({ day, gaps, broken }) => mornings.push({ day, gaps, broken }))
  expect(mornings).toEqual([
    { day: 1, gaps: [], broken: [] },
    { day: 2, gaps: [], broken: [] },
  ])
}, 120_000)
