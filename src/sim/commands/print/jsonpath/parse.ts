/** Reads a JSONPath template, with the errors of k8s.io/client-go/util/jsonpath/parser.go (v1.36). */

import { JsonPathError, type Node, type Part, type Path } from './nodes.ts'
import { unquote } from './unquote.ts'

export function parseJsonPath(template: string): readonly Part[] {
  const actions: Part[] = []
  let position = 0
  while (position < template.length) {
    const open = template.indexOf('{', position)
    const text = template.slice(position, open < 0 ? undefined : open)
    if (text !== '') actions.push({ type: 'text', text })
    if (open < 0) break
    const action = new ActionParser(template, open + 1)
    actions.push(asPart(action.parse()))
    position = action.position
  }
  return nested(actions, { next: 0 })
}

function parsePath(text: string): Path {
  return new ActionParser(`${text}}`, 0).parse()
}

function asPart(path: Path): Part {
  const [first, ...rest] = path
  if (first?.type === 'identifier' && first.name === 'range') return { type: 'range', path: rest, body: [] }
  if (first?.type === 'identifier' && first.name === 'end') return { type: 'end' }
  return { type: 'path', path }
}

/** Puts what stands between a range and its end into the range; an end too many stays, to be refused when it is run. */
function nested(actions: readonly Part[], cursor: { next: number }, inRange = false): Part[] {
  const parts: Part[] = []
  while (cursor.next < actions.length) {
    const part = actions[cursor.next] as Part
    cursor.next += 1
    if (part.type === 'end' && inRange) return parts
    parts.push(part.type === 'range' ? { ...part, body: nested(actions, cursor, true) } : part)
  }
  return parts
}

/** Reads one action, from after its opening brace to after its closing one. */
class ActionParser {
  readonly #input: string
  position: number
  readonly #nodes: Node[] = []

  constructor(input: string, position: number) {
    this.#input = input
    this.position = position
  }

  parse(): Path {
    while (!this.#skip('}')) this.#step()
    return this.#nodes
  }

  #step(): void {
    const character = this.#input[this.position]
    if (this.#skip('[?(')) this.#filter()
    else if (this.#skip('..')) this.#recursive()
    else if (character === undefined || isLineEnd(character)) throw new JsonPathError('unclosed action')
    else if (/[+\-\d]/.test(character)) this.#number()
    else if (/[\p{L}_]/u.test(character)) this.#identifier()
    else this.#mark(character)
  }

  /** What begins with a sign of its own. A blank, and "@" and "$" for the object at hand, add nothing. */
  #mark(character: string): void {
    this.position += 1
    if (character === '[') this.#array()
    else if (character === '.') this.#field()
    else if (character === '"' || character === "'") this.#quote(character)
    else if (!' @$'.includes(character)) {
      const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
      throw new JsonPathError(`unrecognized character in action: U+${code} '${character}'`)
    }
  }

  #skip(prefix: string): boolean {
    if (!this.#input.startsWith(prefix, this.position)) return false
    this.position += prefix.length
    return true
  }

  /** All up to the first character that `ends`. */
  #take(ends: (character: string) => boolean): string {
    const start = this.position
    while (this.position < this.#input.length && !ends(this.#input[this.position] as string))
      this.position += 1
    return this.#input.slice(start, this.position)
  }

  #recursive(): void {
    if (this.#nodes.at(-1)?.type === 'recursive')
      throw new JsonPathError('invalid multiple recursive descent')
    this.#nodes.push({ type: 'recursive' })
    if (/[\p{L}\d_]/u.test(this.#input[this.position] ?? '')) this.#field()
  }

  #number(): void {
    const sign = /[+-]/.test(this.#input[this.position] as string) ? this.#input[this.position++] : ''
    const text = sign + this.#take((character) => !/[.\d]/.test(character))
    const value = Number(text)
    if (!/\d/.test(text) || Number.isNaN(value)) throw new JsonPathError(`cannot parse number ${text}`)
    this.#nodes.push({ type: 'value', value })
  }

  #identifier(): void {
    const name = this.#take(isTerminator)
    if (name === 'true' || name === 'false') this.#nodes.push({ type: 'value', value: name === 'true' })
    else this.#nodes.push({ type: 'identifier', name })
  }

  /** A backslash lets a terminator into the name: `.metadata.annotations.a\.b/c`. */
  #field(): void {
    let name = ''
    while (this.position < this.#input.length && !isTerminator(this.#input[this.position] as string)) {
      if (this.#input[this.position] === '\\') this.position += 1
      name += this.#input[this.position] ?? ''
      this.position += 1
    }
    this.#nodes.push(name === '*' ? { type: 'wildcard' } : { type: 'field', name })
  }

  #quote(end: string): void {
    const start = this.position - 1
    do {
      this.#take((character) => character === end || character === '\n')
      if (this.#input[this.position] !== end) throw new JsonPathError('unterminated quoted string')
      this.position += 1
    } while (this.#input[this.position - 2] === '\\')
    const quoted = this.#input.slice(start, this.position)
    this.#nodes.push({ type: 'text', text: unquote(quoted) })
  }

  #array(): void {
    const text = this.#take((character) => character === ']' || character === '\n')
    if (this.#input[this.position] !== ']') throw new JsonPathError('unterminated array')
    this.position += 1
    const parts = text.split(',')
    if (parts.length > 1)
      this.#nodes.push({ type: 'union', paths: parts.map((part) => parsePath(`[${part.trim()}]`)) })
    else for (const node of arrayNodes(text)) this.#nodes.push(node)
  }

  #filter(): void {
    const text = this.#filterText()
    const comparison = /^([^!<>=]+)([!<>=]+)(.+?)$/.exec(text)
    const [left, operator, right] = comparison ? comparison.slice(1) : [text, 'exists', '']
    this.#nodes.push({
      type: 'filter',
      left: parsePath(left as string),
      operator: operator as string,
      right: parsePath(right as string),
    })
  }

  /** Up to ")]"; a parenthesis inside quotes does not close. */
  #filterText(): string {
    const start = this.position
    let quote: string | undefined
    let closed = false
    for (; ; this.position++) {
      const character = this.#input[this.position]
      if (character === undefined || character === '\n') throw new JsonPathError('unterminated filter')
      if (character === '"' || character === "'") {
        if (quote === undefined) quote = character
        else if (character === quote && this.#input[this.position - 1] !== '\\') closed = true
      }
      if (character === ')' && (quote !== undefined) === closed) break
    }
    const text = this.#input.slice(start, this.position)
    this.position += 1
    if (!this.#skip(']')) throw new JsonPathError('unclosed array expect ]')
    return text
  }
}

/** What stands in brackets: `'key'`, `*`, `2`, `-1`, `1:3`, `::2`. */
function arrayNodes(text: string): Path {
  const key = /^'([^']*)'$/.exec(text)
  if (key) return parsePath(`.${key[1]}`)
  const slice = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(text === '*' ? ':' : text)
  if (!slice) throw new JsonPathError(`invalid array index ${text}`)
  const [from, to, step] = slice.slice(1).map((part, i) => (i === 0 ? part : part?.slice(1)))
  for (const part of [from, to, step])
    if (part === '-') throw new JsonPathError('array index - is not a number')
  const start = Number(from || 0)
  const single = slice[2] === undefined
  const end = single ? start + 1 : to ? Number(to) : undefined
  return [{ type: 'slice', from: start, to: end, step: step ? Number(step) : undefined, single }]
}

function isTerminator(character: string): boolean {
  return ' \t\r\n.,[]$@{}'.includes(character)
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r'
}
