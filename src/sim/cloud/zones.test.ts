import { expect, it } from 'vitest'
import { balancedZones } from './zones.ts'

it.each([
  [[], ['', ''], 2, ['', '']],
  [['a', 'b'], [], 3, ['a', 'b', 'a']],
  [['a', 'b', 'c'], ['a', 'a', 'b'], 3, ['c', 'b', 'c']],
  [['a', 'b'], ['gone', 'a'], 1, ['b']],
])('of zones %j with machines in %j the next %i are %j', (zones, occupied, count, expected) => {
  expect(balancedZones(zones, occupied, count)).toEqual(expected)
})
