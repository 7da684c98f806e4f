/** `sim traffic list`: the loads there are or were, and what has become of their requests. */
import type { Load } from '../../../substrate/index.ts'
import type { Session, TrafficFigures } from '../../execution.ts'
import { TabWriter } from '../../print/tabWriter.ts'
import { UsageError } from '../arguments.ts'

const header = ['TARGET', 'LOAD', 'SENT', 'SERVED', 'FAILED', 'RPS', 'P95']

export function listLoads(args: readonly string[], session: Session): string {
  if (args.length > 0) throw new UsageError(`list takes no arguments, not "${args[0]}"`)
  const known = session.traffic()
  const { loads } = session.engine.substrate
  const fresh = loads.all().filter(({ id }) => known.every((one) => one.id !== id))
  const rows = [
    ...known.map((figures) => rowOf(figures, loads.get(figures.id))),
    ...fresh.map((load) => rowOf({ ...nothing, id: load.id }, load)),
  ]
  if (rows.length === 0) return 'No traffic.\n'
  const writer = new TabWriter({ minWidth: 6, padding: 3 })
  for (const row of [header, ...rows]) writer.write(`${row.join('\t')}\n`)
  return writer.take()
}

const nothing = { sent: 0, served: 0, failed: 0, failures: {}, rps: 0, p95: undefined }

function rowOf(figures: TrafficFigures, load: Load | undefined): string[] {
  const { id, sent, served, rps, p95 } = figures
  return [
    id,
    load === undefined ? 'stopped' : mannerOf(load),
    String(sent),
    String(served),
    failedText(figures),
    rps.toFixed(0),
    p95 === undefined ? '-' : `${p95.toFixed(0)}ms`,
  ]
}

function mannerOf({ shape, users }: Load): string {
  return shape === undefined ? `${users?.count} users` : `${shape.name} ${shape.rps} rps`
}

/** "63 (58 refused, 5 unreachable)" */
function failedText({ failed, failures }: TrafficFigures): string {
  const causes = Object.entries(failures).map(([cause, count]) => `${count} ${cause}`)
  return causes.length === 0 ? String(failed) : `${failed} (${causes.join(', ')})`
}
