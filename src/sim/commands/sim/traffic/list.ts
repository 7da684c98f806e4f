/** `sim traffic list`: the loads there are. */
import type { Load } from '../../../substrate/index.ts'
import type { Session } from '../../execution.ts'
import { TabWriter } from '../../print/tabWriter.ts'
import { UsageError } from '../arguments.ts'

export function listLoads(args: readonly string[], { engine }: Session): string {
  if (args.length > 0) throw new UsageError(`list takes no arguments, not "${args[0]}"`)
  const loads = engine.substrate.loads.all()
  if (loads.length === 0) return 'No traffic.\n'
  const writer = new TabWriter({ minWidth: 6, padding: 3 })
  for (const row of [['TARGET', 'FROM', 'LOAD', 'TIMEOUT', 'RETRIES'], ...loads.map(rowOf)])
    writer.write(`${row.join('\t')}\n`)
  return writer.take()
}

function rowOf({ id, from, shape, users, timeoutMicros, retries }: Load): string[] {
  const load = shape === undefined ? `${users?.count} users` : `${shape.name} ${shape.rps} rps`
  return [id, from, load, `${timeoutMicros / 1_000_000}s`, String(retries)]
}
