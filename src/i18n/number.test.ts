import { expect, it } from 'vitest'
import { compactNumber } from './number.ts'

it.each([
  [0, '0', '0'],
  [2000, '2000', '2000'],
  [9999, '9999', '9999'],
  [10_000, '10K', '1만'],
  [12_345, '12.3K', '1.23만'],
  [150_618, '151K', '15.1만'],
  [150_000, '150K', '15만'],
  [1_200_000, '1.2M', '120만'],
])('%d is written as %s and %s', (value, en, ko) => {
  expect(compactNumber(value, 'en')).toBe(en)
  expect(compactNumber(value, 'ko')).toBe(ko)
})
