/** A quoted string of Go, in double or single quotes; the errors are strconv's. */
import { JsonPathError } from './nodes.ts'

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

export function unquote(quoted: string): string {
  const quote = quoted[0] as string
  const text = quoted.slice(1, -1)
  const refuse = () => new JsonPathError(`unquote string ${quoted} error invalid syntax`)
  return text.replace(
    /\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{3}|[\s\S]|$)/g,
    (_, code: string) => {
      if (code === quote) return quote
      const known = escapes[code]
      if (known !== undefined) return known
      if (/^[xuU]./.test(code)) return String.fromCodePoint(Number.parseInt(code.slice(1), 16))
      if (/^[0-7]{3}$/.test(code)) return String.fromCharCode(Number.parseInt(code, 8))
      throw refuse()
    },
  )
}
