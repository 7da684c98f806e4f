/**
 * The tokens of one YAML document, found as libyaml finds them, so that a broken text is refused at the same place and
 * in the same words as by the real kubectl.
 */

import { readBlock } from './blockScalar.ts'
import { Cursor, type Mark, type YamlError } from './cursor.ts'
import { readPlain, readQuoted } from './scalars.ts'

export type TokenType =
  | 'stream end'
  | 'directive'
  | 'document start'
  | 'document end'
  | 'sequence'
  | 'mapping'
  | 'block end'
  | '['
  | ']'
  | '{'
  | '}'
  | '-'
  | ','
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'

export interface Token {
  readonly type: TokenType
  readonly mark: Mark
  /** The name of an anchor or alias, a tag, a scalar's text. */
  readonly text?: string
  /** A scalar without quotes: what it means depends on how it looks. */
  readonly isPlain?: boolean
}

/** Something that may turn out to be a key, once a colon follows. */
interface SimpleKey {
  readonly required: boolean
  /** Its place among all tokens. */
  readonly number: number
  readonly mark: Mark
}

const longestKey = 1024
const missingColon = "could not find expected ':'"

export class Scanner {
  readonly #cursor: Cursor
  readonly #tokens: Token[] = []
  #taken = 0
  #ended = false
  #indent = -1
  readonly #indents: number[] = []
  #keyAllowed = true
  /** One for each level of brackets, the outermost first. */
  readonly #keys: (SimpleKey | undefined)[] = [undefined]

  constructor(text: string) {
    this.#cursor = new Cursor(text)
  }

  peek(): Token {
    while (this.#needsMore()) this.#fetch()
    return this.#tokens[0] as Token
  }

  take(): Token {
    const token = this.peek()
    this.#tokens.shift()
    this.#taken++
    return token
  }

  get #inFlow(): boolean {
    return this.#keys.length > 1
  }

  #needsMore(): boolean {
    if (this.#ended) return false
    if (this.#tokens.length === 0) return true
    this.#dropStaleKeys()
    return this.#keys.some((key) => key?.number === this.#taken)
  }

  #fetch(): void {
    const cursor = this.#cursor
    this.#skipToToken()
    this.#dropStaleKeys()
    this.#unroll(cursor.column)
    const one = cursor.peek()
    const ends = cursor.isBlankOrEnd(1)
    if (cursor.atEnd) this.#fetchEnd()
    else if (cursor.column === 0 && one === '%') this.#fetchDirective()
    else if (cursor.isDocumentIndicator()) this.#fetchDocumentIndicator(one === '-')
    else if (one === '[' || one === '{') this.#fetchOpening(one)
    else if (one === ']' || one === '}') this.#fetchClosing(one)
    else if (one === ',') this.#fetchFlowEntry()
    else if (one === '-' && ends) this.#fetchBlockEntry()
    else if (one === '?' && (this.#inFlow || ends)) this.#fetchKey()
    else if (one === ':' && (this.#inFlow || ends)) this.#fetchValue()
    else if (one === '*' || one === '&') this.#fetchAnchor(one === '*' ? 'alias' : 'anchor')
    else if (one === '!') this.#fetchTag()
    else if ((one === '|' || one === '>') && !this.#inFlow) this.#fetchBlockScalar()
    else if (one === "'" || one === '"') this.#fetchFlowScalar()
    else if (this.#startsPlain(one)) this.#fetchPlain()
    else throw cursor.error('found character that cannot start any token')
  }

  #startsPlain(one: string): boolean {
    if (!'-?:,[]{}#&*!|>\'"%@`'.includes(one)) return !this.#cursor.isBlankOrEnd()
    if (one === '-') return !this.#cursor.isBlank(1)
    return !this.#inFlow && (one === '?' || one === ':') && !this.#cursor.isBlankOrEnd(1)
  }

  #skipToToken(): void {
    const cursor = this.#cursor
    for (;;) {
      if (cursor.index === 0 && cursor.peek() === '\uFEFF') cursor.skip()
      while (cursor.peek() === ' ' || (cursor.peek() === '\t' && (this.#inFlow || !this.#keyAllowed))) {
        cursor.skip()
      }
      if (cursor.peek() === '#') while (!cursor.isBreakOrEnd()) cursor.skip()
      if (!cursor.isBreak()) return
      cursor.skipBreak()
      if (!this.#inFlow) this.#keyAllowed = true
    }
  }

  // ── Keys without a question mark ─────────────────────────────────────────────────────────────────────────────────

  /** A key has to be on one line and not too long. */
  #dropStaleKeys(): void {
    const { line, index } = this.#cursor
    for (let i = 0; i < this.#keys.length; i++) {
      const key = this.#keys[i]
      if (key === undefined || (key.mark.line === line && key.mark.index + longestKey >= index)) continue
      if (key.required) throw this.#cursor.error(missingColon)
      this.#keys[i] = undefined
    }
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return
    const { mark } = this.#cursor
    const required = !this.#inFlow && this.#indent === mark.column
    this.#removeKey()
    this.#keys[this.#keys.length - 1] = { required, number: this.#taken + this.#tokens.length, mark }
  }

  #removeKey(): void {
    if (this.#keys.at(-1)?.required) throw this.#cursor.error(missingColon)
    this.#keys[this.#keys.length - 1] = undefined
  }

  // ── Indentation ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Deeper than before: a new block collection begins, at `number` among all tokens. */
  #roll(column: number, type: 'sequence' | 'mapping', mark: Mark, number?: number): void {
    if (this.#inFlow || this.#indent >= column) return
    this.#indents.push(this.#indent)
    this.#indent = column
    if (number === undefined) this.#tokens.push({ type, mark })
    else this.#tokens.splice(number - this.#taken, 0, { type, mark })
  }

  #unroll(column: number): void {
    if (this.#inFlow) return
    while (this.#indent > column) {
      this.#tokens.push({ type: 'block end', mark: this.#cursor.mark })
      this.#indent = this.#indents.pop() as number
    }
  }

  // ── Tokens ───────────────────────────────────────────────────────────────────────────────────────────────────────

  #push(type: TokenType, length: number): void {
    this.#tokens.push({ type, mark: this.#cursor.mark })
    this.#cursor.skip(length)
  }

  #fetchEnd(): void {
    const cursor = this.#cursor
    if (cursor.column !== 0) {
      cursor.column = 0
      cursor.line++
    }
    this.#unroll(-1)
    this.#removeKey()
    this.#keyAllowed = false
    this.#push('stream end', 0)
    this.#ended = true
  }

  #fetchDirective(): void {
    const cursor = this.#cursor
    this.#unroll(-1)
    this.#removeKey()
    this.#keyAllowed = false
    const rest = cursor.text.slice(cursor.index)
    const known = /^%(YAML|TAG)(?=[ \t])/.test(rest)
    this.#push('directive', 1)
    if (!/^[A-Za-z0-9_-]/.test(cursor.peek())) throw cursor.error('could not find expected directive name')
    if (!known) throw cursor.error('found unknown directive name')
    while (!cursor.isBreakOrEnd()) cursor.skip()
  }

  #fetchDocumentIndicator(isStart: boolean): void {
    this.#unroll(-1)
    this.#removeKey()
    this.#keyAllowed = false
    this.#push(isStart ? 'document start' : 'document end', 3)
  }

  #fetchOpening(bracket: '[' | '{'): void {
    this.#saveKey()
    this.#keys.push(undefined)
    this.#keyAllowed = true
    this.#push(bracket, 1)
  }

  #fetchClosing(bracket: ']' | '}'): void {
    this.#removeKey()
    if (this.#inFlow) this.#keys.pop()
    this.#keyAllowed = false
    this.#push(bracket, 1)
  }

  #fetchFlowEntry(): void {
    this.#removeKey()
    this.#keyAllowed = true
    this.#push(',', 1)
  }

  #fetchBlockEntry(): void {
    const cursor = this.#cursor
    if (!this.#inFlow) {
      if (!this.#keyAllowed) throw this.#notAllowed('block sequence entries')
      this.#roll(cursor.column, 'sequence', cursor.mark)
    }
    this.#removeKey()
    this.#keyAllowed = true
    this.#push('-', 1)
  }

  #fetchKey(): void {
    const cursor = this.#cursor
    if (!this.#inFlow) {
      if (!this.#keyAllowed) throw this.#notAllowed('mapping keys')
      this.#roll(cursor.column, 'mapping', cursor.mark)
    }
    this.#removeKey()
    this.#keyAllowed = !this.#inFlow
    this.#push('key', 1)
  }

  #fetchValue(): void {
    const cursor = this.#cursor
    const key = this.#keys.at(-1)
    if (key !== undefined) {
      this.#tokens.splice(key.number - this.#taken, 0, { type: 'key', mark: key.mark })
      this.#roll(key.mark.column, 'mapping', key.mark, key.number)
      this.#keys[this.#keys.length - 1] = undefined
      this.#keyAllowed = false
    } else {
      if (!this.#inFlow) {
        if (!this.#keyAllowed) throw this.#notAllowed('mapping values')
        this.#roll(cursor.column, 'mapping', cursor.mark)
      }
      this.#keyAllowed = !this.#inFlow
    }
    this.#push('value', 1)
  }

  #notAllowed(what: string): YamlError {
    return this.#cursor.error(`${what} are not allowed in this context`)
  }

  #fetchAnchor(type: 'alias' | 'anchor'): void {
    const cursor = this.#cursor
    this.#saveKey()
    this.#keyAllowed = false
    const { mark } = cursor
    cursor.skip()
    const start = cursor.index
    while (/[0-9A-Za-z_-]/.test(cursor.peek())) cursor.skip()
    const name = cursor.text.slice(start, cursor.index)
    const ends = cursor.isBlankOrEnd() || '?:,]}%@`'.includes(cursor.peek())
    if (name === '' || !ends) throw cursor.error('did not find expected alphabetic or numeric character')
    this.#tokens.push({ type, mark, text: name })
  }

  #fetchTag(): void {
    const cursor = this.#cursor
    this.#saveKey()
    this.#keyAllowed = false
    const { mark } = cursor
    cursor.skip()
    while (/[0-9A-Za-z_\-;/?:@&=+$.!~*'()%<>]/.test(cursor.peek())) cursor.skip()
    if (!cursor.isBlankOrEnd()) throw cursor.error('did not find expected whitespace or line break')
    this.#tokens.push({ type: 'tag', mark, text: cursor.text.slice(mark.index, cursor.index) })
  }

  #fetchBlockScalar(): void {
    this.#removeKey()
    this.#keyAllowed = true
    const { mark } = this.#cursor
    this.#tokens.push({ type: 'scalar', mark, text: readBlock(this.#cursor, this.#indent) })
  }

  #fetchFlowScalar(): void {
    this.#saveKey()
    this.#keyAllowed = false
    const { mark } = this.#cursor
    this.#tokens.push({ type: 'scalar', mark, text: readQuoted(this.#cursor) })
  }

  #fetchPlain(): void {
    this.#saveKey()
    this.#keyAllowed = false
    const { mark } = this.#cursor
    const { text, endedLine } = readPlain(this.#cursor, this.#indent, this.#inFlow)
    if (endedLine) this.#keyAllowed = true
    this.#tokens.push({ type: 'scalar', mark, text, isPlain: true })
  }
}
