/** Lists of objects being printed, some objects at a time: the text of all pieces is that of the whole list. */
import type { Kind } from '../../api/kind.ts'
import type { ApiObject } from '../../api/types/index.ts'
import type { Filling } from '../print/filling.ts'
import { type CustomColumns, CustomColumnsTable } from '../print/formats/customColumns.ts'
import { json, jsonItem } from '../print/formats/json.ts'
import { yaml, yamlItem } from '../print/formats/yaml.ts'

export interface Printed {
  readonly kind: Kind
  readonly object: ApiObject
}

export interface ListWriter {
  /** The text that these add. */
  add(objects: readonly Printed[]): string
  /** When all are added: some of the text that follows. */
  end(): string
  /** Whether that was not all that follows. */
  readonly hasMore: boolean
}

/** All of it. */
export function wholeList(list: ListWriter, objects: readonly Printed[]): string {
  let text = list.add(objects)
  do text += list.end()
  while (list.hasMore)
  return text
}

/** An object as kubectl makes it of several. */
export function listOf(items: readonly ApiObject[]): unknown {
  return {
    apiVersion: 'v1',
    items,
    kind: 'List',
    metadata: { resourceVersion: '' },
  }
}

/** Nothing stands around the objects. */
export class PlainList implements ListWriter {
  readonly hasMore = false
  readonly #text: (one: Printed) => string

  constructor(text: (one: Printed) => string) {
    this.#text = text
  }

  add(objects: readonly Printed[]): string {
    return objects.map(this.#text).join('')
  }

  end(): string {
    return ''
  }
}

/** How a List is written. */
interface Frame {
  readonly empty: string
  readonly before: string
  readonly between: string
  readonly after: string
  item(object: ApiObject): string
}

const jsonFrame: Frame = {
  empty: json(listOf([])),
  before: '{\n    "apiVersion": "v1",\n    "items": [\n        ',
  between: ',\n        ',
  after: '\n    ],\n    "kind": "List",\n    "metadata": {\n        "resourceVersion": ""\n    }\n}\n',
  item: (object) => jsonItem(object, 2),
}

const yamlFrame: Frame = {
  empty: yaml(listOf([])),
  before: 'apiVersion: v1\nitems:\n',
  between: '',
  after: 'kind: List\nmetadata:\n  resourceVersion: ""\n',
  item: yamlItem,
}

export const jsonList = (): ListWriter => new FramedList(jsonFrame)
export const yamlList = (): ListWriter => new FramedList(yamlFrame)

class FramedList implements ListWriter {
  readonly hasMore = false
  readonly #frame: Frame
  #isEmpty = true

  constructor(frame: Frame) {
    this.#frame = frame
  }

  add(objects: readonly Printed[]): string {
    if (objects.length === 0) return ''
    const { before, between, item } = this.#frame
    const lead = this.#isEmpty ? before : between
    this.#isEmpty = false
    return lead + objects.map(({ object }) => item(object)).join(between)
  }

  end(): string {
    return this.#isEmpty ? this.#frame.empty : this.#frame.after
  }
}

/** A template gets all of the list. What doesn't fit is an error, and nothing is printed. */
export class TemplateList implements ListWriter {
  readonly #fill: (list: unknown) => Filling
  readonly #items: ApiObject[] = []
  #filling: Filling | undefined
  #isFilled = false
  #told = 0

  constructor(fill: (list: unknown) => Filling) {
    this.#fill = fill
  }

  add(objects: readonly Printed[]): string {
    for (const { object } of objects) this.#items.push(object)
    return ''
  }

  end(): string {
    this.#filling ??= this.#fill(listOf(this.#items))
    if (!this.#isFilled) {
      this.#isFilled = this.#filling.further(valuesAtOnce)
      return ''
    }
    const from = this.#told
    this.#told += textsAtOnce
    return this.#filling.texts.slice(from, this.#told).join('')
  }

  get hasMore(): boolean {
    return !this.#isFilled || this.#told < (this.#filling?.texts.length ?? 0)
  }
}

/** Some milliseconds of work. */
const valuesAtOnce = 5000
const textsAtOnce = 2000

/** Columns are as wide as what is widest in them: rows are laid out when all are there. */
export class CustomColumnsList implements ListWriter {
  readonly #table: CustomColumnsTable

  constructor(columns: CustomColumns) {
    this.#table = new CustomColumnsTable(columns)
  }

  add(objects: readonly Printed[]): string {
    for (const { object } of objects) this.#table.add(object)
    return ''
  }

  end(): string {
    return this.#table.takeSome(rowsAtOnce)
  }

  get hasMore(): boolean {
    return this.#table.hasMore
  }
}

/** Some milliseconds of work. */
const rowsAtOnce = 2000
