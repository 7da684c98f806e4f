/** The oldest gaps as the screen gets them, each with what it waits for. */

import type { Pod } from '../../sim/api/types/index.ts'
import { podGaps } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { type GapCard, mostGaps } from './format.ts'
import type { OpenGap } from './gapWatch.ts'
import { Oldest } from './oldest.ts'
import type { Survey } from './survey.ts'
import { waitingFor } from './waiting.ts'

/** Oldest first. Of pods only those become objects that are among them. */
export function gapCards(world: Simulation, { gaps, podGaps }: Survey): readonly GapCard[] {
  const oldest = new Oldest<OpenGap | undefined>(mostGaps)
  for (const open of gaps.all()) oldest.offer(open.since, open.slot, open)
  for (const slot of podGaps.slots()) oldest.offer(podGaps.since(world, slot), slot, undefined)
  return oldest
    .list()
    .flatMap(({ slot, since, of }) => of ?? gapsOfPod(world, slot, since))
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
