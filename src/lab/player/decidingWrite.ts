/** The write that decided a prediction: the newest one between two looks at the world, when the option became true. */
import type { Kind } from '../../sim/api/kind.ts'
import { kinds } from '../../sim/api/kinds/index.ts'
import { changed, type LedgerRow } from '../../sim/core/ledger.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { GuideState } from './guideState.ts'

type DecidedBy = NonNullable<GuideState['decidedBy']>

/** Revisions between two looks: after the first, up to the second. */
export interface Between {
  readonly after: number
  readonly upTo: number
}

/** `condition`: the option's; a write to a kind that it names comes before any other. */
export function decidingWrite(world: Simulation, between: Between, condition: string): DecidedBy | undefined {
  const rows = rowsOf(world, between)
  const named = rows.find((row) => row.slot !== 0 && isNamedIn(condition, kindOf(world, row)))
  const row = named ?? rows.find(({ slot }) => slot !== 0) ?? rows[0]
  return row === undefined ? undefined : tell(world, row)
}

/** Newest first, without events and heartbeats. */
function rowsOf(world: Simulation, { after, upTo }: Between): readonly LedgerRow[] {
  const { ledger } = world.engine.state
  const rows: LedgerRow[] = []
  for (let revision = Math.min(upTo, ledger.head); revision > after; revision--) {
    const row = ledger.row(revision)
    if (row.verb !== 'event' && !isHeartbeat(world, row)) rows.push(row)
  }
  return rows
}

function isHeartbeat(world: Simulation, row: LedgerRow): boolean {
  return row.slot !== 0 && kindOf(world, row).kind === 'Lease'
}

function kindOf(world: Simulation, { slot }: LedgerRow): Kind {
  return kinds[world.engine.state.registry.shelfOf(slot)] as Kind
}

/** By a function of its name, or as the kind of a list: `pod('web-1')`, `pods('app=web')`, `created('pods')`. */
function isNamedIn(condition: string, { singular, plural }: Kind): boolean {
  return new RegExp(`\\b(${singular}|${plural})\\(|['"]${plural}['"]`).test(condition)
}

const told = { create: 'created', update: 'updated', status: 'updated', delete: 'removed' } as const

function tell(world: Simulation, row: LedgerRow): DecidedBy {
  const { revision, tick, actor, verb } = row
  const line = world.engine.state.ledger.lineOf(revision)
  const object = line ?? `${kindOf(world, row).singular}/${nameOf(world, row)}`
  const act = line === undefined ? `${actOf(row)} ${object}` : object
  return {
    revision,
    tick,
    actor,
    verb: isDeletion(row) ? 'delete' : verb,
    object,
    text: `${(tick / 10).toFixed(1)}s ${actor} ${act}`,
  }
}

function actOf(row: LedgerRow): string {
  return isDeletion(row) ? 'deleted' : told[row.verb as keyof typeof told]
}

/** The deletion that was asked for: the object itself may stay for a while. */
function isDeletion({ mask }: LedgerRow): boolean {
  return (mask & changed.deletion) !== 0
}

function nameOf(world: Simulation, { revision, slot }: LedgerRow): string {
  const { registry } = world.engine.state
  const write = registry.writeAt(revision)
  return (write?.after ?? write?.before ?? registry.value(slot))?.metadata.name ?? '?'
}
