/** Nodes and pods on paper, judged by the filters of the default profile. Nothing here touches the scheduler's caches. */
import type { Labels, Pod } from '../api/types/index.ts'
import type { MakeTrial, Trial } from '../client/trial.ts'
import { NodeInfo } from './framework/nodeInfo.ts'
import { podShape } from './framework/podInfo.ts'
import { planFilters } from './framework/runFilters.ts'
import { plainSnapshot } from './framework/snapshot.ts'

const noLabels: Labels = {}

export const makeTrial: MakeTrial = (nodes, namespaces) => {
  const infos = new Map(nodes.map(({ node, pods }) => [node.metadata.name, new NodeInfo(node, pods)]))
  const surroundings = { namespaceLabels: (name: string) => namespaces.get(name) ?? noLabels }

  /** The plan is for this moment: placing a pod may change what the next one is told. */
  const planFor = (pod: Pod) => {
    const snapshot = plainSnapshot([...infos.values()], surroundings)
    return planFilters({ pod, shape: podShape(pod.spec), snapshot })
  }

  const refusalBy = ({ check, rejection, restrictions }: ReturnType<typeof planFor>, name: string) => {
    const info = infos.get(name)
    if (info === undefined) return ['node not found']
    if (rejection !== undefined) return rejection.status.reasons
    for (const [plugin, allowed] of restrictions)
      if (!allowed.has(name)) return [`node(s) didn't satisfy plugin(s) [${plugin}]`]
    return check(info)?.status.reasons
  }

  const trial: Trial = {
    addNode: (node, pods) => void infos.set(node.metadata.name, new NodeInfo(node, pods)),
    removeNode: (name) => void infos.delete(name),
    firstFit(pod, names) {
      if (names.length === 0) return undefined
      const plan = planFor(pod)
      return names.find((name) => refusalBy(plan, name) === undefined)
    },
    refusal: (pod, name) => refusalBy(planFor(pod), name),
    place: (pod, name) => infos.get(name)?.addPod({ ...pod, spec: { ...pod.spec, nodeName: name } }),
    take: ({ metadata }, name) => infos.get(name)?.removePod(metadata.uid),
  }
  return trial
}
