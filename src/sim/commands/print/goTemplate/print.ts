/** How Go prints values: `print` and `printf` of text/template, and a value alone in braces. */
import { goQuote } from '../goValue.ts'
import { TemplateError } from './nodes.ts'

/** What stands between two operands when neither is text is a blank. */
export function goPrint(values: readonly unknown[]): string {
  let out = ''
  for (const [i, value] of values.entries()) {
    const before = values[i - 1]
    if (i > 0 && typeof before !== 'string' && typeof value !== 'string') out += ' '
    out += goText(value)
  }
  return out
}

/** `%v`. JSON numbers are floats: from a million on, they get an exponent. */
export function goText(value: unknown): string {
  if (value === null || value === undefined) return '<nil>'
  if (typeof value === 'number') return goFloat(value)
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`
  if (typeof value !== 'object') return String(value)
  const keys = Object.keys(value).sort()
  return `map[${keys.map((key) => `${key}:${goText((value as Record<string, unknown>)[key])}`).join(' ')}]`
}

function goFloat(value: number): string {
  const size = Math.abs(value)
  if (value === 0 || (size >= 1e-4 && size < 1e21 && (size < 1e6 || !Number.isFinite(value))))
    return String(value)
  const [digits = '', exponent = '0'] = value.toExponential().split('e')
  const sign = exponent.startsWith('-') ? '-' : '+'
  return `${digits}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`
}

const verb = /%([-+# 0]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/g

const widest = 10_000

export function goPrintf(format: string, values: readonly unknown[]): string {
  let next = 0
  const text = format.replace(
    verb,
    (_, flags: string, width: string, precision: string | undefined, letter: string) => {
      if (letter === '%') return '%'
      if (next >= values.length) return `%!${letter}(MISSING)`
      const formatted = formatOne(letter, values[next++], precision)
      const fill = flags.includes('0') && letter !== 's' ? '0' : ' '
      const size = Number(width || 0)
      if (size > widest || Number(precision ?? 0) > 100)
        throw new TemplateError(
          `error calling printf: the simulator prints nothing as wide as %${width}${letter}`,
        )
      return flags.includes('-') ? formatted.padEnd(size) : formatted.padStart(size, fill)
    },
  )
  if (next >= values.length) return text
  return `${text}%!(EXTRA ${values
    .slice(next)
    .map((value) => `${typeWord(value)}=${goText(value)}`)
    .join(', ')})`
}

function formatOne(letter: string, value: unknown, precision: string | undefined): string {
  switch (letter) {
    case 'v':
      return goText(value)
    case 's':
      return typeof value === 'string'
        ? value.slice(0, precision === undefined ? undefined : Number(precision))
        : wrong(letter, value)
    case 'q':
      return typeof value === 'string' ? goQuote(value) : wrong(letter, value)
    case 'd':
      return typeof value === 'bigint' ? String(value) : wrong(letter, value)
    case 't':
      return typeof value === 'boolean' ? String(value) : wrong(letter, value)
    case 'f':
      return typeof value === 'number'
        ? value.toFixed(precision === undefined ? 6 : Number(precision))
        : wrong(letter, value)
    case 'g':
      return typeof value === 'number' ? goFloat(value) : wrong(letter, value)
    default:
      throw new TemplateError(`error calling printf: the simulator does not know %${letter}`)
  }
}

function wrong(letter: string, value: unknown): string {
  return value === null || value === undefined
    ? `%!${letter}(<nil>)`
    : `%!${letter}(${typeWord(value)}=${goText(value)})`
}

function typeWord(value: unknown): string {
  if (typeof value === 'bigint') return 'int'
  if (typeof value === 'number') return 'float64'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  return Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}'
}
