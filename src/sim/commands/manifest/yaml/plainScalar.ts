/** What a scalar without quotes means to Go's reader of YAML 1.1 (gopkg.in/yaml.v2 resolve.go). */

const words: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ...spelled(['', '~', 'null', 'Null', 'NULL'], null),
  ...spelled(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'], true),
  ...spelled(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'], false),
])
const integer = /^[-+]?(0|[1-9][0-9]*)$/
const prefixed = /^([-+]?)0([xXbBoO]?)([0-9a-fA-F]+)$/
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
const digits: Readonly<Record<number, RegExp>> = { 2: /^[01]+$/, 8: /^[0-7]+$/, 16: /^[0-9a-fA-F]+$/ }

/** Infinity and "not a number" stay text: JSON has no words for them, and the API wants none. */
export function plainValue(text: string): null | boolean | number | string {
  const word = words.get(text)
  if (word !== undefined) return word
  if (!/^[-+.0-9]/.test(text)) return text
  const plain = text.replaceAll('_', '')
  if (integer.test(plain)) return Number(plain)
  const other = prefixedInteger(plain)
  if (other !== undefined) return other
  return float.test(plain) ? Number(plain) : text
}

/** Go's own notation: 0x1f, 0b101, 0o17 and, as in C, 017. */
function prefixedInteger(text: string): number | undefined {
  const [, sign, letter = '', rest = ''] = prefixed.exec(text) ?? []
  if (sign === undefined) return undefined
  const base = letter === '' ? 8 : letter.toLowerCase() === 'x' ? 16 : letter.toLowerCase() === 'b' ? 2 : 8
  if (digits[base]?.test(rest) !== true) return undefined
  const value = Number.parseInt(rest, base)
  return sign === '-' ? -value : value
}

function spelled<T>(spellings: readonly string[], value: T): readonly [string, T][] {
  return spellings.map((spelling) => [spelling, value])
}
