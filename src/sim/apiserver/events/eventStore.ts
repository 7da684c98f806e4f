/**
 * Events are packed rows, made into objects when somebody reads. Equal ones are counted, and more than ten that
 * differ only in their message within ten minutes are combined (client-go tools/record/events_cache.go, v1.36).
 *
 * Deviations: the correlator's memory sits beside the store instead of in each component, the spam filter's bucket
 * (25 events an object, then one in 300 s) included; events do not use up their component's API budget.
 */
import { apiVersionOf, type Kind } from '../../api/kind.ts'
import { kinds } from '../../api/kinds/index.ts'
import type { ApiObject, Event } from '../../api/types/index.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'
import { addHash, combine, type Hash64, hashText, hashValue } from '../../core/hash.ts'
import { type IntPages, PagedInts } from '../../core/pagedInts.ts'
import { revisionOf } from '../../core/revision.ts'
import type { State } from '../../core/state.ts'
import type { Identity } from '../../core/stored.ts'
import type { Caller } from '../caller.ts'
import { type EventNote, type Sort, Sorts } from './note.ts'
import { asEvent, firstOfNumber, namespaceOfEvents, type Telling, type Told } from './present.ts'
import { EventRows, type EventRowsImage, unique } from './rows.ts'
import { SpamFilter, type SpamFilterImage } from './spamFilter.ts'

/** In a message: "namespace/name" of the object that it is about. Rows about many objects so share one text. */
export const itself = '\u0001'

const timeToLive = ticksOf(3600)
const aggregateAfter = 10
const aggregateWithin = ticksOf(600)

export interface EventStoreImage {
  readonly newest: IntPages
  readonly rows: EventRowsImage
  readonly spam: SpamFilterImage
  readonly nextSweep: Tick
}

export class EventStore {
  readonly #state: State
  readonly #sorts = new Sorts()
  readonly #rows = new EventRows()
  readonly #spam = new SpamFilter()
  /** By the slot of the object: the row that was new last. Rows are chains from there. 0: none. */
  readonly #newest = new PagedInts()
  #nextSweep = timeToLive
  /** Whether the event that is being written is combined with others: found out by `#formerRow`. */
  #combines = false
  /** Told of every write, for a trace. Not part of the world. */
  onWrite: ((revision: number, event: () => Event) => void) | undefined

  constructor(state: State) {
    this.#state = state
  }

  /** Answers the revision of the write; 0 when the spam filter swallowed it, or when the object was never stored. */
  record(caller: Caller, about: ApiObject, note: EventNote): number {
    const { tick, ledger, registry } = this.#state
    const component = note.component ?? caller.actor
    const slot = this.#slotOf(about)
    if (slot === 0 || !this.#spam.spend(slot, component, tick)) return 0
    registry.speakOf(slot, about.metadata, tick)
    const sort = this.#sorts.of(note, component)
    const newest = this.#newest.get(slot)
    const text = note.unique ? unique : this.#rows.numberOf(note.message)
    const former = this.#formerRow(newest, sort, text)
    const combined = this.#combines
    const previous = former === 0 ? 0 : this.#rows.revisionOf(former)
    const revision = ledger.append(tick, 'event', caller.actor, 0, previous, 0, caller.cause)
    const version = revisionOf(about.metadata.resourceVersion as string)
    const said = { revision, tick, version, sort, combined, host: caller.host, message: note.message, text }
    if (former !== 0) this.#rows.repeat(former, said)
    else this.#newest.set(slot, this.#rows.add(said, newest))
    this.onWrite?.(revision, () => asEvent(this.#told(slot, former || this.#newest.get(slot))))
    if (tick >= this.#nextSweep) this.#sweep(tick)
    return revision
  }

  /** In order of last occurrence. */
  list(): readonly Event[] {
    return this.#fresh(this.#subjects()).map(asEvent)
  }

  /** Events about some version of an object; in order of last occurrence. */
  about(object: ApiObject): readonly Event[] {
    return this.#fresh([this.#slotOf(object)]).map(asEvent)
  }

  /**
   * In order of namespace and name, each made when its turn comes. An event's name begins as its object's, and goes on with
   * its number: objects are put in order, of which there are fewer.
   */
  eachByName(namespace: string | undefined, visit: (event: Event) => void): void {
    for (const slots of this.#subjectsByName(namespace)) this.eachAbout(slots, visit)
  }

  /** Events about the objects in these slots, in their order. */
  eachAbout(slots: readonly number[], visit: (event: Event) => void): void {
    const oldest = this.#state.tick - timeToLive
    const rows = slots.flatMap((slot) => this.#chain(slot).map((row) => ({ slot, row })))
    rows.sort((a, b) => a.row - b.row)
    for (const { slot, row } of rows) if (this.#lastOf(row) > oldest) visit(asEvent(this.#told(slot, row)))
  }

  /** At most so many objects are told of. */
  get mostSubjects(): number {
    return this.#newest.length
  }

  /**
   * Some of the objects that there are events about, from a slot on, with what their events' names begin with: events come in
   * the order of these. `next`: where to go on; 0: that were all.
   */
  subjects(
    namespace: string | undefined,
    from: number,
    most: number,
  ): { readonly items: readonly { readonly key: string; readonly slot: number }[]; readonly next: number } {
    const items: { key: string; slot: number }[] = []
    for (let slot = Math.max(1, from); slot < this.#newest.length; slot++) {
      if (this.#newest.get(slot) === 0) continue
      const about = this.#state.registry.identity(slot) as Identity
      if (namespace !== undefined && namespaceOfEvents(about) !== namespace) continue
      if (items.length === most) return { items, next: slot }
      items.push({ key: keyOfEvents(about), slot })
    }
    return { items, next: 0 }
  }

  /** Objects of several kinds may have the same name: their events are mixed. */
  #subjectsByName(namespace: string | undefined): readonly (readonly number[])[] {
    const slots = new Map<string, number[]>()
    for (const slot of this.#subjects()) {
      const about = this.#state.registry.identity(slot) as Identity
      if (namespace !== undefined && namespaceOfEvents(about) !== namespace) continue
      const key = keyOfEvents(about)
      const others = slots.get(key)
      if (others === undefined) slots.set(key, [slot])
      else others.push(slot)
    }
    return [...slots].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, alike]) => alike)
  }

  /** What was said about the object in a slot, to the tick. For showing; in order of last occurrence. */
  tellings(slot: number): readonly Telling[] {
    return this.#fresh([slot])
  }

  /** About `most` objects of the namespace, from a slot on. `next`: where to go on; 0: that were all. */
  removeNamespace(
    namespace: string,
    from: number,
    most: number,
  ): { readonly done: number; readonly next: number } {
    const { items, next } = this.subjects(namespace, from, most)
    for (const { slot } of items) this.#keepYounger(slot, Number.POSITIVE_INFINITY)
    return { done: items.length, next }
  }

  image(): EventStoreImage {
    return {
      newest: this.#newest.save(),
      rows: this.#rows.save(),
      spam: this.#spam.save(),
      nextSweep: this.#nextSweep,
    }
  }

  restore({ newest, rows, spam, nextSweep }: EventStoreImage): void {
    this.#newest.load(newest)
    this.#rows.load(rows)
    this.#spam.load(spam)
    this.#nextSweep = nextSweep
  }

  /** Of what is told, not of the numbers that texts happen to have. */
  hash(): Hash64 {
    let sum = hashText(`sweep ${this.#nextSweep}`)
    for (const slot of this.#subjects()) {
      let hash = combine(hashText(String(slot)), hashValue(this.#spam.state(slot)))
      for (const row of this.#chain(slot)) hash = combine(hash, this.#hashRow(row))
      sum = addHash(sum, hash)
    }
    return sum
  }

  #hashRow(row: number): Hash64 {
    const rows = this.#rows
    const { id: _, ...sort } = this.#sorts.at(rows.sortOf(row))
    const numbers = [row, rows.revisionOf(row), rows.firstOf(row), this.#lastOf(row), rows.countOf(row)]
    const flags = [rows.versionOf(row), rows.isCombined(row) ? 1 : 0]
    const told = hashValue([sort, rows.hostOf(row) ?? '', rows.messageOf(row)])
    return combine(hashText([...numbers, ...flags].join()), told)
  }

  /** Every version of an object names its slot by its revision. */
  #slotOf({ metadata }: ApiObject): number {
    return this.#state.registry.slotOfVersion(metadata)
  }

  /** Slots of the objects that there are events about. */
  #subjects(): number[] {
    const slots: number[] = []
    for (let slot = 1; slot < this.#newest.length; slot++) if (this.#newest.get(slot) !== 0) slots.push(slot)
    return slots
  }

  /** The newest first. */
  #chain(slot: number): number[] {
    const rows: number[] = []
    for (let row = this.#newest.get(slot); row !== 0; row = this.#rows.earlierOf(row)) rows.push(row)
    return rows
  }

  #fresh(slots: readonly number[]): readonly Told[] {
    const oldest = this.#state.tick - timeToLive
    const all: Told[] = []
    for (const slot of slots) {
      for (const row of this.#chain(slot)) if (this.#lastOf(row) > oldest) all.push(this.#told(slot, row))
    }
    return all.sort((a, b) => a.last - b.last || a.number - b.number)
  }

  #told(slot: number, row: number): Told {
    const { registry } = this.#state
    const rows = this.#rows
    const kind = kinds[registry.shelfOf(slot)] as Kind
    const about = registry.identity(slot) as Identity
    return {
      number: row,
      revision: rows.revisionOf(row),
      about,
      apiVersion: apiVersionOf(kind),
      kind: kind.kind,
      version: rows.versionOf(row),
      sort: this.#sorts.at(rows.sortOf(row)),
      host: rows.hostOf(row),
      message: this.#messageOf(row, about),
      first: rows.firstOf(row),
      last: this.#lastOf(row),
      count: rows.countOf(row),
    }
  }

  #messageOf(row: number, { namespace, name }: Identity): string {
    const message = this.#rows
      .messageOf(row)
      .replaceAll(itself, namespace === undefined ? name : `${namespace}/${name}`)
    return this.#rows.isCombined(row) ? `(combined from similar events): ${message}` : message
  }

  /**
   * The row that tells the same already; 0: none. `text`: the number of the message. Also finds out whether ten others that
   * differ only in their message have been written lately: then the row is one that stands for several.
   */
  #formerRow(newest: number, sort: Sort, text: number): number {
    const rows = this.#rows
    const { tick } = this.#state
    let similar = 0
    let combination = 0
    this.#combines = false
    for (let row = newest; row !== 0; row = rows.earlierOf(row)) {
      if (rows.sortOf(row) !== sort.id) continue
      if (rows.isCombined(row)) combination = row
      else if (rows.messageNumberOf(row) === text) return row
      if (tick - this.#lastOf(row) <= aggregateWithin) similar++
    }
    if (sort.action !== undefined || similar + 1 < aggregateAfter) return 0
    this.#combines = true
    return combination
  }

  #lastOf(row: number): Tick {
    return this.#state.ledger.tickOf(this.#rows.revisionOf(row))
  }

  /** Once an hour, events that nobody repeated for an hour go. */
  #sweep(tick: Tick): void {
    this.#nextSweep = tick + timeToLive
    for (const slot of this.#subjects()) this.#keepYounger(slot, tick - timeToLive)
    this.#rows.dropEmptyPages()
    this.#newest.dropEmptyPages()
    this.#spam.compact()
  }

  /** Drops those that were last told of at `oldest` or before. */
  #keepYounger(slot: number, oldest: Tick): void {
    const kept: number[] = []
    for (const row of this.#chain(slot)) {
      if (this.#lastOf(row) > oldest) kept.push(row)
      else this.#rows.drop(row)
    }
    kept.forEach((row, i) => {
      if (this.#rows.earlierOf(row) !== (kept[i + 1] ?? 0)) this.#rows.setEarlier(row, kept[i + 1] ?? 0)
    })
    if (this.#newest.get(slot) !== (kept[0] ?? 0)) this.#newest.set(slot, kept[0] ?? 0)
    if (kept.length === 0) this.#spam.forget(slot)
  }
}

function keyOfEvents(about: Identity): string {
  return `${namespaceOfEvents(about)}/${about.name}${firstOfNumber}`
}
