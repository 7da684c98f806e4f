/** Decisions of a real 1.36 control plane, taken again: which nodes were feasible, every plugin's score, the node chosen. */
import { describe, expect, it } from 'vitest'
import type { LabelSelector, Labels, Node, Pod } from '../../../src/sim/api/types/index.ts'
import { NodeInfo } from '../../../src/sim/scheduler/framework/nodeInfo.ts'
import type { Cycle } from '../../../src/sim/scheduler/framework/plugin.ts'
import { podShape } from '../../../src/sim/scheduler/framework/podInfo.ts'
import { schedulePod } from '../../../src/sim/scheduler/framework/schedulePod.ts'
import { plainSnapshot } from '../../../src/sim/scheduler/framework/snapshot.ts'
import recordings from './recorded-decisions.json'

interface RecordedNode {
  readonly name: string
  readonly cpu: string
  readonly memory: string
  readonly zone: string
  readonly labels?: Labels
  readonly taints?: readonly object[]
}

interface RecordedDecision {
  readonly pod: string
  readonly labels?: Labels
  readonly requests?: Labels
  readonly nodeSelector?: Labels
  readonly affinity?: object
  readonly tolerations?: readonly object[]
  readonly chosen: string
  readonly feasible: readonly string[]
  readonly feasibleCount: number
  readonly weightedScores?: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly final?: Readonly<Record<string, number>>
}

interface Recording {
  readonly nodes: readonly RecordedNode[]
  readonly decisions: readonly RecordedDecision[]
}

describe.each(Object.entries(recordings as unknown as Record<string, Recording>))(
  'recorded decisions about %s',
  (kind, { nodes, decisions }) => {
    const infos = nodes.map((node) => new NodeInfo(nodeOf(node)))
    const siblings = kind === 'deploymentPods' ? { matchLabels: { app: 'web' } } : undefined

    it.each(decisions.map((decision) => [decision.pod, decision] as const))(
      '%s is scored and placed as recorded',
      (_, recorded) => {
        const pod = podOf(recorded)
        const cycle = cycleOf(pod, infos, siblings)
        const { chosen, filtering, scoring } = schedulePod(cycle, 0, { pod: 0, node: () => 0 })
        expect(chosen).toBe(recorded.chosen)
        expect(filtering.feasible).toHaveLength(recorded.feasibleCount)
        if (recorded.final !== undefined) {
          const names = filtering.feasible.map(({ name }) => name)
          const byNode = (scores: readonly number[]) =>
            Object.fromEntries(names.map((name, i) => [name, scores[i]]))
          const weighted = scoring?.byPlugin.map(({ plugin, scores }) => [plugin, byNode(scores)]) ?? []
          expect([...names].sort()).toEqual(recorded.feasible)
          expect(Object.fromEntries(weighted)).toEqual(recorded.weightedScores)
          expect(byNode(scoring?.totals ?? [])).toEqual(recorded.final)
        }
        infos.find(({ name }) => name === recorded.chosen)?.addPod(pod)
      },
    )
  },
)

function cycleOf(pod: Pod, nodes: readonly NodeInfo[], siblings: LabelSelector | undefined): Cycle {
  const snapshot = plainSnapshot(nodes, { siblings: () => siblings })
  return { pod, shape: podShape(pod.spec), snapshot }
}

function podOf({ pod, labels, requests, nodeSelector, affinity, tolerations }: RecordedDecision): Pod {
  return {
    metadata: { name: pod, uid: pod, namespace: 'default', labels: labels ?? { app: pod } },
    spec: {
      containers: [{ name: 'app', image: 'app:v1', resources: { requests } }],
      ...(nodeSelector && { nodeSelector }),
      ...(affinity && { affinity }),
      ...(tolerations && { tolerations }),
    },
    status: {},
  } as unknown as Pod
}

function nodeOf({ name, cpu, memory, zone, labels, taints }: RecordedNode): Node {
  return {
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'topology.kubernetes.io/zone': zone,
        'topology.kubernetes.io/region': 'r1',
        ...labels,
      },
    },
    spec: { ...(taints && { taints }) },
    status: { allocatable: { cpu, memory, pods: '110' } },
  } as unknown as Node
}
