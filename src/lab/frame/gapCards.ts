/** The gaps that are open, in groups as the screen gets them; and those of one object, each with what it waits for. */

import type { Pod } from '../../sim/api/types/index.ts'
import { actualOfPod, ownerOfPodGap, type PodGapField, podGapField } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { GapCard, GapGroup, WaitingFor } from './format.ts'
import { type Alike, Grouping } from './gapGroups.ts'
import type { OpenGap } from './gapWatch.ts'
import type { PodGaps } from './podGaps.ts'
import type { Survey } from './survey.ts'
import { waitingFor, waitingForPod } from './waiting.ts'

/** A gap of a pod is found by its slot: there may be any number of them. */
type Found = OpenGap | number

export function gapGroups(
  world: Simulation,
  { gaps, podGaps }: Survey,
  openGroups: readonly string[],
): readonly GapGroup[] {
  const grouping = new Grouping<Found>(openGroups)
  for (const open of gaps.all()) {
    const waits = waitingFor(world, open)
    grouping.of({ ...open.gap, reason: waits?.reason }).add(open.since, open.slot, waits, open)
  }
  groupPods(world, podGaps, grouping)
  return grouping.list((found) =>
    typeof found === 'number' ? podCard(world, podGaps, found) : gapCard(world, found),
  )
}

/** The gaps of one object. */
export function gapCardsOf(world: Simulation, { gaps, podGaps }: Survey, slot: number): readonly GapCard[] {
  return [...gaps.of(slot), ...podGaps.gapsOf(world, slot)].map((open) => gapCard(world, open))
}

/** Neighbours are mostly alike: their group is looked up only where they differ. */
interface Lately {
  readonly field: PodGapField
  readonly actual: string
  readonly namespace: string
  readonly reason: WaitingFor['reason'] | undefined
  readonly group: Alike<Found>
}

function groupPods(world: Simulation, podGaps: PodGaps, grouping: Grouping<Found>): void {
  const { registry } = world.engine.state
  let lately: Lately | undefined
  for (const slot of podGaps.slots()) {
    const pod = registry.value(slot) as Pod
    const field = podGapField(pod) as PodGapField
    const actual = actualOfPod(pod, field)
    const { namespace = '' } = pod.metadata
    const waits = waitingForPod(world, slot, pod, field)
    const reason = waits?.reason
    const isAlike =
      lately !== undefined &&
      lately.field === field &&
      lately.actual === actual &&
      lately.reason === reason &&
      lately.namespace === namespace
    if (!isAlike) {
      const kind = { object: 'pod/', field, owner: ownerOfPodGap[field], namespace, actual, reason }
      lately = { field, actual, namespace, reason, group: grouping.of(kind) }
    }
    ;(lately as Lately).group.add(podGaps.since(world, slot), slot, waits, slot)
  }
}

function podCard(world: Simulation, podGaps: PodGaps, slot: number): GapCard {
  return gapCard(world, podGaps.gapsOf(world, slot)[0] as OpenGap)
}

function gapCard(world: Simulation, open: OpenGap): GapCard {
  const waits = waitingFor(world, open)
  return { ...open.gap, since: open.since, ...(waits === undefined ? {} : { waitingFor: waits }) }
}
