/** The comparisons of Go's templates: only basic values of one kind can be compared. */
import { JsonPathError } from './nodes.ts'

export function compare(left: unknown, operator: string, right: unknown): boolean {
  switch (operator) {
    case '==':
      return equal(left, right)
    case '!=':
      return !equal(left, right)
    case '<':
      return less(left, right)
    case '<=':
      return less(left, right) || equal(left, right)
    case '>':
      return !less(left, right) && !equal(left, right)
    case '>=':
      return !less(left, right)
    default:
      throw new JsonPathError(`unrecognized filter operator ${operator}`)
  }
}

function equal(left: unknown, right: unknown): boolean {
  requireSameKind(left, right)
  return left === right
}

function less(left: unknown, right: unknown): boolean {
  if (requireSameKind(left, right) === 'bool') throw new JsonPathError('invalid type for comparison')
  return (left as string | number) < (right as string | number)
}

function requireSameKind(left: unknown, right: unknown): string {
  const kind = basicKind(left)
  if (kind !== basicKind(right)) throw new JsonPathError('incompatible types for comparison')
  return kind
}

function basicKind(value: unknown): string {
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  throw new JsonPathError('invalid type for comparison')
}
