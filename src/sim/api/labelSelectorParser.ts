/**
 * The grammar of `-l`: "app=web,tier in (a,b),!legacy,n>3" (labels.Parse in k8s.io/apimachinery, v1.36). Errors are
 * worded as upstream's, since kubectl shows them as they are.
 */
import { byKey, checkKey, newRequirement, type Operator, type Requirement } from './labelRequirement.ts'

/** The requirements of a selector, sorted by key. Throws a RangeError where the text is no selector. */
export function parseRequirements(text: string): readonly Requirement[] {
  const requirements = new Parser(tokens(text)).requirements()
  return [...requirements].sort(byKey)
}

/** Symbols are spelled by their own text; a word may be "in" or "notin" and then depends on its place. */
interface Token {
  readonly kind: 'word' | 'symbol' | 'end'
  readonly text: string
}

const end: Token = { kind: 'end', text: '' }

/** A symbol is as long as possible: "!=" is one, "=!" are two. */
const tokenPattern = /(==|!=|[=!(),<>])|([^=!(),<> \t\r\n]+)/g

const binary: ReadonlyMap<string, Operator> = new Map([
  ['in', 'in'],
  ['notin', 'notin'],
  ['=', '='],
  ['==', '=='],
  ['!=', '!='],
  ['>', 'gt'],
  ['<', 'lt'],
])
const binaryNames = 'in, notin, =, ==, !=, gt, lt'

function tokens(text: string): readonly Token[] {
  return [...text.matchAll(tokenPattern)].map(([run, symbol]) => ({
    kind: symbol === undefined ? 'word' : 'symbol',
    text: run,
  }))
}

class Parser {
  private at = 0
  private readonly list: readonly Token[]

  constructor(list: readonly Token[]) {
    this.list = list
  }

  requirements(): readonly Requirement[] {
    const found: Requirement[] = []
    for (;;) {
      const token = this.peek()
      if (token.kind === 'end') return found
      if (!startsRequirement(token)) {
        throw new RangeError(`found '${token.text}', expected: !, identifier, or 'end of string'`)
      }
      found.push(this.requirementOrReason())
      const next = this.take()
      if (next.kind === 'end') return found
      if (next.text !== ',') throw new RangeError(`found '${next.text}', expected: ',' or 'end of string'`)
      const after = this.peek()
      if (!startsRequirement(after))
        throw new RangeError(`found '${after.text}', expected: identifier after ','`)
    }
  }

  private requirementOrReason(): Requirement {
    try {
      return this.requirement()
    } catch (error) {
      throw new RangeError(`unable to parse requirement: ${(error as Error).message}`)
    }
  }

  private requirement(): Requirement {
    let token = this.take()
    const isNegated = isSymbol(token, '!')
    if (isNegated) token = this.take()
    if (token.kind !== 'word') throw new RangeError(`found '${token.text}', expected: identifier`)
    const key = token.text
    checkKey(key, '<nil>')
    const next = this.peek()
    if (isNegated) return newRequirement(key, '!', [])
    if (next.kind === 'end' || isSymbol(next, ',')) return newRequirement(key, 'exists', [])
    const operator = this.operator()
    const isList = operator === 'in' || operator === 'notin'
    return newRequirement(key, operator, isList ? this.values() : [this.value()])
  }

  private operator(): Operator {
    const token = this.take()
    const operator = binary.get(token.text)
    if (operator === undefined) throw new RangeError(`found '${token.text}', expected: ${binaryNames}`)
    return operator
  }

  /** "a", or nothing at all, which means the empty text. */
  private value(): string {
    const next = this.peek()
    if (next.kind === 'end' || isSymbol(next, ',')) return ''
    const token = this.take()
    if (token.kind !== 'word') throw new RangeError(`found '${token.text}', expected: identifier`)
    return token.text
  }

  /** "(a,b)"; an empty place between commas or parentheses is the empty text. */
  private values(): readonly string[] {
    const open = this.take()
    if (!isSymbol(open, '(')) throw new RangeError(`found '${open.text}' expected: '('`)
    const first = this.peek()
    if (isSymbol(first, ')')) {
      this.take()
      return ['']
    }
    if (first.kind !== 'word' && !isSymbol(first, ',')) {
      throw new RangeError(`found '${first.text}', expected: ',', ')' or identifier`)
    }
    const values = this.identifiers()
    if (!isSymbol(this.take(), ')')) throw new RangeError(`found '${first.text}', expected: ')'`)
    return [...values]
  }

  private identifiers(): ReadonlySet<string> {
    const found = new Set<string>()
    for (;;) {
      const token = this.take()
      const next = this.peek()
      if (token.kind === 'word') {
        found.add(token.text)
        if (isSymbol(next, ')')) return found
        if (!isSymbol(next, ',')) throw new RangeError(`found '${next.text}', expected: ',' or ')'`)
      } else if (isSymbol(token, ',')) {
        if (found.size === 0 || isSymbol(next, ')') || isSymbol(next, ',')) found.add('')
        if (isSymbol(next, ')')) return found
        if (isSymbol(next, ',')) this.take()
      } else {
        throw new RangeError(`found '${token.text}', expected: ',', or identifier`)
      }
    }
  }

  private peek(): Token {
    return this.list[this.at] ?? end
  }

  private take(): Token {
    const token = this.peek()
    this.at++
    return token
  }
}

function startsRequirement(token: Token): boolean {
  return token.kind === 'word' || isSymbol(token, '!')
}

function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text
}
