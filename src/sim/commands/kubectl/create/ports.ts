/** Port numbers on the command line. */
import { portNameErrors, portNumberErrors } from '../../../api/names.ts'
import type { IntOrString } from '../../../api/types/index.ts'
import { CommandError } from '../errors.ts'

export function portNumber(text: string): number {
  if (!/^[0-9]+$/.test(text)) {
    throw new CommandError(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`)
  }
  const port = Number(text)
  const [complaint] = portNumberErrors(port)
  if (complaint !== undefined) throw new CommandError(`invalid port ${text}: ${complaint}`)
  return port
}

/** A number, or the name of a container's port. */
export function portNumberOrName(text: string): IntOrString {
  if (/^[0-9]+$/.test(text)) return portNumber(text)
  const [complaint] = portNameErrors(text)
  if (complaint !== undefined) throw new CommandError(complaint)
  return text
}
