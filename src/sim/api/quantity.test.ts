import { describe, expect, it } from 'vitest'
import {
  addAmounts,
  canonicalQuantity,
  compareQuantities,
  formatWrong,
  isQuantity,
  parseQuantity,
  suffixWrong,
  toBytes,
  toMilli,
} from './quantity.ts'
import { canonicalText } from './quantityText.ts'

describe('quantities', () => {
  it.each([
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['1000Mi', '1000Mi'],
    ['1.5Gi', '1536Mi'],
    ['1e3', '1e3'],
    ['0.1Gi', '107374182400m'],
    // Upstream keeps a text that looks canonical at a glance, sign, zeros and all.
    ['+1', '+1'],
    ['1.500', '1.500'],
    ['0.0000000001', '1n'],
    ['512', '512'],
    ['1000E', '1e21'],
  ])('%s is printed as %s', (text, printed) => {
    expect(canonicalQuantity(text)).toBe(printed)
  })

  it.each([
    ['', formatWrong],
    ['1 Gi', formatWrong],
    ['abc', formatWrong],
    ['1.1.1', formatWrong],
    ['1K', suffixWrong],
    ['1e', suffixWrong],
  ])('refuses "%s" in the words of the API', (text, message) => {
    expect(() => parseQuantity(text)).toThrow(message)
    expect(isQuantity(text)).toBe(false)
  })

  it('rounds up to what is reckoned in: milli-cores and bytes', () => {
    expect([toMilli('1.5'), toMilli('250m'), toMilli('0.0001'), toMilli(2)]).toEqual([1500, 250, 1, 2000])
    expect([toBytes('1.5Ki'), toBytes('100m'), toBytes('1Pi')]).toEqual([1536, 1, 1_125_899_906_842_624])
  })

  it('compares across families exactly', () => {
    expect(compareQuantities('1Gi', '1073741824')).toBe(0)
    expect(compareQuantities('1G', '1Gi')).toBeLessThan(0)
    expect(compareQuantities('-1', '1n')).toBeLessThan(0)
    expect(compareQuantities('9007199254740993', '9007199254740992')).toBeGreaterThan(0)
  })

  it('adds in the format of the first amount that is not zero', () => {
    const sum = (a: string, b: string) => canonicalText(addAmounts(parseQuantity(a), parseQuantity(b)))
    expect([sum('1Gi', '1G'), sum('0', '1Gi'), sum('100m', '1')]).toEqual(['2073741824', '1Gi', '1100m'])
  })

  it('spends no time on hostile exponents', () => {
    const start = performance.now()
    for (const text of [
      '1e2147483647',
      '1e-2147483648',
      `${'9'.repeat(5000)}e999999999`,
      `1${'0'.repeat(100_000)}`,
    ]) {
      canonicalQuantity(text)
      toBytes(text)
      toMilli(text)
      compareQuantities(text, '1')
      compareQuantities(text, text)
      addAmounts(parseQuantity(text), parseQuantity('1'))
    }
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
