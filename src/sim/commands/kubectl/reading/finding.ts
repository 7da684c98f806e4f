/**
 * Finds what a line is about. Where that is very much it takes several ticks: some is read in each and put in order, and then
 * all that was read is put together.
 */
import type { Kind } from '../../../api/kind.ts'
import type { Tick } from '../../../core/clock.ts'
import { type Found, findAll, type Request } from '../resources/select.ts'
import type { Call, Waiting } from '../verb.ts'
import { ObjectsInOrder } from './objectsInOrder.ts'

/** Objects that are read, or put together, in one tick. */
const objectsPerTick = 10_000

export interface Selection {
  readonly found: readonly Found[]
  /** Why some of it could not be read. */
  readonly errors: readonly unknown[]
}

type Sequel = (selection: Selection) => Waiting | undefined

export function whenFound(call: Call, request: Request, sequel: Sequel): Waiting | undefined {
  const { filter, namespace, listed } = request
  const many = listed.filter((kind) => filter.most(call.api, kind, namespace) > objectsPerTick)
  return many.length === 0
    ? sequel(findAll(call, request))
    : new Finding(call, { ...request, listed: listed.filter((kind) => !many.includes(kind)) }, many, sequel)
}

class Finding implements Waiting {
  readonly #call: Call
  readonly #request: Request
  readonly #sequel: Sequel
  readonly #many: Kind[]
  /** Of the kind that is read now. */
  #objects: ObjectsInOrder | undefined
  readonly #found: Found[] = []
  readonly #errors: unknown[] = []
  #next: Waiting | undefined

  /** `many`: kinds of which there are too many for one tick; `request`: the rest. */
  constructor(call: Call, request: Request, many: readonly Kind[], sequel: Sequel) {
    this.#call = call
    this.#request = request
    this.#sequel = sequel
    this.#many = [...many]
  }

  get wakeAt(): Tick {
    return this.#next?.wakeAt ?? this.#call.session.engine.state.tick + 1
  }

  get left(): number {
    return this.#next?.left ?? this.#found.length + (this.#objects?.size ?? 0)
  }

  poll(): boolean {
    if (this.#next !== undefined) return this.#next.poll()
    const [kind] = this.#many
    if (kind !== undefined) {
      this.#attempt(kind)
      return false
    }
    const { found, errors } = findAll(this.#call, this.#request)
    const all = { found: [...found, ...this.#found], errors: [...errors, ...this.#errors] }
    this.#next = this.#sequel(all)
    return this.#next?.poll() ?? true
  }

  #attempt(kind: Kind): void {
    this.#objects ??= new ObjectsInOrder(this.#call, this.#request, kind, objectsPerTick)
    try {
      for (const found of this.#objects.next()) this.#found.push(found)
      if (this.#objects.isOver) this.#goOn()
    } catch (error) {
      this.#errors.push(error)
      this.#goOn()
    }
  }

  /** To the next kind. */
  #goOn(): void {
    this.#many.shift()
    this.#objects = undefined
  }
}
