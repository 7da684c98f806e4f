/** `-o custom-columns=NAME:.metadata.name,…` */
import { goValue } from '../goValue.ts'
import { findResults } from '../jsonpath/evaluate.ts'
import { JsonPathError } from '../jsonpath/nodes.ts'
import { parseJsonPath } from '../jsonpath/parse.ts'
import { relaxedJsonPath } from '../jsonpath/relaxed.ts'
import { TabWriter } from '../tabWriter.ts'

export interface CustomColumnsOptions {
  readonly noHeaders?: boolean
}

export function customColumnsPrinter(
  spec: string,
  { noHeaders }: CustomColumnsOptions = {},
): (objects: readonly unknown[]) => string {
  if (spec === '') throw new JsonPathError('custom-columns format specified but no custom columns given')
  const columns = spec.split(',').map(column)
  return (objects) => {
    const writer = new TabWriter({ minWidth: 6, padding: 3, rememberWidths: true })
    const parsed = columns.map(({ path }) => parseJsonPath(path))
    if (!noHeaders) writer.write(`${columns.map(({ header }) => header).join('\t')}\n`)
    for (const object of objects) {
      writer.write(`${parsed.map((parts) => cell(findResults(parts, object))).join('\t')}\n`)
    }
    return writer.take()
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
