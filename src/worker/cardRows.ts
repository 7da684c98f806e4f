/**
 * Cards on their way to the page: rows of numbers, which name texts by their place in one string. However many objects are
 * told of, none is cloned.
 */
import type { DeploymentCard, Frame, NodeCard, ReplicaSetCard, ServiceCard } from '../lab/frame/format.ts'

export interface CardRows {
  readonly rows: Int32Array
  readonly texts: string
}

/** How a field is written: a wide number takes two words, and of a list and of what may be absent its length comes first. */
type Form = 'int' | 'wide' | 'flag' | 'text' | 'texts' | 'ints' | 'int?'
type Shape<Card> = { readonly [Name in keyof Required<Card>]: Form }

interface Kinds {
  readonly nodes: NodeCard
  readonly deployments: DeploymentCard
  readonly replicaSets: ReplicaSetCard
  readonly services: ServiceCard
}

const shapes: { readonly [K in keyof Kinds]: Shape<Kinds[K]> } = {
  nodes: {
    slot: 'int',
    name: 'text',
    zone: 'text',
    ready: 'text',
    cordoned: 'flag',
    taints: 'texts',
    machine: 'text',
    lastHeard: 'int?',
    cpu: 'wide',
    memory: 'wide',
    podLimit: 'int',
  },
  deployments: {
    slot: 'int',
    namespace: 'text',
    name: 'text',
    desired: 'int',
    ready: 'int',
    container: 'text',
    image: 'text',
    revision: 'int',
    paused: 'flag',
    isRolling: 'flag',
  },
  replicaSets: {
    slot: 'int',
    namespace: 'text',
    name: 'text',
    owner: 'int',
    desired: 'int',
    actual: 'int',
    revision: 'int',
    image: 'text',
  },
  services: {
    slot: 'int',
    namespace: 'text',
    name: 'text',
    type: 'text',
    ports: 'text',
    endpoints: 'int',
    pods: 'ints',
  },
}
const kinds = Object.keys(shapes) as (keyof Kinds)[]
type Cards = Pick<Frame, keyof Kinds>

/** In no name, image or taint. */
const separator = '\u0000'
const wideBase = 2 ** 32

export function cardRows(cards: Cards): CardRows {
  const writer = new Writer()
  if (kinds.some((kind) => cards[kind].changed.length + cards[kind].gone.length > 0))
    for (const kind of kinds) {
      const { changed, gone } = cards[kind]
      writer.ints(gone)
      writer.int(changed.length)
      for (const card of changed) writer.card(card, shapes[kind])
    }
  return writer.end()
}

export function cardsIn({ rows, texts }: CardRows): Cards {
  const reader = new Reader(rows, texts.split(separator))
  return Object.fromEntries(
    kinds.map((kind) => {
      if (rows.length === 0) return [kind, { changed: [], gone: [] }]
      const gone = reader.ints()
      const changed = Array.from({ length: reader.int() }, () => reader.card(shapes[kind]))
      return [kind, { changed, gone }]
    }),
  ) as unknown as Cards
}

class Writer {
  readonly #words: number[] = []
  readonly #texts = new Map<string, number>()

  card(card: object, shape: Readonly<Record<string, Form>>): void {
    for (const name in shape) this.#field((card as Record<string, unknown>)[name], shape[name] as Form)
  }

  int(value: number): void {
    this.#words.push(value)
  }

  ints(values: readonly number[]): void {
    this.#words.push(values.length, ...values)
  }

  end(): CardRows {
    return { rows: Int32Array.from(this.#words), texts: [...this.#texts.keys()].join(separator) }
  }

  #field(value: unknown, form: Form): void {
    switch (form) {
      case 'int':
      case 'flag':
        return this.int(Number(value))
      case 'wide':
        return this.#wide(value as number)
      case 'int?':
        return this.ints(value === undefined ? [] : [value as number])
      case 'ints':
        return this.ints(value as readonly number[])
      case 'text':
        return this.int(this.#textAt(value as string))
      case 'texts':
        return this.ints((value as readonly string[]).map((text) => this.#textAt(text)))
    }
  }

  #wide(value: number): void {
    this.#words.push(Math.floor(value / wideBase), value % wideBase)
  }

  #textAt(text: string): number {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const at = this.#texts.size
    this.#texts.set(text, at)
    return at
  }
}

class Reader {
  readonly #words: Int32Array
  readonly #texts: readonly string[]
  #at = 0

  constructor(words: Int32Array, texts: readonly string[]) {
    this.#words = words
    this.#texts = texts
  }

  card(shape: Readonly<Record<string, Form>>): object {
    const card: Record<string, unknown> = {}
    for (const name in shape) {
      const value = this.#field(shape[name] as Form)
      if (value !== undefined) card[name] = value
    }
    return card
  }

  int(): number {
    return this.#words[this.#at++] as number
  }

  ints(): readonly number[] {
    return Array.from({ length: this.int() }, () => this.int())
  }

  #field(form: Form): unknown {
    switch (form) {
      case 'int':
        return this.int()
      case 'flag':
        return this.int() === 1
      case 'wide':
        return this.int() * wideBase + (this.int() >>> 0)
      case 'int?':
        return this.ints()[0]
      case 'ints':
        return this.ints()
      case 'text':
        return this.#texts[this.int()]
      case 'texts':
        return this.ints().map((at) => this.#texts[at])
    }
  }
}
