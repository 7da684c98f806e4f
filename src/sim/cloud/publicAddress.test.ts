import { expect, it } from 'vitest'
import { publicAddress } from './publicAddress.ts'

it.each([
  [0, '203.0.113.1'],
  [253, '203.0.113.254'],
  [254, '198.51.100.1'],
  [761, '192.0.2.254'],
  [762, '198.18.0.1'],
  [762 + 254 * 256, '198.19.0.1'],
])('the address number %i is %s', (n, address) => {
  expect(publicAddress(n)).toBe(address)
})
