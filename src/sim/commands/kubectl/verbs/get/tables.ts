/** The tables of `kubectl get`: one for each run of objects of the same kind. */
import type { Kind } from '../../../../api/kind.ts'
import { TablePrinter } from '../../../print/table.ts'
import { type Pieces, Portions } from '../../reading/pieces.ts'
import type { Found, Request } from '../../resources/select.ts'
import type { Call } from '../../verb.ts'

/** Rows that are made, or laid out, at a time: some milliseconds of work. */
const rowsAtOnce = 2000

export function tablePrinter(call: Call, request: Request, kinds: readonly Kind[]): TablePrinter {
  const { flags } = call
  return new TablePrinter({
    wide: flags.text('output') === 'wide',
    noHeaders: flags.on('no-headers'),
    withNamespace: request.namespace === undefined && kinds.some((kind) => kind.namespaced),
    withKind: flags.on('show-kind') || new Set(kinds).size > 1 || call.args[0] === 'all',
    showLabels: flags.on('show-labels'),
    labelColumns: flags.list('label-columns'),
    withEvent: flags.on('output-watch-events'),
  })
}

/**
 * Rows are made of some objects at a time, and then some rows are laid out. No object is kept longer than making its row takes,
 * unless there may be several kinds: which there are decides about the columns.
 */
export class Tables {
  readonly #call: Call
  readonly #request: Request
  readonly #objects: Portions<Found>
  readonly #kept: Found[] = []
  #printer: TablePrinter | undefined

  constructor(call: Call, request: Request, objects: Pieces<Found>) {
    this.#call = call
    this.#request = request
    this.#objects = new Portions(objects, rowsAtOnce)
    const [kind, ...others] = request.listed
    if (kind !== undefined && others.length === 0) this.#printer = tablePrinter(call, request, [kind])
  }

  get hasRows(): boolean {
    return this.#printer?.hasRows === true
  }

  /** Some more of it. True: all is printed. */
  print(): boolean {
    if (!this.#objects.isOver) this.#take(this.#objects.next())
    else if (this.#kept.length > 0) this.#addKept()
    else this.#call.output.print(this.#printer?.takeSome(rowsAtOnce) ?? '')
    return this.#objects.isOver && this.#kept.length === 0 && this.#printer?.hasMore !== true
  }

  #take(objects: readonly Found[]): void {
    if (this.#printer !== undefined) this.#addRows(this.#printer, objects)
    else for (const one of objects) this.#kept.push(one)
  }

  #addKept(): void {
    this.#printer ??= tablePrinter(
      this.#call,
      this.#request,
      this.#kept.map(({ kind }) => kind),
    )
    this.#addRows(this.#printer, this.#kept.splice(0, rowsAtOnce))
  }

  #addRows(printer: TablePrinter, objects: readonly Found[]): void {
    const { nowSeconds } = this.#call.api.server
    for (const { kind, object } of objects) printer.addRow(kind, object, nowSeconds)
  }
}

export function nothingFound(request: Request, call: Call): string {
  const namespaced = request.listed.some((kind) => kind.namespaced)
  if (request.namespace === undefined || !namespaced) return 'No resources found'
  return `No resources found in ${call.namespace} namespace.`
}
