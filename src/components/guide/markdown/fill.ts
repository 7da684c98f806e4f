/**
 * Puts stand-ins where values go, so that no value ever passes through the Markdown parser: it cannot become markup. Each is
 * one character of a private plane, which the parser takes for a letter.
 */
import { format, type Language, type Slots, type Text } from '../../../i18n/index.ts'

export interface Filled {
  readonly source: string
  readonly values: readonly string[]
}

const firstStandIn = 0xf0000
const standIns = /[\u{F0000}-\u{FFFFD}]/gu

export function fill(text: Text, language: Language, slots: Slots): Filled {
  const values: string[] = []
  const honest = { en: text.en.replace(standIns, ''), ko: text.ko.replace(standIns, '') }
  const source = format(honest, language, slots, (value) => {
    values.push(value)
    return String.fromCodePoint(firstStandIn + values.length - 1)
  })
  return { source, values }
}

/** A parsed text in pieces: what was written, and the values measured. */
export type Piece = { readonly written: string } | { readonly measured: string }

export function piecesOf(text: string, values: readonly string[]): readonly Piece[] {
  return [...text.matchAll(/[\u{F0000}-\u{FFFFD}]|[^\u{F0000}-\u{FFFFD}]+/gu)].map(([piece]) => {
    const value = values[(piece.codePointAt(0) as number) - firstStandIn]
    return value === undefined ? { written: piece } : { measured: value }
  })
}
