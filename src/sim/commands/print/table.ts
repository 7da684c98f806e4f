/**
 * kubectl's tables. Rows that follow each other are aligned together; a change of kind begins anew, after a blank
 * line. The pieces are those of `kubectl get`: see TablePrinter for a run of several kinds, and a watch.
 */
import { type Column, type Kind, objectName } from '../../api/kind.ts'
import { labelsText } from '../../api/labelsText.ts'
import type { ApiObject } from '../../api/types/index.ts'
import { TabWriter } from './tabWriter.ts'

export interface TableOptions {
  readonly wide?: boolean
  readonly noHeaders?: boolean
  /** -A: a first column NAMESPACE. */
  readonly withNamespace?: boolean
  /** Names as "deployment.apps/web": several kinds at once, or --show-kind. */
  readonly withKind?: boolean
  readonly showLabels?: boolean
  /** -L: one column each. */
  readonly labelColumns?: readonly string[]
  /** --output-watch-events: a first column EVENT. */
  readonly withEvent?: boolean
}

/** Prints objects one after the other and remembers the widths, as a watch needs. */
export class TablePrinter {
  readonly #options: TableOptions
  readonly #writer = new TabWriter({ minWidth: 6, padding: 3, rememberWidths: true })
  #kind: Kind | undefined
  #columns: readonly Column<ApiObject>[] = []
  #written = false

  constructor(options: TableOptions) {
    this.#options = options
  }

  /** Adds rows; nothing is laid out before `take`. */
  add(kind: Kind, objects: readonly ApiObject[], nowSeconds: number, event?: string): void {
    for (const object of objects) this.addRow(kind, object, nowSeconds, event)
  }

  addRow(kind: Kind, object: ApiObject, nowSeconds: number, event = ''): void {
    if (kind !== this.#kind) this.#begin(kind)
    const cells = this.#columns.map((column) => shown(column.cell(object, nowSeconds)))
    if (this.#options.withEvent) cells.unshift(event)
    this.#writer.row(cells)
    this.#written = true
  }

  /** Whether there has been any row. */
  get hasRows(): boolean {
    return this.#written
  }

  /** The text of all rows added since the last call. */
  take(): string {
    return this.#writer.take()
  }

  /** As much of `take` as is laid out of so many rows: the text of all pieces is the same. */
  takeSome(most: number): string {
    return this.#writer.takeSome(most)
  }

  get hasMore(): boolean {
    return this.#writer.hasLines
  }

  #begin(kind: Kind): void {
    this.#kind = kind
    this.#columns = shownColumns(kind, this.#options)
    this.#writer.flush()
    this.#writer.forgetWidths()
    if (this.#options.noHeaders) return
    if (this.#written) this.#writer.row([''])
    const names = this.#columns.map((column) => column.name)
    if (this.#options.withEvent) names.unshift('EVENT')
    this.#writer.row(names)
  }
}

/** The table of one kind, at once. */
export function table(
  kind: Kind,
  objects: readonly ApiObject[],
  nowSeconds: number,
  options: TableOptions = {},
): string {
  const printer = new TablePrinter(options)
  printer.add(kind, objects, nowSeconds)
  return printer.take()
}

function shownColumns(kind: Kind, options: TableOptions): readonly Column<ApiObject>[] {
  const [name, ...rest] = kind.columns.filter((column) => options.wide || !column.wide)
  const columns = [...(name === undefined ? [] : [options.withKind ? prefixed(kind, name) : name]), ...rest]
  if (options.withNamespace && kind.namespaced) columns.unshift(namespaceColumn)
  for (const label of options.labelColumns ?? []) columns.push(labelColumn(label))
  if (options.showLabels)
    columns.push({ name: 'LABELS', cell: (object) => labelsText(object.metadata.labels) })
  return columns
}

const namespaceColumn: Column<ApiObject> = {
  name: 'NAMESPACE',
  cell: (object) => object.metadata.namespace ?? '',
}

function prefixed(kind: Kind, column: Column<ApiObject>): Column<ApiObject> {
  return {
    ...column,
    cell: (object, nowSeconds) => objectName(kind, String(column.cell(object, nowSeconds))),
  }
}

/** "kubernetes.io/os" is headed OS. */
function labelColumn(label: string): Column<ApiObject> {
  const name = label.slice(label.lastIndexOf('/') + 1).toUpperCase()
  return { name, cell: (object) => object.metadata.labels?.[label] ?? '' }
}

/** A cell is one line: what follows a line break is only hinted at. */
function shown(cell: string | number): string {
  const text = String(cell)
  const end = text.search(/[\f\n\r]/)
  return end < 0 ? text : `${text.slice(0, end)}...`
}
