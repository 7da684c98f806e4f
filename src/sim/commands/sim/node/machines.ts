import type { Session } from '../../execution.ts'
import { type Arguments, UsageError } from '../arguments.ts'

/** The machines a line names: at least one, and all of them must exist. "node/NAME" will do as well. */
export function namedMachines(given: Arguments, { engine }: Session): readonly string[] {
  const names = given.words.map((word) => word.replace(/^nodes?\//, ''))
  if (names.length === 0) throw new UsageError('give the NAME of a node')
  for (const name of names) {
    if (engine.substrate.machines.get(name) === undefined)
      throw new UsageError(`there is no machine "${name}"`)
  }
  return names
}
