import { JsonPathError } from './nodes.ts'

/** Columns and sort keys may leave out the braces and the first dot: "x.y", ".x.y", "{x.y}" and "{.x.y}" are the same. */
export function relaxedJsonPath(text: string): string {
  if (text === '') return text
  const match = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/.exec(text)
  if (!match) {
    throw new JsonPathError(
      "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'",
    )
  }
  return `{.${match[1] ?? match[2]}}`
}
