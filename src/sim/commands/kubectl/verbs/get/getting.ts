/** What `kubectl get` prints, some of it at a time: a table, or a list in another format. */
import { isStatus } from '../../../../api/status.ts'
import { throwCollected } from '../../errors.ts'
import type { ListWriter } from '../../lists.ts'
import type { ObjectPrinter } from '../../printers.ts'
import { Everything } from '../../reading/everything.ts'
import type { Step } from '../../reading/inPieces.ts'
import { type Pieces, Portions } from '../../reading/pieces.ts'
import { Sorted } from '../../reading/sorted.ts'
import type { Found, Request } from '../../resources/select.ts'
import type { Call } from '../../verb.ts'
import { nothingFound, Tables } from './tables.ts'

/** Objects that are written out at a time: some milliseconds of work. */
const objectsAtOnce = 50

/** `piece`: objects that are read at a time. */
export function getting(
  call: Call,
  request: Request,
  printer: ObjectPrinter | undefined,
  piece: number,
): Step {
  const everything = new Everything(call, request, piece)
  const field = call.flags.text('sort-by')
  const objects = field === '' ? everything : new Sorted(everything, field, printer === undefined)
  const reported = () =>
    everything.errors.filter((error) => !call.flags.on('ignore-not-found') || !isStatus(error, 'NotFound'))
  return printer === undefined
    ? tablesOf(call, request, objects, reported)
    : listOf(call, request, printer, objects, reported)
}

function tablesOf(
  call: Call,
  request: Request,
  objects: Pieces<Found>,
  reported: () => readonly unknown[],
): Step {
  const tables = new Tables(call, request, objects)
  return () => {
    if (!tables.print()) return false
    const errors = reported()
    const isNothing = !tables.hasRows && errors.length === 0 && request.named.length === 0
    if (isNothing) call.output.printError(`${nothingFound(request, call)}\n`)
    throwCollected(errors)
    return true
  }
}

function listOf(
  call: Call,
  request: Request,
  printer: ObjectPrinter,
  objects: Pieces<Found>,
  reported: () => readonly unknown[],
): Step {
  const isSingle = request.listed.length === 0 && request.named.length === 1
  let list: ListWriter | undefined
  const portions = new Portions(objects, objectsAtOnce)
  return () => {
    if (!portions.isOver) {
      const found = portions.next()
      if (found.length === 0) return false
      list ??= isSingle ? oneOf(printer) : printer.list()
      call.output.print(list.add(found))
      return false
    }
    const errors = reported()
    if (!isSingle && errors.length === 0) list ??= printer.list()
    call.output.print(list?.end() ?? '')
    if (list?.hasMore === true) return false
    throwCollected(errors)
    return true
  }
}

/** An object that is named is no list. */
function oneOf(printer: ObjectPrinter): ListWriter {
  return { add: (objects) => printer.print(objects, false), end: () => '', hasMore: false }
}
