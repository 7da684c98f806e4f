/** One scheduling decision, made by asking every plugin: the oracle of the fast path, and the explainer. */
import type { NodeInfo } from './nodeInfo.ts'
import type { Cycle } from './plugin.ts'
import { checkWithNominated, type Filtering, planFilters, runFilters } from './runFilters.ts'
import { runScores, type Scoring } from './runScores.ts'
import { selectHost } from './selectHost.ts'

/** 32-bit draws that settle ties. */
export interface TieKeys {
  readonly pod: number
  node(name: string): number
}

export interface Decision {
  readonly chosen: string | undefined
  readonly filtering: Filtering
  /** Absent where there was nothing to choose between. */
  readonly scoring: Scoring | undefined
}

/** `start`: where the search for nodes begins. */
export function schedulePod(cycle: Cycle, start: number, keys: TieKeys): Decision {
  const promised = promisedNode(cycle)
  const filtering = promised === undefined ? runFilters(cycle, start) : onlyFeasible(promised)
  const { feasible } = filtering
  if (feasible.length <= 1) return { chosen: feasible[0]?.name, filtering, scoring: undefined }
  const scoring = runScores(cycle, feasible)
  const nodeKeys = feasible.map(({ name }) => keys.node(name))
  const chosen = feasible[selectHost(scoring.totals, nodeKeys, keys.pod)]?.name
  return { chosen, filtering, scoring }
}

/** A node promised to the pod by preemption is taken, without a look at others, as soon as the pod fits. */
function promisedNode(cycle: Cycle): NodeInfo | undefined {
  const name = cycle.pod.status.nominatedNodeName
  const node = name === undefined ? undefined : cycle.snapshot.nodes.find((one) => one.name === name)
  if (node === undefined) return undefined
  const { check, rejection } = planFilters(cycle)
  const fits = rejection === undefined && checkWithNominated(cycle, node, check) === undefined
  return fits ? node : undefined
}

function onlyFeasible(node: NodeInfo): Filtering {
  return { feasible: [node], refusals: new Map(), visited: 0 }
}
