/** `--sort-by` (k8s.io/kubectl/pkg/cmd/get/sorter.go, v1.36): by the first result of a JSONPath; objects without one come first. */
import { compareQuantities, isQuantity } from '../../api/quantity.ts'
import { GoSort } from './goSort.ts'
import { findResults } from './jsonpath/evaluate.ts'
import { JsonPathError, type Part } from './jsonpath/nodes.ts'
import { parseJsonPath } from './jsonpath/parse.ts'
import { relaxedJsonPath } from './jsonpath/relaxed.ts'
import { naturalLess } from './naturalOrder.ts'

interface Keyed<T> {
  readonly item: T
  readonly key: unknown
}

/** Things are added, and then sorted as far as one likes at a time. */
export class SortBy<T> {
  readonly #path: string
  readonly #parts: readonly Part[]
  readonly #objectOf: (item: T) => unknown
  readonly #keyed: Keyed<T>[] = []
  #sort: GoSort<Keyed<T>> | undefined

  /** Throws a JsonPathError when the path cannot be read. */
  constructor(field: string, objectOf: (item: T) => unknown) {
    this.#path = relaxedJsonPath(field)
    this.#parts = parsed(this.#path)
    this.#objectOf = objectOf
  }

  add(items: readonly T[]): void {
    for (const item of items)
      this.#keyed.push({ item, key: findResults(this.#parts, this.#objectOf(item))[0]?.[0] })
  }

  /** Makes about so many comparisons. True: all is in order. Throws a JsonPathError when no object has the field. */
  sortFurther(comparisons: number): boolean {
    this.#sort ??= this.#begun()
    return this.#sort.sortFurther(comparisons)
  }

  sorted(): readonly T[] {
    return this.#keyed.map(({ item }) => item)
  }

  #begun(): GoSort<Keyed<T>> {
    if (this.#keyed.length > 0 && this.#keyed.every(({ key }) => key === undefined))
      throw new NoSuchField(this.#path)
    const isAmount = remembered(isQuantity)
    return new GoSort(this.#keyed, (left, right) => isLess(left.key, right.key, isAmount))
  }
}

/** No object has the field. */
export class NoSuchField extends JsonPathError {
  constructor(path: string) {
    super(`couldn't find any field with path ${JSON.stringify(path)} in the list of objects`)
  }
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
