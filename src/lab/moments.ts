/** Places in time worth stopping at: where something was written, where nothing is missing. */
import type { Tick } from '../sim/core/clock.ts'
import type { Sitting } from './sitting.ts'

/** The newest tick before now in which something was written; 0 where there is none. */
export function momentBefore({ world }: Sitting): Tick {
  const { ledger } = world.engine.state
  for (let revision = ledger.head; revision > 0; revision--) {
    const tick = ledger.tickOf(revision)
    if (tick < world.tick) return tick
  }
  return 0
}

/** What "run until …" runs to: asked after every step of the world, with the revision it began at. */
const stops = {
  'next-event': (sitting: Sitting, since: number) => headOf(sitting) > since,
  'next-change': (sitting: Sitting, since: number) => hasChange(sitting, since),
  converged: (sitting: Sitting) => sitting.evaluate('gaps() == 0') === true,
  'all-ready': (sitting: Sitting) => sitting.evaluate('pods().all(p, ready(p))') === true,
  'pending-pod': (sitting: Sitting) =>
    sitting.evaluate("pods().exists(p, p.status.phase == 'Pending' && !has(p.spec.nodeName))") === true,
  'node-failed': (sitting: Sitting) =>
    sitting.evaluate(
      "nodes().exists(n, n.status.conditions.exists(c, c.type == 'Ready' && c.status != 'True'))",
    ) === true,
} as const

export type StopCondition = keyof typeof stops

export function isReached(stop: StopCondition, sitting: Sitting, since: number): boolean {
  return stops[stop](sitting, since)
}

export function headOf({ world }: Sitting): number {
  return world.engine.state.registry.head
}

/** Whether an object was written since: events and beats of the heart alone are no change. */
function hasChange({ world }: Sitting, since: number): boolean {
  const { ledger } = world.engine.state
  for (let revision = since + 1; revision <= ledger.head; revision++)
    if (ledger.slotOf(revision) !== 0 && ledger.verbOf(revision) !== 'event') return true
  return false
}
