/** What the scheduler found when it last tried a pod: a row a node, a column a plugin. */
import type { Pod } from '../../sim/api/types/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { SchedulingMatrix } from './inspection.ts'

type Explanation = NonNullable<ReturnType<Simulation['components']['scheduler']['explain']>>

/** Undefined when it has decided nothing about the pod, or too long ago to be found again. */
export function schedulingOf({ components }: Simulation, { metadata }: Pod): SchedulingMatrix | undefined {
  const explanation = components.scheduler.explain(metadata.namespace ?? '', metadata.name)
  return explanation && matrixOf(explanation)
}

export function matrixOf({ rows, chosen, tick, rejection, notVisited }: Explanation): SchedulingMatrix {
  const plugins = [...new Set(rows.flatMap(({ scores }) => scores.map(({ plugin }) => plugin)))]
  return {
    tick,
    ...(chosen === undefined ? {} : { chosen }),
    ...(rejection === undefined ? {} : { rejection }),
    notVisited,
    plugins,
    nodes: rows.map(({ node, refusal, scores, total }) => ({
      name: node,
      ...(refusal && { refusedBy: refusal.plugin, refusal: refusal.reasons.join(', ') }),
      scores: plugins.map((name) => scores.find(({ plugin }) => plugin === name)?.score ?? 0),
      total: total ?? 0,
    })),
  }
}
