/**
 * The scheduler's recorded decisions, taken again one after the other: which nodes were feasible, every plugin's
 * score, and the node chosen, which is one of those with the highest total. And in the replay each pod goes where it
 * went, until the first draw.
 */
import type { LabelSelector, Node, Pod } from '../../../../sim/api/types/index.ts'
import { NodeInfo } from '../../../../sim/scheduler/framework/nodeInfo.ts'
import { podShape } from '../../../../sim/scheduler/framework/podInfo.ts'
import { type Decision as Made, schedulePod } from '../../../../sim/scheduler/framework/schedulePod.ts'
import { plainSnapshot } from '../../../../sim/scheduler/framework/snapshot.ts'
import { type Aspect, type Fact, same } from '../fact.ts'
import { nodeObject } from '../nodes.ts'
import type { Decision, Fields, Recording } from '../recording.ts'
import { byObject } from '../sightings.ts'

const decisions: Aspect = (_recorded, replayed, recording) => {
  const nodes = recording.nodes.map((node) => new NodeInfo(nodeObject(node, 0) as Node))
  const went = byObject(replayed.timeline, 'Pod')
  const facts: Fact[] = []
  let isLuck = false
  for (const decision of recording.decisions ?? []) {
    const { pod, siblings } = podOf(decision, recording)
    if (pod.spec.schedulingGates !== undefined) continue
    const made = decide(pod, nodes, siblings)
    facts.push(...factsAbout(decision, made))
    if (decision.chosen === null) continue
    isLuck ||= bestNodes(decision).length > 1
    const place = went.get(decision.pod)?.find(({ fields }) => fields.node)?.fields.node
    if (!isLuck) facts.push(same(`${decision.pod} goes to its node`, decision.chosen, place))
    nodes.find(({ name }) => name === decision.chosen)?.addPod(pod)
  }
  return facts
}
export default decisions

function decide(pod: Pod, nodes: readonly NodeInfo[], siblings: LabelSelector | undefined): Made {
  const snapshot = { ...plainSnapshot(nodes), siblings: () => siblings }
  return schedulePod({ pod, shape: podShape(pod.spec), snapshot }, 0, { pod: 0, node: () => 0 })
}

function factsAbout(recorded: Decision, { filtering, scoring }: Made): readonly Fact[] {
  const feasible = filtering.feasible.map(({ name }) => name)
  const byNode = (scores: readonly number[]) =>
    Object.fromEntries(feasible.map((name, i) => [name, scores[i]]))
  const facts = [
    same(`nodes for ${recorded.pod}`, recorded.feasibleCount ?? recorded.feasible.length, feasible.length),
  ]
  if (recorded.final === undefined || Object.keys(recorded.final).length === 0) return facts
  const weighted = Object.fromEntries(
    scoring?.byPlugin.map(({ plugin, scores }) => [plugin, byNode(scores)]) ?? [],
  )
  return [
    ...facts,
    same(`scores for ${recorded.pod}`, telling(recorded.weightedScores ?? {}), telling(weighted)),
    same(`totals for ${recorded.pod}`, recorded.final, byNode(scoring?.totals ?? [])),
    same(`${recorded.pod} on a best node`, true, bestNodes(recorded).includes(recorded.chosen ?? '')),
  ]
}

/** Plugins that gave no node any points had nothing to say, or are not modelled (DynamicResources). */
function telling(scores: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>) {
  const entries = Object.entries(scores)
  return Object.fromEntries(
    entries.filter(([, byNode]) => Object.values(byNode).some((score) => score !== 0)),
  )
}

function bestNodes({ final = {} }: Decision): readonly string[] {
  const best = Math.max(...Object.values(final))
  return Object.keys(final).filter((name) => final[name] === best)
}

/** A pod that was applied, or one of a ReplicaSet's, which spreads over its siblings. */
function podOf(
  { pod: name }: Decision,
  { actions, namespace }: Recording,
): { pod: Pod; siblings?: LabelSelector } {
  const applied = actions.find(({ manifest }) => manifest?.kind === 'Pod' && manifest.metadata.name === name)
  if (applied !== undefined) return { pod: object(applied.manifest as Fields, name, namespace) }
  const owner = actions.find(
    ({ manifest }) => manifest && name.startsWith(`${manifest.metadata.name}-`),
  )?.manifest
  if (owner === undefined) throw new Error(`nothing in the recording makes the pod ${name}`)
  return { pod: object(owner.spec.template, name, namespace), siblings: owner.spec.selector }
}

function object({ metadata, spec }: Fields, name: string, namespace: string): Pod {
  return { metadata: { ...metadata, name, uid: name, namespace }, spec, status: {} } as unknown as Pod
}
