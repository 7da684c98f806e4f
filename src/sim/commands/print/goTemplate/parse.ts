/** Reads a Go template (text/template/parse). */
import { unquote } from '../jsonpath/unquote.ts'
import { functions } from './functions.ts'
import {
  type Body,
  type Command,
  type Operand,
  type Pipeline,
  TemplateError,
  type TemplateNode,
} from './nodes.ts'
import { type Piece, pieces, type Token, tokens } from './tokens.ts'

export function parseTemplate(template: string): Body {
  const reader = new TemplateReader(pieces(template))
  return reader.body(false).nodes
}

type Ending = 'end' | 'else' | 'eof'

class TemplateReader {
  readonly #pieces: readonly Piece[]
  #at = 0

  constructor(all: readonly Piece[]) {
    this.#pieces = all
  }

  /** Up to the "end" or "else" that closes the block, whose remaining tokens are handed back. */
  body(inBlock: boolean): { nodes: TemplateNode[]; ending: Ending; rest: readonly Token[]; line: number } {
    const nodes: TemplateNode[] = []
    while (this.#at < this.#pieces.length) {
      const piece = this.#pieces[this.#at++] as Piece
      if ('text' in piece) {
        nodes.push({ type: 'text', text: piece.text })
        continue
      }
      const [first, ...rest] = tokens(piece.action, piece.line)
      if (first === undefined) throw failure(piece.line, 'missing value for command')
      const word = first.kind === 'word' ? first.text : ''
      if (word === 'end' || word === 'else') {
        if (!inBlock) throw failure(piece.line, `unexpected {{${word}}}`)
        return { nodes, ending: word, rest, line: piece.line }
      }
      nodes.push(this.#node(word, [first, ...rest], piece.line))
    }
    if (inBlock) throw failure(this.#lastLine(), 'unexpected EOF')
    return { nodes, ending: 'eof', rest: [], line: this.#lastLine() }
  }

  #node(word: string, all: readonly Token[], line: number): TemplateNode {
    if (word === 'if' || word === 'with' || word === 'range') return this.#block(word, all.slice(1), line)
    if (word === 'break' || word === 'continue') return { type: word }
    return { type: 'print', pipeline: new ActionReader(all, line).whole() }
  }

  #block(type: 'if' | 'with' | 'range', head: readonly Token[], line: number): TemplateNode {
    const pipeline = new ActionReader(head, line).whole()
    const main = this.body(true)
    if (main.ending === 'end') return { type, pipeline, body: main.nodes, otherwise: [] }
    const [again, ...condition] = main.rest
    if (again !== undefined) {
      if (again.text !== 'if' && again.text !== 'with')
        throw failure(main.line, `unexpected <${again.text}> in input`)
      return { type, pipeline, body: main.nodes, otherwise: [this.#block(again.text, condition, main.line)] }
    }
    const otherwise = this.body(true)
    if (otherwise.ending === 'else') throw failure(otherwise.line, 'expected end; found {{else}}')
    return { type, pipeline, body: main.nodes, otherwise: otherwise.nodes }
  }

  #lastLine(): number {
    const last = this.#pieces.findLast((piece) => 'action' in piece)
    return last !== undefined && 'action' in last ? last.line : 1
  }
}

class ActionReader {
  readonly #tokens: readonly Token[]
  readonly #line: number
  #at = 0

  constructor(all: readonly Token[], line: number) {
    this.#tokens = all
    this.#line = line
  }

  whole(): Pipeline {
    const pipeline = this.#pipeline()
    const extra = this.#tokens[this.#at]
    if (extra !== undefined) throw failure(this.#line, `unexpected ${show(extra)} in command`)
    return pipeline
  }

  #pipeline(): Pipeline {
    const { variables, assigns } = this.#declaration()
    const commands: Command[] = []
    do {
      commands.push(this.#command())
    } while (this.#take('|'))
    return { variables, assigns, commands }
  }

  #declaration(): { variables: string[]; assigns: boolean } {
    const text = (offset: number) => this.#tokens[this.#at + offset]?.text
    const count = text(1) === ',' ? 2 : 1
    const sign = text(count * 2 - 1)
    const declares = this.#tokens[this.#at]?.kind === 'variable' && (sign === ':=' || sign === '=')
    if (!declares) return { variables: [], assigns: false }
    const variables = count === 2 ? [text(0), text(2)] : [text(0)]
    this.#at += count * 2
    return { variables: variables as string[], assigns: sign === '=' }
  }

  #command(): Command {
    const operands: Operand[] = []
    for (let operand = this.#operand(); operand !== undefined; operand = this.#operand())
      operands.push(operand)
    if (operands.length === 0) throw failure(this.#line, 'missing value for command')
    return operands
  }

  #operand(): Operand | undefined {
    const token = this.#tokens[this.#at]
    if (token === undefined || (token.kind === 'sign' && token.text !== '(')) return undefined
    this.#at += 1
    switch (token.kind) {
      case 'text':
        return { type: 'literal', value: textLiteral(token.text) }
      case 'number':
        return { type: 'literal', value: numberLiteral(token.text, this.#line) }
      case 'fields':
        return { type: 'dot', fields: fieldNames(token.text) }
      case 'dot':
        return { type: 'dot', fields: [] }
      case 'variable':
        return { type: 'variable', name: token.text, fields: this.#ownFields() }
      case 'sign': {
        const pipeline = this.#pipeline()
        if (!this.#take(')')) throw failure(this.#line, 'unclosed left paren')
        return { type: 'pipeline', pipeline, fields: this.#ownFields() }
      }
      case 'word':
        return wordOperand(token.text, this.#line)
    }
  }

  #ownFields(): string[] {
    const next = this.#tokens[this.#at]
    if (next?.kind !== 'fields' || next.afterBlank) return []
    this.#at += 1
    return fieldNames(next.text)
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'sign' || token.text !== sign) return false
    this.#at += 1
    return true
  }
}

function wordOperand(word: string, line: number): Operand {
  if (word === 'true' || word === 'false') return { type: 'literal', value: word === 'true' }
  if (word === 'nil') return { type: 'literal', value: null }
  if (!functions.has(word)) throw failure(line, `function ${JSON.stringify(word)} not defined`)
  return { type: 'function', name: word }
}

function fieldNames(text: string): string[] {
  return text.slice(1).split('.')
}

function textLiteral(quoted: string): string {
  return quoted.startsWith('`') ? quoted.slice(1, -1) : unquote(quoted)
}

/** Whole numbers are Go ints, which are not the floats that JSON numbers become: a bigint keeps them apart. */
function numberLiteral(text: string, line: number): bigint | number {
  if (/^[+-]?\d+$/.test(text)) return BigInt(text)
  const value = Number(text)
  if (Number.isNaN(value)) throw failure(line, `bad number syntax: ${JSON.stringify(text)}`)
  return value
}

function show({ text, kind }: Token): string {
  return kind === 'word' ? `<${text}>` : JSON.stringify(text)
}

function failure(line: number, message: string): TemplateError {
  return new TemplateError(`template: output:${line}: ${message}`)
}
