import { describe, expect, it } from 'vitest'
import { largestLnArgument, naturalLog } from './lnTable.ts'

describe('natural logarithms', () => {
  it('are the nearest doubles to the true values', () => {
    expect(naturalLog(1)).toBe(0)
    expect(naturalLog(2)).toBe(0.6931471805599453)
    expect(naturalLog(3)).toBe(1.0986122886681098)
    expect(naturalLog(7)).toBe(1.9459101490553132)
    expect(naturalLog(10)).toBe(2.302585092994046)
    expect(naturalLog(5002)).toBe(8.517593111437565)
  })

  it('stay within one unit in the last place of the host up to the largest argument', () => {
    for (let n = 1; n <= largestLnArgument; n++) {
      expect(Math.abs(naturalLog(n) - Math.log(n))).toBeLessThanOrEqual(Math.log(n) * 2.3e-16)
    }
  })

  it('exist only for whole numbers in the table', () => {
    expect(() => naturalLog(0)).toThrow(RangeError)
    expect(() => naturalLog(largestLnArgument + 1)).toThrow(RangeError)
  })
})
