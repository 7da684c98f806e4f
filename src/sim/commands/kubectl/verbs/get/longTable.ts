/**
 * The table of very many objects, for a host that has something else to do in between: some are read in each turn and put in
 * order, then some are made rows of, and then some rows are laid out. No time passes meanwhile.
 */
import type { Kind } from '../../../../api/kind.ts'
import { Events } from '../../../../api/kinds/event/index.ts'
import type { ApiObject } from '../../../../api/types/index.ts'
import { keyOf } from '../../../../apiserver/storage.ts'
import type { Tick } from '../../../../core/clock.ts'
import type { TablePrinter } from '../../../print/table.ts'
import type { Request } from '../../resources/select.ts'
import { SortedRuns } from '../../resources/sortedRuns.ts'
import type { Call, Waiting } from '../../verb.ts'

/** What has its turn at once: some milliseconds of work. */
const piece = 2000

/** Where there are no more, a table takes no time that anybody would notice. */
const few = 4000

export function isLong({ api, session }: Call, { namespace }: Request, kind: Kind): boolean {
  if (session.readsInPieces !== true) return false
  const { server } = api
  const most = kind === (Events as Kind) ? server.eventStore.mostSubjects : server.count(kind, namespace)
  return most > few
}

/** An object, or the slots of objects of one name that there are events about. */
interface Entry {
  readonly key: string
  readonly object?: ApiObject
  readonly slot?: number
}

export class LongTable implements Waiting {
  /** It wants to go on at once. */
  readonly wakeAt: Tick
  readonly isReading = true
  readonly #call: Call
  readonly #request: Request
  readonly #kind: Kind
  readonly #printer: TablePrinter
  readonly #nothing: string
  readonly #entries = new SortedRuns<Entry>(({ key }) => key)
  /** Where reading goes on; undefined: all is read. */
  #from: number | undefined = 0

  /** `nothing`: what is said where there are no rows. */
  constructor(call: Call, request: Request, kind: Kind, printer: TablePrinter, nothing: string) {
    this.#call = call
    this.#request = request
    this.#kind = kind
    this.#printer = printer
    this.#nothing = nothing
    this.wakeAt = call.session.engine.state.tick
  }

  poll(): boolean {
    if (this.#from !== undefined) this.#read(this.#from)
    else if (!this.#entries.isEmpty) this.#makeRows()
    else if (!this.#printer.hasRows) {
      this.#call.output.printError(this.#nothing)
      return true
    } else {
      this.#call.output.print(this.#printer.takeSome(piece))
      return !this.#printer.hasMore
    }
    return false
  }

  #read(from: number): void {
    const { api } = this.#call
    const { namespace } = this.#request
    if (this.#kind === (Events as Kind)) {
      const { items, next } = api.eventSubjects(namespace, from, piece)
      this.#add(items, next)
      return
    }
    const { items, next } = api.page(this.#kind, namespace, from, piece)
    this.#add(
      items.map((object) => ({ key: keyOf(object), object })),
      next,
    )
  }

  #add(entries: readonly Entry[], next: number): void {
    this.#entries.add(entries)
    this.#from = next === 0 ? undefined : next
  }

  #makeRows(): void {
    const { api } = this.#call
    const { nowSeconds } = api.server
    const add = (object: ApiObject) => this.#printer.addRow(this.#kind, object, nowSeconds)
    let alike: Entry[] = []
    for (const entry of this.#entries.take(piece)) {
      if (entry.object !== undefined) add(api.present(this.#kind, entry.object))
      else if (alike[0]?.key === entry.key) alike.push(entry)
      else {
        this.#eventsAbout(alike, add)
        alike = [entry]
      }
    }
    this.#eventsAbout(alike, add)
  }

  #eventsAbout(alike: readonly Entry[], visit: (event: ApiObject) => void): void {
    this.#call.api.server.eventStore.eachAbout(
      alike.flatMap(({ slot }) => slot ?? []),
      visit,
    )
  }
}
