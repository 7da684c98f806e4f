/** All that a line is about, in the order in which it is printed: what it names, then kind by kind. */
import type { Kind } from '../../../api/kind.ts'
import { Events } from '../../../api/kinds/event/index.ts'
import { type Found, findAll, type Request } from '../resources/select.ts'
import type { Call } from '../verb.ts'
import { EventsInOrder } from './eventsInOrder.ts'
import { ObjectsInOrder } from './objectsInOrder.ts'
import type { Pieces } from './pieces.ts'

export class Everything implements Pieces<Found> {
  /** Why some of it could not be read. */
  readonly errors: unknown[] = []
  readonly #call: Call
  readonly #request: Request
  readonly #most: number
  readonly #kinds: Kind[]
  #areNamedRead = false
  /** Of the kind that is read now. */
  #objects: Pieces<Found> | undefined

  /** `most`: objects that are read at a time. */
  constructor(call: Call, request: Request, most: number) {
    this.#call = call
    this.#request = request
    this.#most = most
    this.#kinds = [...request.listed]
  }

  get isOver(): boolean {
    return this.#areNamedRead && this.#objects === undefined && this.#kinds.length === 0
  }

  next(): readonly Found[] {
    if (!this.#areNamedRead) {
      this.#areNamedRead = true
      return this.#readAtOnce({ ...this.#request, listed: [] })
    }
    try {
      return this.#readFurther()
    } catch (error) {
      this.errors.push(error)
      this.#objects = undefined
      return []
    }
  }

  #readAtOnce(request: Request): readonly Found[] {
    const { found, errors } = findAll(this.#call, request)
    this.errors.push(...errors)
    return found
  }

  #readFurther(): readonly Found[] {
    if (this.#objects === undefined) {
      const kind = this.#kinds.shift()
      if (kind === undefined) return []
      if (!this.#areMany(kind))
        return this.#readAtOnce({ ...this.#request, named: [], unread: [], listed: [kind] })
      this.#objects = this.#inOrder(kind)
    }
    const found = this.#objects.next()
    if (this.#objects.isOver) this.#objects = undefined
    return found
  }

  #areMany(kind: Kind): boolean {
    return mostOf(this.#call, this.#request, kind) > this.#most
  }

  #inOrder(kind: Kind): Pieces<Found> {
    return kind === (Events as Kind)
      ? new EventsInOrder(this.#call, this.#request, this.#most)
      : new ObjectsInOrder(this.#call, this.#request, kind, this.#most)
  }
}

/** At most so many objects of a kind are looked at; of events, objects that they are about. */
export function mostOf({ api }: Call, { filter, namespace }: Request, kind: Kind): number {
  return kind === (Events as Kind) ? api.server.eventStore.mostSubjects : filter.most(api, kind, namespace)
}
