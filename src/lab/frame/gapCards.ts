/** Open gaps as the screen gets them: the oldest first, each with what it waits for. */
import type { Simulation } from '../../sim/world/simulation.ts'
import { type GapCard, mostGaps } from './format.ts'
import type { GapWatch, OpenGap } from './gapWatch.ts'
import { waitingFor } from './waiting.ts'

export function gapCards(world: Simulation, gaps: GapWatch): readonly GapCard[] {
  return [...gaps.all()]
    .sort((a, b) => a.since - b.since || a.slot - b.slot)
    .slice(0, mostGaps)
    .map((open) => gapCard(world, open))
}

function gapCard(world: Simulation, open: OpenGap): GapCard {
  const waits = waitingFor(world, open)
  return { ...open.gap, since: open.since, ...(waits === undefined ? {} : { waitingFor: waits }) }
}
