/**
 * Who was in the slots of removed objects: the ledger and events name objects that are long gone. No part of the state:
 * nobody in the world asks.
 */
import { type Tick, ticksOf } from './clock.ts'
import type { Identity } from './stored.ts'

/** Events may be about an object two hours after it has gone. */
const rememberFor = ticksOf(3 * 3600)
/** So many are remembered however long ago they went. */
const fewEnough = 20_000

interface Leaving {
  readonly identity: Identity
  readonly tick: Tick
}

export class Departed {
  readonly #bySlot = new Map<number, Leaving>()

  get size(): number {
    return this.#bySlot.size
  }

  add(slot: number, { name, namespace, uid }: Identity, tick: Tick): void {
    const identity = namespace === undefined ? { name, uid } : { name, namespace, uid }
    this.#bySlot.set(slot, { identity, tick })
    this.#forget(tick)
  }

  identity(slot: number): Identity | undefined {
    return this.#bySlot.get(slot)?.identity
  }

  /** 0: nobody with this uid is remembered. */
  slotOf(uid: string): number {
    for (const [slot, { identity }] of this.#bySlot) if (identity.uid === uid) return slot
    return 0
  }

  #forget(now: Tick): void {
    for (const [slot, { tick }] of this.#bySlot) {
      if (this.#bySlot.size <= fewEnough || now - tick < rememberFor) return
      this.#bySlot.delete(slot)
    }
  }
}
