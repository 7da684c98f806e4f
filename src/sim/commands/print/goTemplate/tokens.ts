/** Cuts a Go template into text and actions, and an action into tokens. */
import { TemplateError } from './nodes.ts'

export type Piece = { readonly text: string } | { readonly action: string; readonly line: number }

/** "{{-" and "-}}" take the blanks beside them away; comments leave nothing. */
export function pieces(template: string): Piece[] {
  const out: Piece[] = []
  let at = 0
  let trimLeft = false
  for (;;) {
    const open = template.indexOf('{{', at)
    const text = template.slice(at, open < 0 ? undefined : open)
    const trimRight = open >= 0 && /^\{\{-\s/.test(template.slice(open))
    const kept = trimmed(text, trimLeft, trimRight)
    if (kept !== '') out.push({ text: kept })
    if (open < 0) return out
    const line = template.slice(0, open).split('\n').length
    const close = endOfAction(template, open + 2, line)
    const inner = template.slice(open + 2, close)
    trimLeft = /\s-$/.test(inner)
    const action = inner.replace(/^-\s/, '').replace(/\s-$/, '').trim()
    if (!/^\/\*[\s\S]*\*\/$/.test(action)) out.push({ action, line })
    at = close + 2
  }
}

function trimmed(text: string, left: boolean, right: boolean): string {
  const start = left ? text.replace(/^\s+/, '') : text
  return right ? start.replace(/\s+$/, '') : start
}

function endOfAction(template: string, from: number, line: number): number {
  const parts = /"(?:\\.|[^"\\\n])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\}\}|[\s\S]/g
  parts.lastIndex = from
  for (let match = parts.exec(template); match !== null; match = parts.exec(template)) {
    if (match[0] === '}}') return match.index
  }
  throw new TemplateError(`template: output:${line}: unclosed action`)
}

const tokenPattern =
  /\s+|("(?:\\.|[^"\\])*"|`[^`]*`)|(:=|[=|(),])|(\$\w*)|((?:\.[\p{L}_][\p{L}\d_]*)+)|(\.)|([+-]?\d[\w.]*)|([\p{L}_][\p{L}\d_]*)/uy

export type TokenKind = 'text' | 'sign' | 'variable' | 'fields' | 'dot' | 'number' | 'word'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** A field right after a variable or a parenthesis belongs to it. */
  readonly afterBlank: boolean
}

const kinds: readonly TokenKind[] = ['text', 'sign', 'variable', 'fields', 'dot', 'number', 'word']

export function tokens(action: string, line: number): Token[] {
  const out: Token[] = []
  let afterBlank = true
  for (let at = 0; at < action.length; at = tokenPattern.lastIndex) {
    tokenPattern.lastIndex = at
    const match = tokenPattern.exec(action)
    if (match === null) {
      const character = String.fromCodePoint(action.codePointAt(at) as number)
      const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
      throw new TemplateError(
        `template: output:${line}: unexpected bad character U+${code} '${character}' in command`,
      )
    }
    const index = match.slice(1).findIndex((group) => group !== undefined)
    if (index >= 0) out.push({ kind: kinds[index] as TokenKind, text: match[0], afterBlank })
    afterBlank = index < 0
  }
  return out
}
