/** Autoscalers: what each wants to hold, and its decisions of late for the chart. */
import { columns } from '../../../sim/api/kinds/horizontalPodAutoscaler/columns.ts'
import { HorizontalPodAutoscalers } from '../../../sim/api/kinds/horizontalPodAutoscaler/index.ts'
import { kindId } from '../../../sim/api/kinds/index.ts'
import type { HorizontalPodAutoscaler } from '../../../sim/api/types/index.ts'
import { type ScalingDecision, scalingDecisions } from '../../../sim/world/autoscaling.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { type AutoscalerCard, scalingColumn, scalingWords } from '../format.ts'
import { objectAt } from '../neighbours.ts'

const targets = columns.find(({ name }) => name === 'TARGETS')

export function autoscalerCards(world: Simulation): readonly AutoscalerCard[] {
  const slots = world.engine.state.registry.names(kindId(HorizontalPodAutoscalers)).slots()
  return slots.flatMap((slot) => {
    const autoscaler = objectAt<HorizontalPodAutoscaler>(world, slot)
    return autoscaler === undefined ? [] : [cardOf(world, slot, autoscaler)]
  })
}

function cardOf(world: Simulation, slot: number, autoscaler: HorizontalPodAutoscaler): AutoscalerCard {
  const { metadata, spec, status } = autoscaler
  const { namespace = '', name } = metadata
  return {
    slot,
    namespace,
    name,
    target: `${spec.scaleTargetRef.kind.toLowerCase()}/${spec.scaleTargetRef.name}`,
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas,
    metrics: String(targets?.cell(autoscaler, 0) ?? ''),
    desired: status.desiredReplicas ?? 0,
    decisions: rowsOf(scalingDecisions(world, namespace, name)),
  }
}

/** The same numbers while nothing was decided: a frame is asked for often. */
const rows = new WeakMap<readonly ScalingDecision[], readonly number[]>()

function rowsOf(decisions: readonly ScalingDecision[]): readonly number[] {
  let known = rows.get(decisions)
  if (known === undefined) {
    known = decisions.flatMap(rowOf)
    rows.set(decisions, known)
  }
  return known
}

function rowOf({ tick, current = 0, recommended, stabilized, limited, desired }: ScalingDecision): number[] {
  const size = desired ?? current
  const row = new Array<number>(scalingWords)
  row[scalingColumn.tick] = tick
  row[scalingColumn.raw] = recommended ?? size
  row[scalingColumn.limited] = limited?.replicas ?? stabilized?.replicas ?? size
  row[scalingColumn.desired] = size
  return row
}
