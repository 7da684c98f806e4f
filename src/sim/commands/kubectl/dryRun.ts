/** `--dry-run`: do nothing, or ask the server what it would do. */
import { CommandError } from './errors.ts'
import type { Call } from './verb.ts'

export type DryRun = 'none' | 'client' | 'server'

export function dryRunOf(call: Call): DryRun {
  const value = call.flags.text('dry-run')
  if (value === 'none' || value === 'client' || value === 'server') return value
  if (value === 'unchanged') {
    call.output.printError('W --dry-run is deprecated and can be replaced with --dry-run=client.\n')
    return 'client'
  }
  throw new CommandError(`Invalid dry-run value (${value}). Must be "none", "server", or "client".`)
}

/** What is added to the line about what was done. */
export function dryRunSuffix(dryRun: DryRun): string {
  if (dryRun === 'none') return ''
  return dryRun === 'client' ? ' (dry run)' : ' (server dry run)'
}
