import { expect, it } from 'vitest'
import { evaluateExpression } from './condition.ts'
import { Sitting } from './sitting.ts'

const value = (expression: string) => evaluateExpression(new Sitting().world, expression)

it.each([
  ['sum([1, 2, 3])', 6n],
  ['sum([1.5, 2.0])', 3.5],
  ['sum([])', 0n],
  ['most([1, 3, 2])', 3n],
  ['least([1.5, 0.5])', 0.5],
])('%s', (expression, expected) => {
  expect(value(expression)).toBe(expected)
})

it.each(['sum(["a"])', 'sum(3)', 'most([])', 'least([1, 2.5])'])('refuses %s', (expression) => {
  expect(() => value(expression)).toThrow('give a list of numbers of one type')
})
