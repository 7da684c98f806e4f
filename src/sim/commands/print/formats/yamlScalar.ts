/**
 * How a string is written in YAML, as the library behind kubectl does it (go-yaml v2): plain where it reads back as a
 * string, a literal block where it has line breaks, else in quotes; long lines fold at the first space beyond 80.
 */
import { resolvesToString } from './yamlResolve.ts'

const bestWidth = 80

type Style = 'plain' | 'single' | 'double' | 'literal'

/** `column` is where the text begins; continued lines are indented by `indent` spaces. */
export function yamlString(text: string, column: number, indent: number): string {
  switch (styleOf(text, false)) {
    case 'literal':
      return literal(text, indent)
    case 'plain':
      return fold(text, column, indent, (space, i) => text[i + 1] !== ' ' && space)
    case 'single':
      return `'${fold(text, column + 1, indent, (space, i) => inside(text, i) && text[i + 1] !== ' ' && space, "'")}'`
    case 'double':
      return doubleQuoted(text, column, indent)
  }
}

/** Keys never span lines. */
export function yamlKey(text: string): string {
  const style = styleOf(text, true)
  if (style === 'plain') return text
  return style === 'single'
    ? `'${text.replaceAll("'", "''")}'`
    : doubleQuoted(text, Number.NEGATIVE_INFINITY, 0)
}

function styleOf(text: string, isKey: boolean): Style {
  const marks = analyse(text)
  if (text.includes('\n')) return isKey || !marks.blockAllowed ? 'double' : 'literal'
  if (!resolvesToString(text)) return 'double'
  if (marks.plainAllowed) return 'plain'
  return marks.singleAllowed ? 'single' : 'double'
}

/** Which styles could carry this text without changing its meaning. */
function analyse(text: string) {
  const special = [...text].some((character) => !isPrintable(character))
  const spaceBeforeBreak = / \n/.test(text)
  const indicators =
    /^(---|\.\.\.)/.test(text) ||
    /^[#,[\]{}&*!|>'"%@`]/.test(text) ||
    /^[?:-]([ \n]|$)/.test(text) ||
    /:([ \n]|$)| #/.test(text)
  const edges = /^[ \n]|[ \n]$/.test(text)
  const unquotable = special || spaceBeforeBreak
  return {
    plainAllowed: !indicators && !edges && !unquotable && !text.includes('\n'),
    singleAllowed: !unquotable && !/\n /.test(text),
    blockAllowed: !unquotable && !text.endsWith(' '),
  }
}

/** YAML's printable characters; a tab is not one of them. */
function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) as number
  if (code === 0x0a || (code >= 0x20 && code <= 0x7e)) return true
  return (
    code >= 0xa0 &&
    code !== 0xfeff &&
    code !== 0xfffe &&
    code !== 0xffff &&
    !(code >= 0xd800 && code <= 0xdfff)
  )
}

/** Breaks the line in place of a space that stands beyond the best width. */
function fold(
  text: string,
  column: number,
  indent: number,
  breakable: (beyondWidth: boolean, index: number) => boolean,
  doubled = '',
): string {
  let out = ''
  let at = column
  let previous = ''
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) as number)
    if (character === ' ' && previous !== ' ' && breakable(at > bestWidth, i)) {
      out += `\n${' '.repeat(indent)}`
      at = indent
    } else {
      out += character === doubled ? character + character : character
      at += character === doubled ? 2 : 1
    }
    previous = character
    i += character.length
  }
  return out
}

function inside(text: string, index: number): boolean {
  return index > 0 && index < text.length - 1
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

function doubleQuoted(text: string, column: number, indent: number): string {
  let out = '"'
  let at = column + 1
  let previous = ''
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) as number)
    const escaped = escapes[character] ?? (isPrintable(character) ? undefined : hexEscape(character))
    if (character === ' ' && previous !== ' ' && at > bestWidth && inside(text, i)) {
      out += `\n${' '.repeat(indent)}${text[i + 1] === ' ' ? '\\' : ''}`
      at = indent
    } else {
      out += escaped ?? character
      at += escaped?.length ?? 1
    }
    previous = escaped === undefined ? character : ''
    i += character.length
  }
  return `${out}"`
}

function hexEscape(character: string): string {
  const code = character.codePointAt(0) as number
  const [mark, digits] = code <= 0xff ? ['x', 2] : code <= 0xffff ? ['u', 4] : ['U', 8]
  return `\\${mark}${code
    .toString(16)
    .toUpperCase()
    .padStart(digits as number, '0')}`
}

/** "|-" drops the last line break, "|+" keeps several; a number tells the indentation where the text begins with space. */
function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : ''
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : ''
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
  const margin = ' '.repeat(indent)
  return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : margin + line)).join('\n')}`
}
