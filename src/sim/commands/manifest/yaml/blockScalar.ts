/** Block scalars, `|` and `>` (libyaml's scanner). */
import type { Cursor } from './cursor.ts'

interface Header {
  /** 0: to be found from the first line. */
  readonly indent: number
  /** What becomes of the breaks at the end: "-" none, "+" all, "" one. */
  readonly chomping: string
}

export function readBlock(cursor: Cursor, parentIndent: number): string {
  const isLiteral = cursor.peek() === '|'
  cursor.skip()
  const header = readHeader(cursor)
  const given = header.indent === 0 ? 0 : Math.max(parentIndent, 0) + header.indent
  let { breaks, indent } = readBreaks(cursor, given, parentIndent)
  let text = ''
  let lastBreak = ''
  let wasIndented = false
  while (cursor.column === indent && !cursor.atEnd) {
    // Lines that begin with a blank are never folded.
    const isIndented = cursor.isBlank()
    if (!isLiteral && lastBreak.startsWith('\n') && !wasIndented && !isIndented) {
      if (breaks === '') text += ' '
    } else text += lastBreak
    text += breaks
    wasIndented = isIndented
    const start = cursor.index
    while (!cursor.isBreakOrEnd()) cursor.skip()
    text += cursor.text.slice(start, cursor.index)
    lastBreak = cursor.atEnd ? '' : cursor.takeBreak()
    ;({ breaks, indent } = readBreaks(cursor, indent, parentIndent))
  }
  if (header.chomping === '-') return text
  return header.chomping === '+' ? text + lastBreak + breaks : text + lastBreak
}

function readHeader(cursor: Cursor): Header {
  let indent = 0
  let chomping = ''
  for (let i = 0; i < 2; i++) {
    const one = cursor.peek()
    if (one === '0') throw cursor.error('found an indentation indicator equal to 0')
    if (/^[1-9]$/.test(one) && indent === 0) indent = Number(one)
    else if ((one === '+' || one === '-') && chomping === '') chomping = one
    else break
    cursor.skip()
  }
  while (cursor.isBlank()) cursor.skip()
  if (cursor.peek() === '#') while (!cursor.isBreakOrEnd()) cursor.skip()
  if (!cursor.isBreakOrEnd()) throw cursor.error('did not find expected comment or line break')
  if (cursor.isBreak()) cursor.skipBreak()
  return { indent, chomping }
}

/** Empty lines, and the indentation where it is not known yet (0). */
function readBreaks(cursor: Cursor, known: number, parentIndent: number): { breaks: string; indent: number } {
  let breaks = ''
  let most = 0
  for (;;) {
    while ((known === 0 || cursor.column < known) && cursor.peek() === ' ') cursor.skip()
    most = Math.max(most, cursor.column)
    if ((known === 0 || cursor.column < known) && cursor.peek() === '\t') {
      throw cursor.error('found a tab character where an indentation space is expected')
    }
    if (!cursor.isBreak()) break
    breaks += cursor.takeBreak()
  }
  return { breaks, indent: known === 0 ? Math.max(most, parentIndent + 1, 1) : known }
}
