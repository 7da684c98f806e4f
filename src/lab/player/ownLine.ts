/** Whether a learner's line acts on the world, and so has to wait for a prediction. Travelling in time does not. */
import { splitWords } from '../../sim/commands/shellWords.ts'
import { labLines } from '../lines/index.ts'
import { changesTheWorld } from '../readOnly.ts'

export function isAct(line: string): boolean {
  const words = wordsOf(line)
  if (words.length === 0) return false
  if (words[0] === 'sim' && labLines.has(words[1] ?? '')) return words[1] === 'cluster'
  return changesTheWorld(words)
}

/** None in a line that is broken: it will fail, and change nothing. */
function wordsOf(line: string): readonly string[] {
  try {
    return splitWords(line)
  } catch {
    return []
  }
}
