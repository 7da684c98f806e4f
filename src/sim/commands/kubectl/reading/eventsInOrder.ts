/**
 * All events that a line is about. Their names begin with those of the objects they are about, so these are put in order, of
 * which there are fewer, and their events are made when their turn comes.
 */
import type { Kind } from '../../../api/kind.ts'
import { Events } from '../../../api/kinds/event/index.ts'
import { type Found, foundObject, type Request } from '../resources/select.ts'
import type { Call } from '../verb.ts'
import type { Pieces } from './pieces.ts'
import { SortedRuns } from './sortedRuns.ts'

/** Events that there are about an object, on the whole: making them takes longer than reading of the object. */
const eventsEach = 5

/** The slot of an object that there are events about; `key`: what their names begin with. */
interface Subject {
  readonly key: string
  readonly slot: number
}

export class EventsInOrder implements Pieces<Found> {
  readonly #call: Call
  readonly #request: Request
  readonly #most: number
  readonly #isMeant
  readonly #subjects = new SortedRuns<Subject>(({ key }) => key)
  /** Where reading goes on; undefined: all is read. */
  #from: number | undefined = 0
  #isOver = false

  /** `most`: objects that are read, or events that are made, at a time. */
  constructor(call: Call, request: Request, most: number) {
    this.#call = call
    this.#request = request
    this.#most = most
    this.#isMeant = request.filter.matcher(Events as Kind)
  }

  get isOver(): boolean {
    return this.#isOver
  }

  next(): readonly Found[] {
    if (this.#from === undefined) return this.#put()
    const { items, next } = this.#call.api.eventSubjects(this.#request.namespace, this.#from, this.#most)
    this.#subjects.add(items)
    this.#from = next === 0 ? undefined : next
    return []
  }

  #put(): readonly Found[] {
    const found: Found[] = []
    for (const slots of namesakes(this.#subjects.take(Math.ceil(this.#most / eventsEach))))
      this.#call.api.server.eventStore.eachAbout(slots, (event) => {
        if (this.#isMeant(event)) found.push(foundObject(this.#call.api, Events as Kind, event))
      })
    this.#isOver = this.#subjects.isEmpty
    return found
  }
}

/** Objects of several kinds may have one name: their events are mixed. */
function namesakes(subjects: readonly Subject[]): readonly (readonly number[])[] {
  const groups: { readonly key: string; readonly slots: number[] }[] = []
  for (const { key, slot } of subjects) {
    const last = groups.at(-1)
    if (last?.key === key) last.slots.push(slot)
    else groups.push({ key, slots: [slot] })
  }
  return groups.map(({ slots }) => slots)
}
