/** Runs a JSONPath template over JSON (k8s.io/client-go/util/jsonpath/jsonpath.go, v1.36). */
import { goType, goValue } from '../goValue.ts'
import { compare } from './compare.ts'
import { JsonPathError, type Node, type Part, type Path } from './nodes.ts'

export interface JsonPathOptions {
  /** A field that no object has is then an error, instead of nothing. */
  readonly strict?: boolean
}

/** One list of results for each action, in order. Keys of an object are taken in sorted order. */
export function findResults(
  parts: readonly Part[],
  data: unknown,
  options: JsonPathOptions = {},
): unknown[][] {
  const results: unknown[][] = []
  for (const part of parts) {
    if (part.type === 'text') results.push([part.text])
    else if (part.type === 'path') results.push(walk([data], part.path, options))
    else if (part.type === 'end') throw new JsonPathError('not in range, nothing to end')
    else {
      for (const item of walk([data], part.path, options)) {
        for (const result of findResults(part.body, item, options)) results.push(result)
      }
    }
  }
  return results
}

function walk(input: readonly unknown[], path: Path, options: JsonPathOptions): unknown[] {
  let values: unknown[] = [...input]
  for (const node of path) values = step(values, node, options)
  return values
}

function step(input: unknown[], node: Node, options: JsonPathOptions): unknown[] {
  switch (node.type) {
    case 'text':
      return [node.text]
    case 'value':
      return input.map(() => node.value)
    case 'field':
      return fields(input, node.name, options)
    case 'wildcard':
      return input.flatMap(children)
    case 'recursive':
      return input.flatMap(descendants)
    case 'union':
      return node.paths.flatMap((path) => walk(input, path, options))
    case 'slice':
      return input.flatMap((value) => sliced(value, node))
    case 'filter':
      return input.flatMap((value) => filtered(value, node, options))
    case 'identifier':
      throw new JsonPathError(`unrecognized identifier ${node.name}`)
  }
}

function fields(input: readonly unknown[], name: string, { strict }: JsonPathOptions): unknown[] {
  const found: unknown[] = []
  for (const value of input) {
    if (isObject(value) && Object.hasOwn(value, name) && value[name] !== undefined) found.push(value[name])
  }
  if (found.length === 0 && input.length > 0 && strict) throw new JsonPathError(`${name} is not found`)
  return found
}

function children(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isObject(value) ? sortedKeys(value).map((key) => value[key]) : []
}

/** Every value with something in it, from the outside in; strings count, since Go sees bytes in them. */
function descendants(value: unknown): unknown[] {
  if (typeof value === 'string' && value !== '') return [value]
  const inner = children(value)
  return inner.length === 0 ? [] : [value, ...inner.flatMap(descendants)]
}

function sliced(value: unknown, node: Extract<Node, { type: 'slice' }>): unknown[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) throw new JsonPathError(`${goType(value)} is not array or slice`)
  const { length } = value
  const from = node.from < 0 ? node.from + length : node.from
  const to =
    node.to === undefined
      ? length
      : node.to < 0 || (node.to === 0 && node.single)
        ? node.to + length
        : node.to
  if (from === to) return []
  if (from >= length || from < 0) throw outOfBounds(from, length)
  if (to > length || to < 0) throw outOfBounds(to - 1, length)
  if (from > to) throw new JsonPathError(`starting index ${from} is greater than ending index ${to}`)
  if (node.step !== undefined && node.step <= 0) throw new JsonPathError('step must be > 0')
  const { step = 1 } = node
  return value.slice(from, to).filter((_, i) => i % step === 0)
}

function outOfBounds(index: number, length: number): JsonPathError {
  return new JsonPathError(`array index out of bounds: index ${index}, length ${length}`)
}

function filtered(
  value: unknown,
  node: Extract<Node, { type: 'filter' }>,
  options: JsonPathOptions,
): unknown[] {
  if (!Array.isArray(value))
    throw new JsonPathError(`${goValue(value)} is not array or slice and cannot be filtered`)
  return value.filter((item) => {
    if (node.operator === 'exists') return walk([item], node.left, {}).length > 0
    const lefts = walk([item], node.left, options)
    if (lefts.length === 0) return false
    const rights = walk([item], node.right, options)
    if (rights.length === 0) return false
    if (lefts.length > 1 || rights.length > 1)
      throw new JsonPathError('can only compare one element at a time')
    return compare(lefts[0], node.operator, rights[0])
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sortedKeys(value: Record<string, unknown>): string[] {
  return Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
}
