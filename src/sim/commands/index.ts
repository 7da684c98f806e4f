/** The command language: the one way to change a world. */
import { type Execution, finished, type Session } from './execution.ts'
import { runKubectl } from './kubectl/index.ts'
import { runSim } from './sim/index.ts'

/** `words`: the whole line, split as a shell would. */
export function runLine(words: readonly string[], session: Session): Execution {
  const [program, ...rest] = words
  if (program === 'kubectl' || program === 'k') return runKubectl(rest, session)
  if (program === 'sim') return runSim(rest, session)
  return finished(1, '', `error: unknown command "${program}": lines begin with kubectl or sim\n`)
}
