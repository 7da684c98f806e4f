/** What the pods of some nodes request of them, as rows. */
import { nodeLoadWords } from './format.ts'
import type { Tally } from './tally.ts'

export function nodeLoads(slots: ReadonlySet<number>, tally: Tally): Int32Array<ArrayBuffer> {
  const words = new Int32Array(slots.size * nodeLoadWords)
  let at = 0
  for (const slot of slots) {
    words[at] = slot
    words[at + 1] = tally.ofNode(slot).cpu
    at += nodeLoadWords
  }
  return words
}
