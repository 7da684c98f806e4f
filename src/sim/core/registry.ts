/**
 * The registry: every API object in an integer slot, one revision counter for all of them, and a bounded history of
 * their values. A slot is an object's place for ever: slot order is creation order, and a slot is never used again.
 *
 * A cache that lags is one number, the revision it has seen: `at(slot, seen)` answers what it would hold.
 */
import { type Tick, ticksOf } from './clock.ts'
import { allParts, type Cause, changed, type Ledger } from './ledger.ts'
import { NameTable } from './nameTable.ts'
import { type IntPages, PagedInts } from './pagedInts.ts'
import { type ListPages, PagedList } from './pagedList.ts'
import type { RowTail } from './rowChunks.ts'
import { SlotIndex } from './slotIndex.ts'

/** As much of an object as the registry itself needs. */
export interface Stored {
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly uid: string
    readonly deletionTimestamp?: string
  }
  readonly spec?: unknown
  readonly status?: unknown
}

export type Identity = Pick<Stored['metadata'], 'name' | 'namespace' | 'uid'>

/** Of one version of an object. */
export type Version = Identity & { readonly resourceVersion: string }

/** One kind of stored object: its number and how it is filed. */
export interface Shelf {
  readonly id: number
  readonly indexes: Readonly<Record<string, (object: never) => string | readonly string[] | undefined>>
  /** Those of them that look at metadata alone. Absent: none. */
  readonly metadataIndexes?: readonly string[]
}

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
  /** What watchers have not been told yet: the values before and after each write since `historyStart`. */
  readonly historyStart: number
  readonly before: readonly (Stored | undefined)[]
  readonly after: readonly (Stored | undefined)[]
}

/** Past values kept for looking back, besides what a lagging reader needs. */
const historyLength = 20_000
/** They are dropped so many at a time. */
const historySlack = 5000

/** Events may be about an object two hours after it has gone. */
const rememberDeparted = ticksOf(3 * 3600)
const fewDeparted = 20_000

interface Departed {
  readonly identity: Identity
  readonly tick: Tick
}

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
  /** Values before and after each write since `#historyStart`, by revision. */
  #before: (Stored | undefined)[] = []
  #after: (Stored | undefined)[] = []
  #historyStart = 1
  /** Who was in the slots of removed objects. No part of the state: nobody in the world asks. */
  readonly #departed = new Map<number, Departed>()

  constructor(ledger: Ledger, shelves: readonly Shelf[]) {
    this.ledger = ledger
    this.#names = shelves.map(() => new NameTable())
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
    const revision = Number(metadata.resourceVersion)
    if (!(revision > 0 && revision <= this.head)) return 0
    return this.ledger.slotOf(revision) || this.#slotOfForgotten(metadata)
  }

  /** Where the ledger has forgotten the write: by name, and then among those that have gone. */
  #slotOfForgotten({ namespace = '', name, uid }: Version): number {
    for (const names of this.#names) {
      const slot = names.slot(namespace, name)
      if (slot !== 0 && this.#slots.get(slot)?.metadata.uid === uid) return slot
    }
    for (const [slot, { identity }] of this.#departed) if (identity.uid === uid) return slot
    return 0
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
      if (previous <= seen) return this.#before[revision - this.#historyStart]
      revision = previous
    }
  }

  /** Whether values as of `revision` are still kept; a watch from before that is `410 Gone`. */
  remembers(revision: number): boolean {
    return revision >= this.#historyStart - 1
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
    const at = revision - this.#historyStart
    return {
      revision,
      slot,
      shelf: this.#shelfOf.get(slot),
      before: this.#before[at],
      after: this.#after[at],
    }
  }

  /** The object before a write whose value is still kept; undefined: there was none. */
  valueBefore(revision: number): Stored | undefined {
    return this.#before[revision - this.#historyStart]
  }

  /** The object as a write left it, as long as that is kept; undefined: it was removed. */
  valueAfter(revision: number): Stored | undefined {
    return this.#after[revision - this.#historyStart]
  }

  create(tick: Tick, actor: string, shelf: number, object: Stored, cause: Cause): Stored {
    const slot = this.#slots.length
    const revision = this.ledger.append(tick, 'create', actor, slot, 0, changed.existence, cause)
    this.#slots.push(object)
    this.#shelfOf.push(shelf)
    this.#lastRevision.push(revision)
    this.#remember(revision, undefined, object)
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
    this.#remember(revision, before, next)
    if (mask !== changed.status) this.#refile(this.#shelfOf.get(slot), slot, revision, before, next, mask)
    return next
  }

  remove(tick: Tick, actor: string, slot: number, cause: Cause): Stored {
    const before = this.#slots.get(slot) as Stored
    const shelf = this.#shelfOf.get(slot)
    const previous = this.#lastRevision.get(slot)
    const revision = this.ledger.append(tick, 'delete', actor, slot, previous, changed.existence, cause)
    this.#slots.set(slot, undefined)
    this.#lastRevision.set(slot, revision)
    this.#remember(revision, before, undefined)
    const { name, namespace, uid } = before.metadata
    const identity = namespace === undefined ? { name, uid } : { name, namespace, uid }
    this.#departed.set(slot, { identity, tick })
    this.#forgetDeparted(tick)
    this.#nameTable(shelf).delete(namespace ?? '', name)
    this.#refile(shelf, slot, revision, before, undefined)
    return before
  }

  #forgetDeparted(now: Tick): void {
    for (const [slot, { tick }] of this.#departed) {
      if (this.#departed.size <= fewDeparted || now - tick < rememberDeparted) return
      this.#departed.delete(slot)
    }
  }

  /** Who is in a slot, or was before it was removed: the ledger names objects that are long gone. */
  identity(slot: number): Identity | undefined {
    return slot > this.slotCount
      ? undefined
      : (this.#slots.get(slot)?.metadata ?? this.#departed.get(slot)?.identity)
  }

  /** Drops past values that no reader needs: all have seen `seen`. */
  trimHistory(seen: number): void {
    for (const filings of this.#filings) for (const { index } of filings) index.forgetUnfiledUpTo(seen)
    if (this.#before.length < historyLength + historySlack) return
    const start = Math.min(seen + 1, this.head + 1 - historyLength)
    const drop = start - this.#historyStart
    if (drop <= 0) return
    this.#before = this.#before.slice(drop)
    this.#after = this.#after.slice(drop)
    this.#historyStart = start
  }

  /** `delivered`: what every watcher has seen. Pages of references: values are frozen, so an image is cheap. What is derived follows on restore. */
  image(delivered: number): RegistryImage {
    const kept = delivered + 1 - this.#historyStart
    return {
      historyStart: delivered + 1,
      before: this.#before.slice(kept),
      after: this.#after.slice(kept),
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
    this.#before = image.before.slice()
    this.#after = image.after.slice()
    this.#historyStart = image.historyStart
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
    for (const { before, from } of renamed) {
      if (before !== undefined)
        this.#nameTable(from).delete(before.metadata.namespace ?? '', before.metadata.name)
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
    for (let revision = this.#historyStart; revision <= this.head; revision++) {
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

  #remember(revision: number, before: Stored | undefined, after: Stored | undefined): void {
    this.#fillHistory(revision - 1)
    this.#before.push(before)
    this.#after.push(after)
  }

  #fillHistory(upTo: number): void {
    while (this.#historyStart + this.#before.length <= upTo) {
      this.#before.push(undefined)
      this.#after.push(undefined)
    }
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

type Keys = string | readonly string[] | undefined

/** Mostly one key or none; lists only where an object has several owners. */
function moveFiling(index: SlotIndex, slot: number, revision: number, old: Keys, next: Keys): void {
  if (typeof old !== 'object' && typeof next !== 'object') {
    if (old !== undefined) index.unfile(old, slot, revision)
    if (next !== undefined) index.file(next, slot)
    return
  }
  const gone = asList(old)
  const come = asList(next)
  for (const key of gone) if (!come.includes(key)) index.unfile(key, slot, revision)
  for (const key of come) if (!gone.includes(key)) index.file(key, slot)
}

function asList(keys: Keys): readonly string[] {
  if (keys === undefined) return []
  return typeof keys === 'string' ? [keys] : keys
}

interface Filing {
  readonly name: string
  readonly index: SlotIndex
  /** The parts of an object that the key depends on. */
  readonly parts: number
  isBuilt: boolean
  keyOf(object: Stored): Keys
}

function filingsOf({ indexes, metadataIndexes }: Shelf): readonly Filing[] {
  return Object.entries(indexes).map(([name, keyOf]) => ({
    name,
    index: new SlotIndex(),
    parts: metadataIndexes?.includes(name) ? changed.metadata : allParts,
    isBuilt: true,
    keyOf: keyOf as Filing['keyOf'],
  }))
}
