import { expect, it } from 'vitest'
import { errorText } from './errors.ts'

it('words a text that is longer than texts may be as an error, and lets a defect through', () => {
  let thrown: unknown
  try {
    'x'.repeat(2 ** 28).repeat(8)
  } catch (error) {
    thrown = error
  }
  expect(errorText(thrown)).toBe('error: that is more text than there is room for\n')
  const defect = new RangeError('Maximum call stack size exceeded')
  expect(() => errorText(defect)).toThrow(defect)
})
