/** The write that decided a prediction: the newest one of the tick in which the option became true. */
import type { Kind } from '../../sim/api/kind.ts'
import { kinds } from '../../sim/api/kinds/index.ts'
import type { Tick } from '../../sim/core/clock.ts'
import type { LedgerRow } from '../../sim/core/ledger.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { GuideState } from './guideState.ts'

type DecidedBy = NonNullable<GuideState['decidedBy']>

/** `condition`: the option's; a write to a kind that it names comes before any other of that tick. */
export function decidingWrite(world: Simulation, tick: Tick, condition: string): DecidedBy | undefined {
  const rows = rowsAt(world, tick)
  const asked = rows.find((row) => row.slot !== 0 && isNamedIn(condition, kindOf(world, row)))
  const row = asked ?? rows.find(({ slot }) => slot !== 0) ?? rows[0]
  return row === undefined ? undefined : tell(world, row)
}

/** Newest first, without events and heartbeats. */
function rowsAt(world: Simulation, tick: Tick): readonly LedgerRow[] {
  const { ledger } = world.engine.state
  const rows: LedgerRow[] = []
  for (let revision = ledger.head; revision > 0 && ledger.tickOf(revision) >= tick; revision--) {
    const row = ledger.row(revision)
    if (row.tick === tick && row.verb !== 'event' && row.verb !== 'genesis' && !isHeartbeat(world, row))
      rows.push(row)
  }
  return rows
}

function isHeartbeat(world: Simulation, row: LedgerRow): boolean {
  return row.slot !== 0 && kindOf(world, row).kind === 'Lease'
}

function kindOf(world: Simulation, { slot }: LedgerRow): Kind {
  return kinds[world.engine.state.registry.shelfOf(slot)] as Kind
}

function isNamedIn(condition: string, kind: Kind): boolean {
  return new RegExp(`\\b(${kind.singular}|${kind.plural})\\b`).test(condition)
}

const told = { create: 'created', update: 'updated', status: 'updated', delete: 'removed' } as const

function tell(world: Simulation, row: LedgerRow): DecidedBy {
  const { revision, tick, actor, verb } = row
  const line = world.engine.state.ledger.lineOf(revision)
  const object = line ?? `${kindOf(world, row).singular}/${nameOf(world, row)}`
  const act = line === undefined ? `${told[verb as keyof typeof told]} ${object}` : object
  return { revision, tick, actor, verb, object, text: `${(tick / 10).toFixed(1)}s ${actor} ${act}` }
}

function nameOf(world: Simulation, { revision, slot }: LedgerRow): string {
  const { registry } = world.engine.state
  const write = registry.writeAt(revision)
  return (write?.after ?? write?.before ?? registry.value(slot))?.metadata.name ?? '?'
}
