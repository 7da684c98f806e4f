/** A command that only holds others: alone it prints its help and fails. */
import { CommandError, usageError } from './errors.ts'
import { helpText } from './help.ts'
import type { Verb } from './verb.ts'

export function groupVerb(summary: string, usage: string): Verb {
  const verb: Verb = {
    summary,
    usage,
    flags: [],
    run({ command, args, output }) {
      const [word] = args
      if (word !== undefined) throw usageError(command, `unknown command ${JSON.stringify(word)}`)
      output.print(helpText(command, verb))
      throw new CommandError('', { bare: true })
    },
  }
  return verb
}
