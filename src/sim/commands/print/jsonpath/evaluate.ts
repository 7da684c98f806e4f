/** Runs a JSONPath template over JSON (k8s.io/client-go/util/jsonpath/jsonpath.go, v1.36). */
import { JsonPathError, type Part } from './nodes.ts'
import { type JsonPathOptions, Walk } from './walk.ts'

/** Parts that are run for some values one after the other: all of a template for its data, or a range's body for its items. */
interface Frame {
  readonly parts: readonly Part[]
  readonly values: readonly unknown[]
  value: number
  part: number
}

/** One list of results for each action, in order; they are found some at a time. */
export class Results {
  readonly #options: JsonPathOptions
  /** The innermost last. */
  readonly #frames: Frame[]
  /** Of the part that is run now. */
  #walk: Walk | undefined

  constructor(parts: readonly Part[], data: unknown, options: JsonPathOptions) {
    this.#options = options
    this.#frames = [{ parts, values: [data], value: 0, part: 0 }]
  }

  get isOver(): boolean {
    return this.#frames.length === 0
  }

  /** Looks at about so many values for the next list. Undefined: it takes longer, or there is none. */
  next(most: number): readonly unknown[] | undefined {
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      const part = frame.parts[frame.part]
      if (part === undefined || frame.value === frame.values.length) this.#goOn(frame)
      else if (part.type === 'end') throw new JsonPathError('not in range, nothing to end')
      else if (part.type === 'text') {
        frame.part++
        return [part.text]
      } else {
        this.#walk ??= new Walk([frame.values[frame.value]], part.path, this.#options)
        if (!this.#walk.further(most)) return undefined
        const { results } = this.#walk
        this.#walk = undefined
        frame.part++
        if (part.type === 'path') return results
        this.#frames.push({ parts: part.body, values: results, value: 0, part: 0 })
      }
    }
    return undefined
  }

  /** To the next value, or out of the range. */
  #goOn(frame: Frame): void {
    frame.value++
    frame.part = 0
    if (frame.value >= frame.values.length) this.#frames.pop()
  }
}

/** All of them at once. */
export function findResults(
  parts: readonly Part[],
  data: unknown,
  options: JsonPathOptions = {},
): (readonly unknown[])[] {
  const results = new Results(parts, data, options)
  const lists: (readonly unknown[])[] = []
  while (!results.isOver) {
    const list = results.next(Number.POSITIVE_INFINITY)
    if (list !== undefined) lists.push(list)
  }
  return lists
}
