/**
 * Who was in the slots of removed objects: the ledger and events name objects that are long gone. No part of the state:
 * nobody in the world asks.
 */
import { type Tick, ticksOf } from './clock.ts'
import { PagedInts } from './pagedInts.ts'
import { PagedList } from './pagedList.ts'
import type { Identity, ObjectName } from './stored.ts'

/** Events may be about an object two hours after it has gone. */
const identifiedFor = ticksOf(3 * 3600)
/** Of those who left before, so many are known by name. */
const mostNamed = 20_000
/** Room is given back after so many have been forgotten. */
const sweepEvery = 1024

interface Leaving {
  readonly identity: Identity
  readonly tick: Tick
}

export class Departed {
  /** Those who left within three hours, in the order in which they did. */
  readonly #late = new Map<number, Leaving>()
  /** By slot, those who left before. */
  readonly #names = new PagedList<string>()
  readonly #namespaces = new PagedList<string>()
  /** Their slots in the order in which they came to be known by name alone: a ring. */
  readonly #order = new PagedInts()
  #named = 0

  /** How many are known, by name at least. */
  get size(): number {
    return this.#late.size + Math.min(this.#named, mostNamed)
  }

  /** Places that are kept for names, used or not. */
  get places(): number {
    return this.#names.places
  }

  add(slot: number, { name, namespace, uid }: Identity, tick: Tick): void {
    const identity = namespace === undefined ? { name, uid } : { name, namespace, uid }
    // After a return to an earlier moment it may leave again, and is the last of them.
    this.#late.delete(slot)
    this.#late.set(slot, { identity, tick })
    for (const [early, leaving] of this.#late) {
      if (tick - leaving.tick < identifiedFor) return
      this.#late.delete(early)
      this.#name(early, leaving.identity)
    }
  }

  nameAt(slot: number): ObjectName | undefined {
    const identity = this.#late.get(slot)?.identity
    if (identity !== undefined) return identity
    const name = this.#names.get(slot)
    if (name === undefined) return undefined
    const namespace = this.#namespaces.get(slot)
    return namespace === undefined ? { name } : { name, namespace }
  }

  /** Of those who left within three hours. */
  identity(slot: number): Identity | undefined {
    return this.#late.get(slot)?.identity
  }

  /** 0: nobody with this uid left within three hours. */
  slotOf(uid: string): number {
    for (const [slot, { identity }] of this.#late) if (identity.uid === uid) return slot
    return 0
  }

  /** In place of the one whose name has been known longest. */
  #name(slot: number, { name, namespace }: Identity): void {
    if (this.#names.get(slot) === undefined) {
      const place = this.#named++ % mostNamed
      this.#forget(this.#order.get(place))
      this.#order.set(place, slot)
      if (this.#named % sweepEvery === 0) this.#giveBackRoom()
    }
    this.#names.set(slot, name)
    this.#namespaces.set(slot, namespace)
  }

  #forget(slot: number): void {
    if (slot === 0) return
    this.#names.set(slot, undefined)
    this.#namespaces.set(slot, undefined)
  }

  #giveBackRoom(): void {
    this.#names.dropEmptyPages()
    this.#namespaces.dropEmptyPages()
  }
}
