/** `kubectl get -w`: the list, then every change, as the watch delivers them. */
import type { Kind } from '../../../../api/kind.ts'
import { Events } from '../../../../api/kinds/event/index.ts'
import { kinds } from '../../../../api/kinds/index.ts'
import type { ApiObject, Event } from '../../../../api/types/index.ts'
import type { Tick } from '../../../../core/clock.ts'
import { CommandError } from '../../errors.ts'
import { parseDuration } from '../../flags/duration.ts'
import type { ObjectPrinter } from '../../printers.ts'
import { findAll, type Request } from '../../resources/select.ts'
import type { Call, Waiting } from '../../verb.ts'
import { deadlineAfter, isPast } from '../../waiting.ts'
import { tablePrinter } from './tables.ts'

type WatchEvent = 'ADDED' | 'MODIFIED' | 'DELETED'

export class Watch implements Waiting {
  readonly wakeAt: Tick
  readonly #call: Call
  readonly #request: Request
  readonly #kind: Kind
  readonly #printer: ObjectPrinter | undefined
  readonly #table
  /** Up to which revision the changes have been printed. */
  #seen: number

  constructor(call: Call, request: Request, printer: ObjectPrinter | undefined) {
    const watched = new Set([...request.listed, ...request.named.map(({ kind }) => kind)])
    if (watched.size !== 1 || request.named.length > 1) {
      throw new CommandError('you may only specify a single resource type')
    }
    this.#call = call
    this.#request = request
    this.#kind = [...watched][0] as Kind
    this.#printer = printer
    this.#table = tablePrinter(call, request, [this.#kind])
    this.#seen = call.session.engine.state.registry.head
    this.wakeAt = deadlineAfter(call, parseDuration(call.flags.text('request-timeout')) ?? 0)
    const { found, errors } = findAll(call, request)
    if (errors.length > 0) throw errors[0]
    if (!call.flags.on('watch-only')) this.#printList(found.map(({ object }) => object))
  }

  poll(): boolean {
    const { registry } = this.#call.session.engine.state
    if (!registry.remembers(this.#seen)) throw new CommandError('too old resource version')
    const changes = this.#kind === (Events as Kind) ? this.#newEvents() : this.#newWrites()
    this.#seen = registry.head
    this.#print(changes)
    return isPast(this.#call, this.wakeAt)
  }

  /** A change of an object that the selectors let through, before or after. */
  #writeAt(revision: number): readonly [ApiObject, WatchEvent] | undefined {
    const write = this.#call.session.engine.state.registry.writeAt(revision)
    if (write === undefined || kinds[write.shelf] !== this.#kind) return undefined
    const before = this.#matching(write.before as ApiObject | undefined)
    const after = this.#matching(write.after as ApiObject | undefined)
    if (after !== undefined) return [after, before === undefined ? 'ADDED' : 'MODIFIED']
    return before === undefined ? undefined : [before, 'DELETED']
  }

  #newWrites(): readonly (readonly [ApiObject, WatchEvent])[] {
    const changes: (readonly [ApiObject, WatchEvent])[] = []
    for (
      let revision = this.#seen + 1;
      revision <= this.#call.session.engine.state.registry.head;
      revision++
    ) {
      const change = this.#writeAt(revision)
      if (change !== undefined) changes.push(change)
    }
    return changes
  }

  #newEvents(): readonly (readonly [ApiObject, WatchEvent])[] {
    const revisionOf = ({ metadata }: Event) => Number(metadata.resourceVersion)
    return [...this.#call.api.server.events()]
      .filter((event) => revisionOf(event) > this.#seen && this.#matching(event) !== undefined)
      .sort((a, b) => revisionOf(a) - revisionOf(b))
      .map((event) => [event, (event.count ?? 1) === 1 ? 'ADDED' : 'MODIFIED'])
  }

  #matching(object: ApiObject | undefined): ApiObject | undefined {
    if (object === undefined) return undefined
    const { namespace, named, filter } = this.#request
    const { name, namespace: own } = object.metadata
    if (this.#kind.namespaced && namespace !== undefined && own !== namespace) return undefined
    if (named.length > 0 && named[0]?.name !== name) return undefined
    if (named.length === 0 && !filter.matcher(this.#kind)(object)) return undefined
    return this.#call.api.present(this.#kind, object)
  }

  #printList(objects: readonly ApiObject[]): void {
    const { output, api } = this.#call
    if (this.#printer !== undefined) {
      output.print(
        this.#printer.print(
          objects.map((object) => ({ kind: this.#kind, object })),
          false,
        ),
      )
      return
    }
    this.#table.add(this.#kind, objects, api.server.nowSeconds, 'ADDED')
    output.print(this.#table.take())
  }

  /** Line by line: a column widens only for what comes after. */
  #print(changes: readonly (readonly [ApiObject, WatchEvent])[]): void {
    const { output, api } = this.#call
    for (const [object, event] of changes) {
      if (this.#printer !== undefined)
        output.print(this.#printer.print([{ kind: this.#kind, object }], false))
      else {
        this.#table.add(this.#kind, [object], api.server.nowSeconds, event)
        output.print(this.#table.take())
      }
    }
  }
}
