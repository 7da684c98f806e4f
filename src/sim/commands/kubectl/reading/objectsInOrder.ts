/** All objects of a kind that a line is about: some are read at a time and put in order, and then all that was read is put together. */
import type { Kind } from '../../../api/kind.ts'
import type { ApiObject } from '../../../api/types/index.ts'
import { keyOf } from '../../../apiserver/storage.ts'
import { type Found, foundObject, type Request } from '../resources/select.ts'
import type { Call } from '../verb.ts'
import type { Pieces } from './pieces.ts'
import { SortedRuns } from './sortedRuns.ts'

export class ObjectsInOrder implements Pieces<Found> {
  readonly #call: Call
  readonly #request: Request
  readonly #kind: Kind
  readonly #most: number
  readonly #runs = new SortedRuns<ApiObject>(keyOf)
  /** Where reading goes on; undefined: all is read. */
  #from: number | undefined = 0
  #isOver = false

  /** `most`: objects that are read, or put together, at a time. */
  constructor(call: Call, request: Request, kind: Kind, most: number) {
    this.#call = call
    this.#request = request
    this.#kind = kind
    this.#most = most
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** Objects that are read and not yet handed over. */
  get size(): number {
    return this.#runs.size
  }

  next(): readonly Found[] {
    if (this.#from !== undefined) {
      this.#read(this.#from)
      return []
    }
    const objects = this.#runs.take(this.#most)
    this.#isOver = this.#runs.isEmpty
    return objects.map((object) => foundObject(this.#call.api, this.#kind, object))
  }

  #read(from: number): void {
    const { filter, namespace } = this.#request
    const { items, next } = filter.page(this.#call.api, this.#kind, namespace, from, this.#most)
    this.#runs.add(items)
    this.#from = next === 0 ? undefined : next
  }
}
