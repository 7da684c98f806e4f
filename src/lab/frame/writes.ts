/** Rows of the ledger as columns. */
import type { Registry } from '../../sim/core/registry.ts'
import { mostWrites, verbs, writeWords } from './format.ts'

export class WriteRows {
  readonly actors: string[] = []
  readonly #numbers = new Map<string, number>()

  /** The newest rows after revision `seen`. */
  take(registry: Registry, seen: number): Int32Array<ArrayBuffer> {
    const { ledger, head } = registry
    const from = Math.max(seen, head - mostWrites)
    const words = new Int32Array((head - from) * writeWords)
    for (let revision = from + 1, at = 0; revision <= head; revision++, at += writeWords) {
      const slot = ledger.slotOf(revision)
      words[at] = revision
      words[at + 1] = ledger.tickOf(revision)
      words[at + 2] = this.#numberOf(ledger.actorOf(revision))
      words[at + 3] = verbs.indexOf(ledger.verbOf(revision))
      words[at + 4] = slot
      words[at + 5] = slot === 0 ? -1 : registry.shelfOf(slot)
      words[at + 6] = ledger.causeOf(revision).first
    }
    return words
  }

  #numberOf(actor: string): number {
    let number = this.#numbers.get(actor)
    if (number === undefined) {
      number = this.actors.push(actor) - 1
      this.#numbers.set(actor, number)
    }
    return number
  }
}
