/** A controller that writes a status is told of it like everyone else, and may have nothing to do on hearing itself. */
import type { Change } from './component.ts'
import type { Engine } from './engine.ts'

/** Whether the change is only a status that `actor` itself wrote. */
export function isOwnStatus(change: Change, engine: Engine, actor: string): boolean {
  const { ledger } = engine.state
  if (change.before === undefined || change.after === undefined) return false
  return ledger.verbOf(change.revision) === 'status' && ledger.actorOf(change.revision) === actor
}
