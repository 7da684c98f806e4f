/** The text of scalars, and what can be wrong inside them (libyaml's scanner). */
import type { Cursor } from './cursor.ts'

const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

export function readQuoted(cursor: Cursor): string {
  const quote = cursor.peek()
  let text = ''
  cursor.skip()
  for (;;) {
    if (cursor.isDocumentIndicator()) throw cursor.error('found unexpected document indicator')
    if (cursor.atEnd) throw cursor.error('found unexpected end of stream')
    const part = readQuotedPart(cursor, quote)
    text += part.text
    if (cursor.peek() === quote && !part.endedLine) break
    text += readSpace(cursor, part.endedLine)
  }
  cursor.skip()
  return text
}

/** Up to a blank, a line break or the closing quote; an escaped line break ends it too. */
function readQuotedPart(cursor: Cursor, quote: string): { text: string; endedLine: boolean } {
  let text = ''
  while (!cursor.isBlankOrEnd()) {
    const one = cursor.peek()
    if (one === quote) {
      if (quote === '"' || cursor.peek(1) !== "'") break
      text += "'"
      cursor.skip(2)
    } else if (quote === '"' && one === '\\') {
      cursor.skip()
      if (cursor.isBreak()) {
        cursor.skipBreak()
        return { text, endedLine: true }
      }
      text += readEscape(cursor)
    } else {
      text += one
      cursor.skip()
    }
  }
  return { text, endedLine: false }
}

function readEscape(cursor: Cursor): string {
  const letter = cursor.peek()
  const plain = escapes[letter]
  const digits = hexLengths[letter]
  if (plain === undefined && digits === undefined) throw cursor.error('found unknown escape character')
  cursor.skip()
  if (digits === undefined) return plain as string
  for (let i = 0; i < digits; i++) {
    if (!/[0-9A-Fa-f]/.test(cursor.peek(i))) throw cursor.error('did not find expected hexdecimal number')
  }
  const code = Number.parseInt(cursor.text.slice(cursor.index, cursor.index + digits), 16)
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw cursor.error('found invalid Unicode character escape code')
  }
  cursor.skip(digits)
  return String.fromCodePoint(code)
}

/** Blanks within a line stay; a line break becomes a blank, and further ones stay breaks. */
function readSpace(cursor: Cursor, lineEnded: boolean): string {
  let blanks = ''
  let breaks = ''
  let endedLine = lineEnded
  let first = ''
  while (cursor.isBlank() || cursor.isBreak()) {
    if (cursor.isBreak()) {
      const one = cursor.takeBreak()
      if (endedLine) breaks += one
      else first = one
      endedLine = true
      blanks = ''
    } else {
      if (!endedLine) blanks += cursor.peek()
      cursor.skip()
    }
  }
  return endedLine ? folded(first, breaks) : blanks
}

function folded(first: string, breaks: string): string {
  if (first !== '\n') return first + breaks
  return breaks === '' ? ' ' : breaks
}

export interface PlainScalar {
  readonly text: string
  /** It ended after a line break, so that a key may follow. */
  readonly endedLine: boolean
}

export function readPlain(cursor: Cursor, parentIndent: number, inFlow: boolean): PlainScalar {
  const indent = parentIndent + 1
  let text = ''
  let space = ''
  let endedLine = false
  while (!cursor.isDocumentIndicator() && cursor.peek() !== '#') {
    const part = readPlainPart(cursor, inFlow)
    if (part === '') break
    text += space + part
    endedLine = false
    if (!cursor.isBlank() && !cursor.isBreak()) break
    const gap = readPlainSpace(cursor, indent)
    space = gap.text
    endedLine = gap.endedLine
    if (!inFlow && cursor.column < indent) break
  }
  return { text, endedLine }
}

function readPlainPart(cursor: Cursor, inFlow: boolean): string {
  const start = cursor.index
  while (!cursor.isBlankOrEnd()) {
    const one = cursor.peek()
    if (one === ':' && cursor.isBlankOrEnd(1)) break
    if (inFlow && ',?[]{}'.includes(one)) break
    cursor.skip()
  }
  return cursor.text.slice(start, cursor.index)
}

function readPlainSpace(cursor: Cursor, indent: number): PlainScalar {
  let blanks = ''
  let first = ''
  let breaks = ''
  let endedLine = false
  while (cursor.isBlank() || cursor.isBreak()) {
    if (cursor.isBreak()) {
      const one = cursor.takeBreak()
      if (endedLine) breaks += one
      else first = one
      endedLine = true
    } else {
      if (endedLine && cursor.column < indent && cursor.peek() === '\t') {
        throw cursor.error('found a tab character that violates indentation')
      }
      if (!endedLine) blanks += cursor.peek()
      cursor.skip()
    }
  }
  return { text: endedLine ? folded(first, breaks) : blanks, endedLine }
}
