/** What the pods of some nodes request of them, as rows. */
import { nodeLoadWords } from './format.ts'
import type { Tally } from './tally.ts'

export function nodeLoads(slots: ReadonlySet<number>, tally: Tally): Float64Array<ArrayBuffer> {
  const words = new Float64Array(slots.size * nodeLoadWords)
  let at = 0
  for (const slot of slots) {
    const { cpu, memory } = tally.ofNode(slot)
    words[at] = slot
    words[at + 1] = cpu
    words[at + 2] = memory
    at += nodeLoadWords
  }
  return words
}
