/** `-o json` as Go writes it: four spaces, and the characters that matter to HTML escaped. */

/** Objects that the server returned are maps to kubectl: their keys are sorted. */
export function json(value: unknown): string {
  return `${encoded(value, { order: sortedKeys, margin: '\n' })}\n`
}

/** An item of a list, as deep in the whole, without what stands before and after it. */
export function jsonItem(value: unknown, depth: number): string {
  return encoded(value, { order: sortedKeys, margin: `\n${indentation.repeat(depth)}` })
}

/** Objects that kubectl made itself (`create --dry-run=client`) keep the order of their fields, kind first. */
export function jsonInFieldOrder(object: { readonly kind: string; readonly apiVersion: string }): string {
  const { kind, apiVersion, ...rest } = object
  return `${encoded({ kind, apiVersion, ...rest }, { order: (keys) => keys, margin: '\n' })}\n`
}

/** On one line, without a line break. */
export function compactJson(value: unknown): string {
  return encoded(value, { order: sortedKeys, margin: undefined })
}

interface Layout {
  readonly order: (keys: string[]) => string[]
  /** A line break and the indentation so far; undefined: all on one line. */
  readonly margin: string | undefined
}

function encoded(value: unknown, layout: Layout): string {
  if (Array.isArray(value))
    return bracketed(
      '[',
      value.map((item) => encoded(item, inner(layout))),
      ']',
      layout,
    )
  if (typeof value !== 'object' || value === null) return text(value)
  const object = value as Readonly<Record<string, unknown>>
  const keys = layout.order(Object.keys(object).filter((key) => object[key] !== undefined))
  const colon = layout.margin === undefined ? ':' : ': '
  const members = keys.map((key) => `${text(key)}${colon}${encoded(object[key], inner(layout))}`)
  return bracketed('{', members, '}', layout)
}

function bracketed(open: string, items: readonly string[], close: string, { margin }: Layout): string {
  if (margin === undefined || items.length === 0) return open + items.join(',') + close
  return open + margin + indentation + items.join(`,${margin}${indentation}`) + margin + close
}

const indentation = '    '

function inner(layout: Layout): Layout {
  return layout.margin === undefined ? layout : { ...layout, margin: layout.margin + indentation }
}

function text(value: unknown): string {
  const escaped = JSON.stringify(value) ?? 'null'
  return escaped.replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function sortedKeys(keys: string[]): string[] {
  return keys.sort()
}
