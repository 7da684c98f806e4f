/** Functions of conditions over lists of numbers, which CEL itself has none for: `sum`, `most`, `least`. */
import type { Environment } from '@marcbachmann/cel-js'

export function registerNumbers(environment: Environment): void {
  environment.registerFunction('sum(dyn): dyn', (list: unknown) => sum(numbersOf('sum', list)))
  environment.registerFunction('most(dyn): dyn', (list: unknown) =>
    numbersOf('most', list).reduce((most, one) => (one > most ? one : most)),
  )
  environment.registerFunction('least(dyn): dyn', (list: unknown) =>
    numbersOf('least', list).reduce((least, one) => (one < least ? one : least)),
  )
}

type Numbers = readonly bigint[] | readonly number[]

/** Of none it is 0. */
function sum(list: Numbers): bigint | number {
  if (typeof list[0] === 'number') return (list as readonly number[]).reduce((sum, one) => sum + one, 0)
  return (list as readonly bigint[]).reduce((sum, one) => sum + one, 0n)
}

/** All ints or all doubles, as CEL has them. */
function numbersOf(name: string, list: unknown): readonly (bigint | number)[] & Numbers {
  const type = Array.isArray(list) ? typeof list[0] : ''
  const isNumeric = type === 'bigint' || type === 'number' || (type === 'undefined' && name === 'sum')
  if (!Array.isArray(list) || !isNumeric || list.some((one) => typeof one !== type))
    throw new Error(`${name}: give a list of numbers of one type`)
  return list as readonly (bigint | number)[] & Numbers
}
