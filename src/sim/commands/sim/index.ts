/** `sim …`: what kubectl cannot do to a cluster. One folder a verb. */
import { StatusError } from '../../api/status.ts'
import { type Execution, finished, type Session } from '../execution.ts'
import { UsageError } from './arguments.ts'
import type { SimVerb } from './verb.ts'

const modules = import.meta.glob<{ default: SimVerb }>('./*/index.ts', { eager: true })

const verbs: ReadonlyMap<string, SimVerb> = new Map(
  Object.keys(modules)
    .sort()
    .map((path) => [path.slice(2, -'/index.ts'.length), (modules[path] as { default: SimVerb }).default]),
)

/** The forms of each verb, as a person would type them. */
export const simUsages: ReadonlyMap<string, string> = new Map(
  [...verbs].map(([name, { usage }]) => [name, usage]),
)

/** `args`: the words after `sim`. */
export function runSim(args: readonly string[], session: Session): Execution {
  const [name = '', ...rest] = args
  const verb = verbs.get(name)
  if (verb === undefined) return unknownVerb(name)
  if (rest.includes('--help') || rest.includes('-h')) return finished(0, `${verb.usage}\n`)
  try {
    return verb.run(rest, session)
  } catch (error) {
    if (error instanceof UsageError) return finished(1, '', `error: sim ${name}: ${error.message}\n`)
    if (error instanceof StatusError) return finished(1, '', `error: ${error.message}\n`)
    throw error
  }
}

function unknownVerb(name: string): Execution {
  const known = `sim knows ${[...verbs.keys()].join(', ')}`
  return finished(
    1,
    '',
    name === '' ? `error: ${known}\n` : `error: unknown command "sim ${name}": ${known}\n`,
  )
}
