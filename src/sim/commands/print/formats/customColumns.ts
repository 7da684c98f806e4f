/** `-o custom-columns=NAME:.metadata.name,…` */
import { goValue } from '../goValue.ts'
import { findResults } from '../jsonpath/evaluate.ts'
import { JsonPathError, type Part } from '../jsonpath/nodes.ts'
import { parseJsonPath } from '../jsonpath/parse.ts'
import { relaxedJsonPath } from '../jsonpath/relaxed.ts'
import { TabWriter } from '../tabWriter.ts'

export interface CustomColumns {
  readonly headers: readonly string[]
  readonly paths: readonly string[]
  readonly noHeaders: boolean
}

/** Throws a JsonPathError for what is not a list of columns. */
export function customColumns(spec: string, { noHeaders = false } = {}): CustomColumns {
  if (spec === '') throw new JsonPathError('custom-columns format specified but no custom columns given')
  const columns = spec.split(',').map(column)
  return { headers: columns.map(({ header }) => header), paths: columns.map(({ path }) => path), noHeaders }
}

/** Rows are added, and then laid out. */
export class CustomColumnsTable {
  readonly #writer = new TabWriter({ minWidth: 6, padding: 3, rememberWidths: true })
  readonly #columns: readonly (readonly Part[])[]

  /** Throws a JsonPathError for a path that cannot be read. */
  constructor({ headers, paths, noHeaders }: CustomColumns) {
    this.#columns = paths.map(parseJsonPath)
    if (!noHeaders) this.#writer.row(headers)
  }

  add(object: unknown): void {
    this.#writer.row(this.#columns.map((parts) => cell(findResults(parts, object))))
  }

  /** The text of so many lines. */
  takeSome(most: number): string {
    return this.#writer.takeSome(most)
  }

  get hasMore(): boolean {
    return this.#writer.hasLines
  }
}

function column(text: string): { header: string; path: string } {
  const colon = text.indexOf(':')
  if (colon < 0) {
    throw new JsonPathError(`unexpected custom-columns spec: ${text}, expected <header>:<json-path-expr>`)
  }
  return { header: text.slice(0, colon), path: relaxedJsonPath(text.slice(colon + 1)) }
}

function cell(results: readonly (readonly unknown[])[]): string {
  if ((results[0] ?? []).length === 0) return '<none>'
  return results.flat().map(goValue).join(',')
}
