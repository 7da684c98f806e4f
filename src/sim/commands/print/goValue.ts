/** JSON values as Go prints them: `%v` and `%#v` of what kubectl decodes into maps, slices and scalars. */

/** `%v`: map[app:web tier:front], [1 2], <nil>. */
export function goValue(value: unknown): string {
  if (value === null || value === undefined) return '<nil>'
  if (Array.isArray(value)) return `[${value.map(goValue).join(' ')}]`
  if (typeof value !== 'object') return String(value)
  return `map[${entries(value)
    .map(([key, item]) => `${key}:${goValue(item)}`)
    .join(' ')}]`
}

/** `%#v`: map[string]interface {}{"app":"web"}. Of what is longer than `most` characters, the beginning. */
export function goSyntax(value: unknown, most = Number.POSITIVE_INFINITY): string {
  const out = { text: '', most }
  writeSyntax(value, out)
  return out.text
}

interface Beginning {
  text: string
  readonly most: number
}

function writeSyntax(value: unknown, out: Beginning): void {
  if (value === null || value === undefined) out.text += 'interface {}(nil)'
  else if (typeof value === 'string') out.text += goQuote(value)
  else if (typeof value !== 'object') out.text += String(value)
  else {
    const isList = Array.isArray(value)
    out.text += isList ? '[]interface {}{' : 'map[string]interface {}{'
    for (const [i, [key, item]] of (isList ? Object.entries(value) : entries(value)).entries()) {
      if (out.text.length >= out.most) return
      if (i > 0) out.text += ', '
      if (!isList) out.text += `${goQuote(key)}:`
      writeSyntax(item, out)
    }
    out.text += '}'
  }
}

export function goType(value: unknown): string {
  if (value === null || value === undefined) return '<nil>'
  if (Array.isArray(value)) return '[]interface {}'
  if (typeof value === 'object') return 'map[string]interface {}'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64'
  return typeof value === 'boolean' ? 'bool' : 'string'
}

/** `%q` of strconv, for text without unprintable characters beyond the usual ones. */
export function goQuote(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\\u0007', '\\a')
    .replaceAll('\\u000b', '\\v')
    .replace(/\\u00([01]\w)/g, '\\x$1')
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
}
