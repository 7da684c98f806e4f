/** Where a path leads from some values, found some at a time: each of its steps works on the results of the one before. */
import { goType, goValue } from '../goValue.ts'
import { compare } from './compare.ts'
import { JsonPathError, type Node, type Path } from './nodes.ts'

export interface JsonPathOptions {
  /** A field that no object has is then an error, instead of nothing. */
  readonly strict?: boolean
}

type Filter = Extract<Node, { type: 'filter' }>

export class Walk {
  readonly #path: Path
  readonly #options: JsonPathOptions
  /** What the steps so far have led to; before `at` they have taken the next step. */
  #values: unknown[]
  #at = 0
  #step = 0
  #found: unknown[] = []
  /** Of the value that takes the step, what is still to be looked at; the next comes last. */
  #within: unknown[] = []
  /** Of a union, each of its paths. */
  #walks: readonly Walk[] | undefined

  constructor(values: readonly unknown[], path: Path, options: JsonPathOptions) {
    this.#values = [...values]
    this.#path = path
    this.#options = options
  }

  /** When it is over. */
  get results(): unknown[] {
    return this.#values
  }

  /** Looks at about so many values. True: the path is walked. Keys of an object are taken in sorted order. */
  further(most: number): boolean {
    let left = most
    for (let node = this.#node; node !== undefined; node = this.#node) {
      if (node.type === 'union' && !this.#walkEach(node.paths, left)) return false
      while (this.#hasMore(node)) {
        if (left-- <= 0) return false
        if (this.#within.length > 0) this.#lookWithin(node, this.#within.pop())
        else this.#take(node, this.#values[this.#at++])
      }
      this.#finish(node)
    }
    return true
  }

  get #node(): Node | undefined {
    return this.#path[this.#step]
  }

  /** Some nodes are about all values at once. */
  #hasMore({ type }: Node): boolean {
    if (type === 'union' || type === 'text' || type === 'identifier') return false
    return this.#within.length > 0 || this.#at < this.#values.length
  }

  #take(node: Node, value: unknown): void {
    switch (node.type) {
      case 'value':
        this.#found.push(node.value)
        return
      case 'field':
        if (isObject(value) && Object.hasOwn(value, node.name) && value[node.name] !== undefined)
          this.#found.push(value[node.name])
        return
      case 'wildcard':
        for (const child of children(value)) this.#found.push(child)
        return
      case 'slice':
        for (const item of sliced(value, node)) this.#found.push(item)
        return
      case 'recursive':
        this.#within = [value]
        return
      case 'filter':
        if (!Array.isArray(value))
          throw new JsonPathError(`${goValue(value)} is not array or slice and cannot be filtered`)
        this.#within = value.toReversed()
    }
  }

  #lookWithin(node: Node, item: unknown): void {
    if (node.type === 'filter') {
      if (this.#passes(node, item)) this.#found.push(item)
      return
    }
    // Every value with something in it, from the outside in; strings count, since Go sees bytes in them.
    const inner = typeof item === 'string' ? [] : children(item)
    if (inner.length > 0 || (typeof item === 'string' && item !== '')) this.#found.push(item)
    for (let at = inner.length - 1; at >= 0; at--) this.#within.push(inner[at])
  }

  #passes(node: Filter, item: unknown): boolean {
    if (node.operator === 'exists') return walked([item], node.left, {}).length > 0
    const lefts = walked([item], node.left, this.#options)
    if (lefts.length === 0) return false
    const rights = walked([item], node.right, this.#options)
    if (rights.length === 0) return false
    if (lefts.length > 1 || rights.length > 1)
      throw new JsonPathError('can only compare one element at a time')
    return compare(lefts[0], node.operator, rights[0])
  }

  /** One path after the other. True: all are walked. */
  #walkEach(paths: readonly Path[], most: number): boolean {
    this.#walks ??= paths.map((path) => new Walk(this.#values, path, this.#options))
    return this.#walks.every((walk) => walk.further(most))
  }

  /** All values have taken the step. */
  #finish(node: Node): void {
    if (node.type === 'identifier') throw new JsonPathError(`unrecognized identifier ${node.name}`)
    if (node.type === 'text') this.#found = [node.text]
    if (node.type === 'union') this.#found = (this.#walks ?? []).flatMap((walk) => walk.results)
    const isMissing = this.#found.length === 0 && this.#values.length > 0
    if (node.type === 'field' && isMissing && this.#options.strict)
      throw new JsonPathError(`${node.name} is not found`)
    this.#values = this.#found
    this.#found = []
    this.#walks = undefined
    this.#at = 0
    this.#step++
  }
}

/** At once. */
function walked(values: readonly unknown[], path: Path, options: JsonPathOptions): unknown[] {
  const walk = new Walk(values, path, options)
  walk.further(Number.POSITIVE_INFINITY)
  return walk.results
}

function children(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isObject(value) ? sortedKeys(value).map((key) => value[key]) : []
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sortedKeys(value: Record<string, unknown>): string[] {
  return Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
}
