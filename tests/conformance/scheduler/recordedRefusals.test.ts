/** What a real 1.36 scheduler said of pods that fitted nowhere, and when it tried them again. */
import { describe, expect, it } from 'vitest'
import { Nodes } from '../../../src/sim/api/kinds/node/index.ts'
import type { Labels } from '../../../src/sim/api/types/index.ts'
import recording from './recorded-refusals.json'
import { TestCluster } from './testCluster.ts'

interface RecordedNode {
  readonly name: string
  readonly cpu: string
  readonly memory: string
  readonly labels?: Labels
  readonly taints?: readonly object[]
}

interface RecordedPod {
  readonly manifest: {
    readonly metadata: { readonly name: string; readonly labels: Labels }
    readonly spec: object
  }
  readonly first: string | null
}

const nodes = recording.nodes as unknown as readonly RecordedNode[]
const pods = recording.pods as unknown as readonly RecordedPod[]

/** The namespace of the recording is another. */
const normalized = (message: string) => message.replace('s19/', 'default/')

describe('pods that fit nowhere', () => {
  const cluster = new TestCluster()
  for (const { name, cpu, memory, labels, taints = [] } of nodes) {
    cluster.addNode(name, { cpu, memory }, labels, { taints })
  }
  cluster.run(1)

  const early = pods.filter(({ manifest }) => !['all-cordoned', 'no-nodes'].includes(manifest.metadata.name))
  it.each(early.map((pod) => [pod.manifest.metadata.name, pod] as const))(
    '%s is told why as recorded',
    (name, pod) => {
      cluster.addPod(name, pod.manifest.spec, pod.manifest.metadata.labels)
      cluster.run(4)
      expect(cluster.messages(name)).toEqual(pod.first === null ? [] : [normalized(pod.first)])
    },
  )

  it('are tried again when a node is cordoned, but for those that its taint cannot concern', () => {
    cluster.run(36)
    cordon(cluster, 'node-1', true)
    cluster.run(2)
    expect(retriedBetween(10.7, 10.86)).toEqual(latest(cluster, retriedBetween(10.7, 10.86)))
    expect(cluster.messages('spread-nolabel')).toHaveLength(1)
  })

  it('are tried again at once when a node changes its labels to fit, and only those', () => {
    cordon(cluster, 'node-3', true)
    cluster.run(6)
    cordon(cluster, 'node-3', false)
    cluster.run(40)
    const before = cluster.messages('hostport2').length
    cluster.patch(Nodes, '', 'node-3', (node) => ({
      ...node,
      metadata: { ...node.metadata, labels: { ...node.metadata.labels, disk: 'nvme' } },
    }))
    cluster.run(2)
    expect(cluster.nodeOf('selector')).toBe('node-3')
    expect(cluster.nodeOf('affinity-required')).toBe('node-3')
    expect(cluster.messages('hostport2')).toHaveLength(before)
  })

  it('get the text for a cluster without nodes', () => {
    const empty = new TestCluster()
    empty.addPod('no-nodes', {})
    empty.run(2)
    expect(empty.messages('no-nodes')).toEqual(['no nodes available to schedule pods'])
  })

  function retriedBetween(from: number, to: number): Readonly<Record<string, string>> {
    const entries = recording.later.filter(({ t }) => t > from && t < to)
    return Object.fromEntries(entries.map(({ pod, message }) => [pod, message]))
  }
})

function latest(
  cluster: TestCluster,
  of: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(of).map((name) => [name, cluster.messages(name).at(-1) ?? '']))
}

function cordon(cluster: TestCluster, name: string, unschedulable: boolean): void {
  cluster.patch(Nodes, '', name, (node) => ({ ...node, spec: { ...node.spec, unschedulable } }))
}
