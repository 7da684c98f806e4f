/** The oldest gaps as the screen gets them, each with what it waits for. */

import type { Pod } from '../../sim/api/types/index.ts'
import { podGaps } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { type GapCard, mostGaps, mostGapsBesidePods } from './format.ts'
import type { OpenGap } from './gapWatch.ts'
import { Oldest } from './oldest.ts'
import type { Survey } from './survey.ts'
import { waitingFor } from './waiting.ts'

/**
 * Oldest first. What is missing beside pods is told in full, so that one can read how many nodes are silent; of pods, of which
 * there may be any number, the oldest.
 */
export function gapCards(world: Simulation, { gaps, podGaps }: Survey): readonly GapCard[] {
  const besidePods = new Oldest<OpenGap>(mostGapsBesidePods)
  for (const open of gaps.all()) besidePods.offer(open.since, open.slot, open)
  const ofPods = new Oldest<undefined>(mostGaps)
  for (const slot of podGaps.slots()) ofPods.offer(podGaps.since(world, slot), slot, undefined)
  return [
    ...besidePods.list().map(({ of }) => of),
    ...ofPods.list().flatMap(({ slot, since }) => gapsOfPod(world, slot, since)),
  ]
    .sort((a, b) => a.since - b.since || a.slot - b.slot)
    .map((open) => gapCard(world, open))
}

function gapsOfPod({ engine }: Simulation, slot: number, since: number): readonly OpenGap[] {
  const pod = engine.state.registry.value(slot) as Pod
  return podGaps(pod).map((gap) => ({ slot, gap, since }))
}

/** The gaps of one object. */
export function gapCardsOf(world: Simulation, { gaps, podGaps }: Survey, slot: number): readonly GapCard[] {
  return [...gaps.of(slot), ...podGaps.gapsOf(world, slot)].map((open) => gapCard(world, open))
}

function gapCard(world: Simulation, open: OpenGap): GapCard {
  const waits = waitingFor(world, open)
  return { ...open.gap, since: open.since, ...(waits === undefined ? {} : { waitingFor: waits }) }
}
