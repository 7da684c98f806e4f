/**
 * The registry: every API object in an integer slot, one revision counter for all of them, and a bounded history of
 * their values. A slot is an object's place for ever: slot order is creation order, and a slot is never used again.
 *
 * A cache that lags is one number, the revision it has seen: `at(slot, seen)` answers what it would hold.
 */
import type { Tick } from './clock.ts'
import { Departed } from './departed.ts'
import { asList, type Filing, filingsOf, moveFiling, type Shelf } from './filing.ts'
import { allParts, type Cause, changed, type Ledger } from './ledger.ts'
import { NameTable } from './nameTable.ts'
import { type IntPages, PagedInts } from './pagedInts.ts'
import { type ListPages, PagedList } from './pagedList.ts'
import { revisionOf } from './revision.ts'
import type { RowTail } from './rowChunks.ts'
import type { SlotIndex } from './slotIndex.ts'
import type { Identity, ObjectName, Stored, Version } from './stored.ts'
import { ValueHistory, type ValueHistoryImage } from './valueHistory.ts'

/** One write, as watchers are told of it. `before` is absent on creation, `after` on removal. */
export interface Write {
  readonly revision: number
  readonly slot: number
  readonly shelf: number
  readonly before: Stored | undefined
  readonly after: Stored | undefined
}

export interface RegistryImage {
  readonly head: number
  readonly ledger: RowTail
  readonly slots: ListPages<Stored>
  readonly shelfOf: IntPages
  readonly lastRevision: IntPages
  readonly history: ValueHistoryImage
}

/** Room of slots is given back after so many removals. */
const sweepEvery = 256

export class Registry {
  readonly ledger: Ledger
  /** How often it was put back to an image: what was worked out from its writes before then says nothing now. */
  era = 0
  readonly #slots = new PagedList<Stored>()
  readonly #shelfOf = new PagedInts()
  readonly #lastRevision = new PagedInts()
  readonly #names: readonly NameTable[]
  /** The indexes with their key functions: gone through on every write. */
  readonly #filings: readonly (readonly Filing[])[]
  readonly #history = new ValueHistory()
  readonly #departed = new Departed()
  #removals = 0

  constructor(ledger: Ledger, shelves: readonly Shelf[]) {
    this.ledger = ledger
    const nameAt = (slot: number) => this.#slots.get(slot)?.metadata.name
    this.#names = shelves.map(() => new NameTable(nameAt))
    this.#filings = shelves.map(filingsOf)
    this.#slots.push(undefined)
    this.#shelfOf.push(-1)
    this.#lastRevision.push(0)
  }

  get head(): number {
    return this.ledger.head
  }

  /** How many slots were ever used; slots run from 1 to this number. */
  get slotCount(): number {
    return this.#slots.length - 1
  }

  /** How many objects there are now. */
  get liveCount(): number {
    let count = 0
    for (const names of this.#names) count += names.size
    return count
  }

  /** The slot of a live object, or 0. `key`: "namespace/name", or "name" when the kind has no namespaces. */
  slotNamed(shelf: number, key: string): number {
    const slash = key.indexOf('/')
    return slash < 0
      ? this.slotOf(shelf, '', key)
      : this.slotOf(shelf, key.slice(0, slash), key.slice(slash + 1))
  }

  /** As `slotNamed`. `namespace`: '' when the kind has no namespaces. */
  slotOf(shelf: number, namespace: string, name: string): number {
    return (this.#names[shelf] as NameTable).slot(namespace, name)
  }

  /** The slot of this very object, found by its revision; 0 when it is not stored any more. */
  slotWritten({ metadata }: { readonly metadata: Version }): number {
    const slot = this.slotOfVersion(metadata)
    return this.#slots.get(slot)?.metadata.uid === metadata.uid ? slot : 0
  }

  /** The slot of the object that this is some version of, which may be gone; 0: it was never stored. */
  slotOfVersion(metadata: Version): number {
    const revision = revisionOf(metadata.resourceVersion)
    if (!(revision > 0 && revision <= this.head)) return 0
    return this.ledger.slotOf(revision) || this.#slotOfForgotten(metadata)
  }

  /** Where the ledger has forgotten the write: by name, and then among those that have gone. */
  #slotOfForgotten({ namespace = '', name, uid }: Version): number {
    for (const names of this.#names) {
      const slot = names.slot(namespace, name)
      if (slot !== 0 && this.#slots.get(slot)?.metadata.uid === uid) return slot
    }
    return this.#departed.slotOf(uid)
  }

  value(slot: number): Stored | undefined {
    return this.#slots.get(slot)
  }

  shelfOf(slot: number): number {
    return this.#shelfOf.get(slot)
  }

  /** The revision of the slot's newest write. */
  lastRevision(slot: number): number {
    return this.#lastRevision.get(slot)
  }

  /** The value that a reader sees who has seen every write up to `seen`, and none after it. */
  at(slot: number, seen: number): Stored | undefined {
    let revision = this.#lastRevision.get(slot)
    if (revision <= seen) return this.#slots.get(slot)
    for (;;) {
      const previous = this.ledger.previousOf(revision)
      if (previous <= seen) return this.#history.before(revision)
      revision = previous
    }
  }

  /** Whether values as of `revision` are still kept; a watch from before that is `410 Gone`. */
  remembers(revision: number): boolean {
    return revision >= this.#history.start - 1
  }

  /** Live slots of one kind. */
  names(shelf: number): NameTable {
    return this.#names[shelf] as NameTable
  }

  index(shelf: number, name: string): SlotIndex {
    for (const filing of this.#filings[shelf] as readonly Filing[]) {
      if (filing.name !== name) continue
      if (!filing.isBuilt) this.#build(filing, shelf)
      return filing.index
    }
    throw new Error(`no index ${name} on shelf ${shelf}`)
  }

  /** The write of one revision as watchers see it; undefined for events, commands and faults. */
  writeAt(revision: number): Write | undefined {
    const slot = this.ledger.slotOf(revision)
    if (slot === 0) return undefined
    return {
      revision,
      slot,
      shelf: this.#shelfOf.get(slot),
      before: this.#history.before(revision),
      after: this.#history.after(revision),
    }
  }

  /** The object before a write whose value is still kept; undefined: there was none. */
  valueBefore(revision: number): Stored | undefined {
    return this.#history.before(revision)
  }

  /** The object as a write left it, as long as that is kept; undefined: it was removed. */
  valueAfter(revision: number): Stored | undefined {
    return this.#history.after(revision)
  }

  create(tick: Tick, actor: string, shelf: number, object: Stored, cause: Cause): Stored {
    const slot = this.#slots.length
    const revision = this.ledger.append(tick, 'create', actor, slot, 0, changed.existence, cause)
    this.#slots.push(object)
    this.#shelfOf.push(shelf)
    this.#lastRevision.push(revision)
    this.#history.add(revision, undefined, object)
    this.#name(shelf, object, slot)
    this.#refile(shelf, slot, revision, undefined, object)
    return object
  }

  /** `mask`: which parts differ (`changed`). A status-only write can't change how the object is filed. */
  update(tick: Tick, actor: string, slot: number, next: Stored, mask: number, cause: Cause): Stored {
    const before = this.#slots.get(slot) as Stored
    const previous = this.#lastRevision.get(slot)
    const verb = mask === changed.status ? 'status' : 'update'
    const revision = this.ledger.append(tick, verb, actor, slot, previous, mask, cause)
    this.#slots.set(slot, next)
    this.#lastRevision.set(slot, revision)
    this.#history.add(revision, before, next)
    if (mask !== changed.status) this.#refile(this.#shelfOf.get(slot), slot, revision, before, next, mask)
    return next
  }

  remove(tick: Tick, actor: string, slot: number, cause: Cause): Stored {
    const before = this.#slots.get(slot) as Stored
    const shelf = this.#shelfOf.get(slot)
    const previous = this.#lastRevision.get(slot)
    const revision = this.ledger.append(tick, 'delete', actor, slot, previous, changed.existence, cause)
    this.#slots.set(slot, undefined)
    if (++this.#removals % sweepEvery === 0) this.#slots.dropEmptyPages()
    this.#lastRevision.set(slot, revision)
    this.#history.add(revision, before, undefined)
    const { name, namespace } = before.metadata
    this.#departed.add(slot, before.metadata, tick)
    this.#nameTable(shelf).delete(namespace ?? '', name, slot)
    this.#refile(shelf, slot, revision, before, undefined)
    return before
  }

  /** What is in a slot, or was before it was removed: the ledger names objects that are long gone. */
  nameAt(slot: number): ObjectName | undefined {
    return slot > this.slotCount
      ? undefined
      : (this.#slots.get(slot)?.metadata ?? this.#departed.nameAt(slot))
  }

  /** As `nameAt`, of removed objects for three hours: as long as there may be events about them. */
  identity(slot: number): Identity | undefined {
    return slot > this.slotCount
      ? undefined
      : (this.#slots.get(slot)?.metadata ?? this.#departed.identity(slot))
  }

  /** Something is told of a removed object: by this identity, for another while. */
  speakOf(slot: number, identity: Identity, tick: Tick): void {
    if (this.#slots.get(slot) === undefined) this.#departed.add(slot, identity, tick)
  }

  /** Drops past values that no reader needs: all have seen `seen`. */
  trimHistory(seen: number): void {
    for (const filings of this.#filings) for (const { index } of filings) index.forgetUnfiledUpTo(seen)
    this.#history.trim(seen)
  }

  /** `delivered`: what every watcher has seen. Pages of references: values are frozen, so an image is cheap. What is derived follows on restore. */
  image(delivered: number): RegistryImage {
    return {
      history: this.#history.image(delivered),
      head: this.head,
      ledger: this.ledger.tailFrom(delivered),
      slots: this.#slots.save(),
      shelfOf: this.#shelfOf.save(),
      lastRevision: this.#lastRevision.save(),
    }
  }

  restore(image: RegistryImage): void {
    this.era++
    const moves = this.#restoreSlots(image)
    this.ledger.truncate(image.head, image.ledger)
    this.#lastRevision.load(image.lastRevision)
    this.#history.restore(image.history)
    this.#rename(moves)
    // Where much has moved, an index is made anew when somebody asks for it: many never are before the next restore.
    const areFew = moves.length * 4 < this.slotCount
    for (const [shelf, filings] of this.#filings.entries()) {
      for (const filing of filings) {
        filing.index.forgetUnfiledUpTo(Number.POSITIVE_INFINITY)
        if (!areFew) filing.isBuilt = false
        if (filing.isBuilt) this.#followMoves(filing, shelf, moves)
      }
    }
  }

  #restoreSlots({ slots, shelfOf }: RegistryImage): readonly Move[] {
    const moves: Move[] = []
    this.#slots.load(slots, (slot, before, after) => {
      moves.push({ slot, before, after, from: this.#shelfOf.get(slot), to: 0 })
    })
    this.#shelfOf.load(shelfOf)
    for (const move of moves) move.to = this.#shelfOf.get(move.slot)
    return moves
  }

  /** All that went goes first: a name may have another slot now. */
  #rename(moves: readonly Move[]): void {
    const renamed = moves.filter(({ before, after, from, to }) => from !== to || !isNamedAlike(before, after))
    for (const { before, from, slot } of renamed) {
      if (before === undefined) continue
      const { namespace, name } = before.metadata
      this.#nameTable(from).delete(namespace ?? '', name, slot)
    }
    for (const { after, to, slot } of renamed) if (after !== undefined) this.#name(to, after, slot)
  }

  #followMoves(filing: Filing, shelf: number, moves: readonly Move[]): void {
    const { keyOf, index } = filing
    for (const { slot, before, after, from, to } of moves) {
      const old = before === undefined || from !== shelf ? undefined : keyOf(before)
      const next = after === undefined || to !== shelf ? undefined : keyOf(after)
      if (old !== next) moveFiling(index, slot, 0, old, next)
    }
    index.forgetUnfiledUpTo(Number.POSITIVE_INFINITY)
    this.#recallUnfilings(filing, shelf)
  }

  #build(filing: Filing, shelf: number): void {
    const { keyOf, index } = filing
    index.clear()
    for (let slot = 1; slot < this.#slots.length; slot++) {
      const object = this.#shelfOf.get(slot) === shelf ? this.#slots.get(slot) : undefined
      if (object === undefined) continue
      for (const key of asList(keyOf(object))) index.file(key, slot)
    }
    this.#recallUnfilings(filing, shelf)
    filing.isBuilt = true
  }

  /** Lagging readers look for objects where they were filed before the writes that nobody has been told of. */
  #recallUnfilings({ keyOf, index }: Filing, shelf: number): void {
    for (let revision = this.#history.start; revision <= this.head; revision++) {
      const write = this.writeAt(revision)
      if (write?.before === undefined || write.shelf !== shelf) continue
      const next = write.after === undefined ? [] : asList(keyOf(write.after))
      for (const key of asList(keyOf(write.before)))
        if (!next.includes(key)) index.recall(key, write.slot, revision)
    }
  }

  #nameTable(shelf: number): NameTable {
    return this.#names[shelf] as NameTable
  }

  #name(shelf: number, { metadata }: Stored, slot: number): void {
    this.#nameTable(shelf).add(metadata.namespace ?? '', metadata.name, slot)
  }

  #refile(
    shelf: number,
    slot: number,
    revision: number,
    before: Stored | undefined,
    after: Stored | undefined,
    mask: number = allParts,
  ): void {
    const filings = this.#filings[shelf] as readonly Filing[]
    for (let i = 0; i < filings.length; i++) {
      const { keyOf, index, parts, isBuilt } = filings[i] as Filing
      if (!isBuilt || (mask & parts) === 0) continue
      const old = before === undefined ? undefined : keyOf(before)
      const next = after === undefined ? undefined : keyOf(after)
      if (old !== next) moveFiling(index, slot, revision, old, next)
    }
  }
}

/** A slot that has another value after a restore, or none. */
interface Move {
  readonly slot: number
  readonly before: Stored | undefined
  readonly after: Stored | undefined
  /** Its shelf before and after. */
  readonly from: number
  to: number
}

function isNamedAlike(before: Stored | undefined, after: Stored | undefined): boolean {
  if (before === undefined || after === undefined) return false
  const { name, namespace } = before.metadata
  return name === after.metadata.name && namespace === after.metadata.namespace
}
