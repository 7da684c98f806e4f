/**
 * When a gap opened. A pod and a node tell it themselves: the ledger knows every write to them, and their conditions say
 * since when they hold. A workload's gap is a matter of several objects, and the book remembers it.
 */

import { kindId } from '../../sim/api/kinds/index.ts'
import { Nodes } from '../../sim/api/kinds/node/index.ts'
import { podCondition } from '../../sim/api/podReadiness.ts'
import type { Node, Pod } from '../../sim/api/types/index.ts'
import { type Tick, tickOfTime, ticksPerSecond } from '../../sim/core/clock.ts'
import { changed, type Ledger } from '../../sim/core/ledger.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { GapBook } from './gapBook.ts'

const nodeShelf = kindId(Nodes)

/** `quiet`: a tick at which the gap was not open; -1: none is known. */
export function gapOpened(world: Simulation, book: GapBook, quiet: Tick, slot: number, field: string): Tick {
  const shelf = world.engine.state.registry.shelfOf(slot)
  if (shelf === nodeShelf) return nodeGapOpened(world, slot)
  return book.opened(gapName(slot, field), world.tick, quiet)
}

export function gapClosed(world: Simulation, book: GapBook, slot: number, field: string): void {
  const shelf = world.engine.state.registry.shelfOf(slot)
  if (shelf !== nodeShelf) book.closed(gapName(slot, field), world.tick)
}

function gapName(slot: number, field: string): string {
  return `${slot}/${field}`
}

/** The kubelet begins by saying that a pod isn't Ready: until it has been, its gap is as old as its place on the node. */
export function podGapOpened({ engine }: Simulation, slot: number, field: string): Tick {
  const { registry, ledger } = engine.state
  const pod = registry.value(slot) as Pod
  const last = registry.lastRevision(slot)
  if (field === 'existence') return firstWith(ledger, last, changed.deletion)
  if (field === 'nodeName') return firstWith(ledger, last, changed.existence)
  const bound = firstWith(ledger, last, changed.spec)
  const { lastTransitionTime } = podCondition(pod, 'Ready') ?? {}
  const hasBeenReady = lastTransitionTime && lastTransitionTime !== pod.status.startTime
  return hasBeenReady ? Math.max(bound, reportedSince(ledger, last, tickOfTime(lastTransitionTime))) : bound
}

function nodeGapOpened({ engine }: Simulation, slot: number): Tick {
  const { registry, ledger } = engine.state
  const node = registry.value(slot) as Node
  const last = registry.lastRevision(slot)
  const ready = node.status.conditions?.find((condition) => condition.type === 'Ready')
  if (!ready?.lastTransitionTime) return firstWith(ledger, last, changed.existence)
  return reportedSince(ledger, last, tickOfTime(ready.lastTransitionTime))
}

/** The tick of the first write to the object of `last` that changed these parts; that of its creation if none did. */
function firstWith(ledger: Ledger, last: number, parts: number): Tick {
  let born = last
  let found = 0
  for (let revision = last; revision !== 0; revision = ledger.previousOf(revision)) {
    born = revision
    if ((ledger.maskOf(revision) & parts) !== 0) found = revision
  }
  return ledger.tickOf(found || born)
}

/** Objects tell whole seconds: the first status that was written within this one. */
function reportedSince(ledger: Ledger, last: number, second: Tick): Tick {
  let found = second
  for (let revision = last; revision !== 0; revision = ledger.previousOf(revision)) {
    const tick = ledger.tickOf(revision)
    if (tick < second) break
    const isStatus = (ledger.maskOf(revision) & (changed.status | changed.existence)) !== 0
    if (isStatus && tick < second + ticksPerSecond) found = tick
  }
  return found
}
