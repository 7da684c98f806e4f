/** From a write back to the line that began it. */
import { changed, type LedgerRow } from '../../sim/core/ledger.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { CauseRow } from './inspection.ts'
import { linkTo } from './links.ts'

/** The write of this revision, its first cause, and so on to a command, a fault or the beginning. */
export function causeRows(world: Simulation, revision: number): readonly CauseRow[] {
  return world.engine.state.ledger.chain(revision).map((row) => causeRow(world, row))
}

/** The write that best says why an object is as it is: what ended it or is ending it, else what made it; 0: none. */
export function tellingWrite({ engine }: Simulation, slot: number): number {
  const { ledger, registry } = engine.state
  const last = registry.lastRevision(slot)
  let born = last
  let ended = registry.value(slot) === undefined ? last : 0
  for (let revision = last; revision !== 0; revision = ledger.previousOf(revision)) {
    born = revision
    if ((ledger.maskOf(revision) & changed.deletion) !== 0) ended = revision
  }
  return ended || born
}

function causeRow(world: Simulation, row: LedgerRow): CauseRow {
  const { ledger } = world.engine.state
  const line = ledger.lineOf(row.revision)
  const object = linkTo(world, row.slot)
  return {
    revision: row.revision,
    tick: row.tick,
    actor: row.verb === 'command' ? 'you' : row.actor,
    verb: row.verb,
    ...(object === undefined ? {} : { object }),
    ...(line === undefined ? {} : { line }),
    more: Math.max(0, row.cause.count - 1),
  }
}
