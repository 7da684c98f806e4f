/** A cluster that is left alone by day and shaken by night, for weeks: its gaps each morning, its memory by and by. */
import { Sitting } from '../../../../lab/sitting.ts'
import { ticksOf } from '../../../../sim/core/clock.ts'
import { openGaps } from '../../../../sim/world/gaps.ts'
import { brokenInvariants } from '../../../../sim/world/invariants.ts'
import { beginning, day, morning, nightOf } from './night.ts'

export interface Morning {
  /** 1: the first. */
  readonly day: number
  readonly gaps: readonly string[]
  readonly broken: readonly string[]
  /** What has been written so far, and how many objects there have ever been. */
  readonly writes: number
  readonly slots: number
  readonly ledgerBytes: number
}

/** Calls `each` every morning, while nothing happens. */
export function soak(days: number, each: (morning: Morning) => void): Sitting {
  const sitting = new Sitting({ keyframes: 'off' })
  for (const line of beginning()) run(sitting, line)
  for (let date = 0; date < days; date++) {
    for (const { at, line } of nightOf(date)) {
      sitting.advanceTo(ticksOf(date * day + at))
      run(sitting, line)
    }
    sitting.advanceTo(ticksOf(date * day + morning))
    each(look(sitting, date + 1))
  }
  return sitting
}

function look({ world }: Sitting, date: number): Morning {
  const { registry, ledger } = world.engine.state
  return {
    day: date,
    gaps: openGaps(world.engine.server).map((gap) => `${gap.object} ${gap.field} ${gap.actual}`),
    broken: brokenInvariants(world),
    writes: ledger.head,
    slots: registry.slotCount,
    ledgerBytes: ledger.bytes,
  }
}

function run(sitting: Sitting, line: string): void {
  const execution = sitting.execute(line)
  while (execution.exit === undefined) sitting.advance()
  if (execution.exit !== 0) throw new Error(`${line}: ${execution.stderr}`)
}
