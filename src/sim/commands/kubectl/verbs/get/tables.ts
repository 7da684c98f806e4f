/** The tables of `kubectl get`: one for each run of objects of the same kind. */
import type { Kind } from '../../../../api/kind.ts'
import { TablePrinter } from '../../../print/table.ts'
import type { Found, Request } from '../../resources/select.ts'
import type { Call, Waiting } from '../../verb.ts'
import { isLong, LongTable } from './longTable.ts'

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

/** `complain`: say so when there is nothing to print. */
export function printTables(
  call: Call,
  request: Request,
  objects: readonly Found[],
  complain: boolean,
): void {
  if (objects.length === 0) {
    if (complain && !(request.named.length > 0)) call.output.printError(`${nothingFound(request, call)}\n`)
    return
  }
  const kinds = objects.map(({ kind }) => kind)
  const printer = tablePrinter(call, request, kinds)
  const { nowSeconds } = call.api.server
  for (let at = 0; at < objects.length; ) {
    const kind = (objects[at] as Found).kind
    let end = at
    while (end < objects.length && (objects[end] as Found).kind === kind) end++
    printer.add(
      kind,
      objects.slice(at, end).map(({ object }) => object),
      nowSeconds,
    )
    at = end
  }
  call.output.print(printer.take())
}

/** All of a kind, however many there are: none is kept longer than its row takes. */
export function printWholeTable(call: Call, request: Request, kind: Kind): Waiting | undefined {
  const printer = tablePrinter(call, request, [kind])
  const nothing = `${nothingFound(request, call)}\n`
  if (isLong(call, request, kind)) return new LongTable(call, request, kind, printer, nothing)
  const { nowSeconds } = call.api.server
  call.api.each(kind, request.namespace, (object) => printer.addRow(kind, object, nowSeconds))
  if (printer.hasRows) call.output.print(printer.take())
  else call.output.printError(nothing)
  return undefined
}

export function nothingFound(request: Request, call: Call): string {
  const namespaced = request.listed.some((kind) => kind.namespaced)
  if (request.namespace === undefined || !namespaced) return 'No resources found'
  return `No resources found in ${call.namespace} namespace.`
}
