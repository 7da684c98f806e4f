import { expect, it } from 'vitest'
import { fairShares } from './fairShare.ts'

it.each([
  [
    'all have what they want where there is enough',
    [
      [100, 500],
      [100, 700],
    ],
    2000,
    [500, 700],
  ],
  [
    'weights decide where all want more',
    [
      [100, 4000],
      [300, 4000],
    ],
    4000,
    [1000, 3000],
  ],
  [
    'what one leaves goes to the others by weight',
    [
      [100, 400],
      [100, 4000],
      [200, 4000],
    ],
    4000,
    [400, 1200, 2400],
  ],
  ['nobody, nothing', [], 4000, []],
] as const)('%s', (_, claims, millis, shares) => {
  expect(
    fairShares(
      claims.map(([weight, wants]) => ({ weight, wants })),
      millis,
    ),
  ).toEqual(shares)
})
