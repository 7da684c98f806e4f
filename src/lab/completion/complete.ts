/** Completing a command line: what its last word may become. */
import { splitWords } from '../../sim/commands/shellWords.ts'
import type { Sitting } from '../sitting.ts'
import { kubectlWords } from './kubectl.ts'
import { simWords } from './sim.ts'

const mostCandidates = 300

/** Whole words in place of the last one, sorted. One that ends in "=" or "/" wants more. */
export function complete(sitting: Sitting, text: string): readonly string[] {
  const begun = /\S*$/.exec(text)?.[0] ?? ''
  const given = wordsOf(text.slice(0, text.length - begun.length))
  if (given === undefined) return []
  const found = candidates(sitting, given, begun).filter((word) => word !== '' && word.startsWith(begun))
  return [...new Set(found)].sort().slice(0, mostCandidates)
}

function candidates(sitting: Sitting, given: readonly string[], begun: string): readonly string[] {
  const [program, ...rest] = given
  if (program === undefined) return ['kubectl', 'sim']
  if (program === 'kubectl' || program === 'k') return kubectlWords(sitting.world, rest, begun)
  return program === 'sim' ? simWords(sitting, rest, begun) : []
}

/** Undefined within quotes. */
function wordsOf(text: string): readonly string[] | undefined {
  try {
    return splitWords(text)
  } catch {
    return undefined
  }
}
