/**
 * One YAML document as the JSON that kubectl makes of it. Where the text is broken it says so in the words of libyaml,
 * which kubectl's reader (gopkg.in/yaml.v2) is a translation of. The `yaml` package differs from it in what it accepts
 * (a closing bracket at the indentation of its key, for one) and in how long it takes over hostile texts, so documents
 * are parsed here; nothing in them is executed.
 */
import { YamlError } from './cursor.ts'
import { plainValue } from './plainScalar.ts'
import { Scanner, type Token, type TokenType } from './scanner.ts'
import { type Entry, mapOf, mergeKey, type Node } from './values.ts'

export { YamlError } from './cursor.ts'

/** Real documents are not nested deeper; a hostile one would only exhaust the stack. */
const mostDepth = 1000
/** Aliases may repeat parts, and parts of parts; more repeated values than this, and a document is a bomb. */
const mostRepeated = 400_000

const nothing: Node = { value: null, weight: 1 }

/** The first document of the text. Throws a YamlError. Duplicate keys are no error: the last one wins. */
export function readYaml(text: string): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) {
    throw new YamlError('control characters are not allowed', 0)
  }
  return new Parser(text).document().value
}

interface Properties {
  readonly anchor?: string
  readonly tag?: string
}

class Parser {
  readonly #scanner: Scanner
  /** undefined while the anchored value itself is being read. */
  readonly #anchors = new Map<string, Node | undefined>()
  #repeated = 0
  #depth = 0

  constructor(text: string) {
    this.#scanner = new Scanner(text)
  }

  document(): Node {
    while (this.#is('document end')) this.#scanner.take()
    if (this.#is('stream end')) return nothing
    if (this.#is('directive', 'document start')) {
      while (this.#is('directive')) this.#scanner.take()
      this.#expect('document start', '<document start>')
    }
    if (this.#is('directive', 'document start', 'document end', 'stream end')) return nothing
    const node = this.#node(true, false)
    this.#scanner.peek()
    return node
  }

  /** `block`: indentation counts here; `indentless`: a list may stand as deep as the key that it belongs to. */
  #node(block: boolean, indentless: boolean): Node {
    if (++this.#depth > mostDepth) throw new YamlError(`exceeded max depth of ${mostDepth}`, 0)
    const node = this.#is('alias') ? this.#alias(this.#scanner.take()) : this.#anchored(block, indentless)
    this.#depth--
    return node
  }

  #alias(token: Token): Node {
    const name = token.text as string
    if (!this.#anchors.has(name)) throw new YamlError(`unknown anchor '${name}' referenced`, 0)
    const node = this.#anchors.get(name)
    if (node === undefined) throw new YamlError(`anchor '${name}' value contains itself`, 0)
    this.#repeated += node.weight
    if (this.#repeated > mostRepeated) throw new YamlError('document contains excessive aliasing', 0)
    return node
  }

  #anchored(block: boolean, indentless: boolean): Node {
    const properties = this.#properties()
    if (properties.anchor !== undefined) this.#anchors.set(properties.anchor, undefined)
    const node = this.#content(block, indentless, properties)
    if (properties.anchor !== undefined) this.#anchors.set(properties.anchor, node)
    return node
  }

  /** An anchor and a tag, in either order. */
  #properties(): Properties {
    let anchor: string | undefined
    let tag: string | undefined
    while ((this.#is('anchor') && anchor === undefined) || (this.#is('tag') && tag === undefined)) {
      const token = this.#scanner.take()
      if (token.type === 'anchor') anchor = token.text as string
      else tag = token.text as string
    }
    return { ...(anchor === undefined ? {} : { anchor }), ...(tag === undefined ? {} : { tag }) }
  }

  #content(block: boolean, indentless: boolean, properties: Properties): Node {
    const { type, mark } = this.#scanner.peek()
    if (indentless && type === '-') return this.#indentlessSequence()
    if (type === 'scalar') return this.#scalar(this.#scanner.take(), properties.tag)
    if (type === '[') return this.#flowSequence()
    if (type === '{') return this.#flowMapping()
    if (block && type === 'sequence') return this.#blockSequence()
    if (block && type === 'mapping') return this.#blockMapping()
    if (properties.anchor !== undefined || properties.tag !== undefined) return nothing
    throw new YamlError('did not find expected node content', mark.line)
  }

  #scalar(token: Token, tag: string | undefined): Node {
    const text = token.text as string
    const isText = !token.isPlain || tag === '!' || tag === '!!str'
    if (isText) return { value: text, weight: 1 }
    return { value: text === '<<' ? mergeKey : plainValue(text), weight: 1 }
  }

  #blockSequence(): Node {
    this.#scanner.take()
    const items: Node[] = []
    while (this.#is('-')) {
      this.#scanner.take()
      items.push(this.#is('-', 'block end') ? nothing : this.#node(true, false))
    }
    this.#expect('block end', "'-' indicator")
    return listNode(items)
  }

  #indentlessSequence(): Node {
    const items: Node[] = []
    while (this.#is('-')) {
      this.#scanner.take()
      items.push(this.#is('-', 'key', 'value', 'block end') ? nothing : this.#node(true, false))
    }
    return listNode(items)
  }

  #blockMapping(): Node {
    this.#scanner.take()
    const pairs: (readonly [Node, Node])[] = []
    while (this.#is('key')) {
      this.#scanner.take()
      const key = this.#is('key', 'value', 'block end') ? nothing : this.#node(true, true)
      pairs.push([key, this.#blockValue()])
    }
    this.#expect('block end', 'key')
    return mapNode(pairs)
  }

  #blockValue(): Node {
    if (!this.#is('value')) return nothing
    this.#scanner.take()
    return this.#is('key', 'value', 'block end') ? nothing : this.#node(true, true)
  }

  #flowSequence(): Node {
    this.#scanner.take()
    const items: Node[] = []
    while (!this.#is(']')) {
      if (items.length > 0) this.#expect(',', "',' or ']'")
      if (this.#is('key')) items.push(mapNode([this.#flowPair(']')]))
      else if (!this.#is(']')) items.push(this.#node(false, false))
    }
    this.#scanner.take()
    return listNode(items)
  }

  #flowMapping(): Node {
    this.#scanner.take()
    const pairs: (readonly [Node, Node])[] = []
    while (!this.#is('}')) {
      if (pairs.length > 0) this.#expect(',', "',' or '}'")
      if (this.#is('key')) pairs.push(this.#flowPair('}'))
      else if (!this.#is('}')) pairs.push([this.#node(false, false), nothing])
    }
    this.#scanner.take()
    return mapNode(pairs)
  }

  #flowPair(closing: ']' | '}'): readonly [Node, Node] {
    this.#scanner.take()
    const key = this.#is('value', ',', closing) ? nothing : this.#node(false, false)
    if (!this.#is('value')) return [key, nothing]
    this.#scanner.take()
    return [key, this.#is(',', closing) ? nothing : this.#node(false, false)]
  }

  #is(...types: readonly TokenType[]): boolean {
    return types.includes(this.#scanner.peek().type)
  }

  #expect(type: TokenType, what: string): void {
    const token = this.#scanner.peek()
    if (token.type !== type) throw new YamlError(`did not find expected ${what}`, token.mark.line)
    this.#scanner.take()
  }
}

function listNode(items: readonly Node[]): Node {
  const weight = items.reduce((sum, item) => sum + item.weight, 1)
  return { value: items.map((item) => plain(item.value)), weight }
}

function mapNode(pairs: readonly (readonly [Node, Node])[]): Node {
  const entries: Entry[] = pairs.map(([key, value]) => ({ key: key.value, value: plain(value.value) }))
  const weight = pairs.reduce((sum, [key, value]) => sum + key.weight + value.weight, 1)
  return { value: mapOf(entries), weight }
}

/** `<<` means something as a key only. */
function plain(value: unknown): unknown {
  return value === mergeKey ? '<<' : value
}
