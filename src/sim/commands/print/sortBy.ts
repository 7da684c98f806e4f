/** `--sort-by` (k8s.io/kubectl/pkg/cmd/get/sorter.go, v1.36): by the first result of a JSONPath; objects without one come first. */
import { compareQuantities, isQuantity } from '../../api/quantity.ts'
import { goSort } from './goSort.ts'
import { findResults } from './jsonpath/evaluate.ts'
import { JsonPathError } from './jsonpath/nodes.ts'
import { parseJsonPath } from './jsonpath/parse.ts'
import { relaxedJsonPath } from './jsonpath/relaxed.ts'
import { naturalLess } from './naturalOrder.ts'

/** Throws a JsonPathError when the path cannot be read, or when no object has the field. */
export function sortBy<T>(objects: readonly T[], field: string): T[] {
  const path = relaxedJsonPath(field)
  const parts = parsed(path)
  const keyed = objects.map((object) => ({ object, key: findResults(parts, object)[0]?.[0] }))
  if (keyed.length > 0 && keyed.every(({ key }) => key === undefined)) {
    throw new JsonPathError(
      `couldn't find any field with path ${JSON.stringify(path)} in the list of objects`,
    )
  }
  const isAmount = remembered(isQuantity)
  goSort(keyed, (left, right) => isLess(left.key, right.key, isAmount))
  return keyed.map(({ object }) => object)
}

function parsed(path: string) {
  try {
    return parseJsonPath(path)
  } catch (error) {
    if (error instanceof JsonPathError) throw new JsonPathError(`sorting error: ${error.message}`)
    throw error
  }
}

/** Keys are compared many times, and many objects have the same. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    answers.set(text, answer)
    return answer
  }
}

function isLess(left: unknown, right: unknown, isAmount: (text: string) => boolean): boolean {
  if (left === undefined) return true
  if (right === undefined) return false
  if (left === null || right === null) return left === null && right !== null
  if (typeof left === 'number' && typeof right === 'number') return left < right
  if (typeof left === 'string' && typeof right === 'string') {
    if (left === right) return false
    return isAmount(left) && isAmount(right) ? compareQuantities(left, right) < 0 : naturalLess(left, right)
  }
  throw new JsonPathError('unsortable type')
}
