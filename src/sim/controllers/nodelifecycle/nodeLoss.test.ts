/** A lost node, as recordings of a real 1.36 control plane show it: when it is noticed, tainted, and left by its pods. */
import { expect, test } from 'vitest'
import { Rig, tester } from '../../../../tests/support/rig.ts'
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { podCondition } from '../../api/podReadiness.ts'
import { taintText } from '../../api/toleration.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import podGarbageCollector from '../podgc/index.ts'
import taintEvictionController from '../tainteviction/index.ts'
import nodeLifecycleController from './index.ts'

const seconds = (rig: Rig) => rig.tick / 10

test('a node that falls silent is Unknown some 51 s later, and its pods go when their tolerations end', () => {
  const rig = rigWith(3)
  const node = rig.get<Node>(Nodes, 'node-2')
  rig.run(10.4)
  silence(rig, 'node-2')
  runUntil(rig, () => ready(rig, 'node-2') === 'Unknown')
  expect(seconds(rig)).toBeCloseTo(61.7)
  rig.run(0.2)
  expect(podCondition(pod(rig, 'node-2'), 'Ready')?.status).toBe('False')
  expect(taints(rig, 'node-2')).toEqual([
    'node.kubernetes.io/unreachable:NoSchedule',
    'node.kubernetes.io/unreachable:NoExecute',
  ])
  expect(rig.events(node)).toContain('NodeNotReady: Node node-2 status is now: NodeNotReady')
  runUntil(rig, () => pod(rig, 'node-2').metadata.deletionTimestamp !== undefined)
  expect(seconds(rig)).toBeCloseTo(361.9)
  const condition = podCondition(pod(rig, 'node-2'), 'DisruptionTarget')
  expect(condition?.reason).toBe('DeletionByTaintManager')
  expect(rig.events(pod(rig, 'node-2'))).toContain(
    'TaintManagerEviction: Marking for deletion Pod default/pod-2',
  )
})

test('a node that comes back loses its taints, and its pods stay', () => {
  const rig = rigWith(3)
  silence(rig, 'node-2')
  rig.run(100)
  expect(taints(rig, 'node-2')).toHaveLength(2)
  revive(rig, 'node-2')
  rig.run(0.3)
  expect(taints(rig, 'node-2')).toEqual(['node.kubernetes.io/unreachable:NoExecute'])
  rig.run(5)
  expect(taints(rig, 'node-2')).toEqual([])
  rig.run(0.2)
  expect(rig.events(pod(rig, 'node-2'))).toContain(
    'TaintManagerEviction: Cancelling deletion of Pod default/pod-2',
  )
  rig.run(400)
  expect(pod(rig, 'node-2').metadata.deletionTimestamp).toBeUndefined()
})

test('of two lost nodes one is tainted, the other ten seconds later; when all are lost the taints go', () => {
  const rig = rigWith(3)
  rig.run(5.3)
  silence(rig, 'node-2')
  silence(rig, 'node-3')
  const tainted = (name: string) => taints(rig, name).includes('node.kubernetes.io/unreachable:NoExecute')
  runUntil(rig, () => tainted('node-2') || tainted('node-3'))
  const first = seconds(rig)
  runUntil(rig, () => tainted('node-2') && tainted('node-3'))
  expect(seconds(rig) - first).toBeCloseTo(10)
  silence(rig, 'node-1')
  runUntil(rig, () => ready(rig, 'node-1') === 'Unknown')
  rig.run(1)
  expect(['node-1', 'node-2', 'node-3'].some(tainted)).toBe(false)
  revive(rig, 'node-1')
  runUntil(rig, () => tainted('node-2') || tainted('node-3'))
  expect(taints(rig, 'node-1')).toEqual([])
})

test('cordoning a node is a taint', () => {
  const rig = rigWith(1)
  rig.server.patch(tester, Nodes, '', 'node-1', (draft) => {
    draft.spec.unschedulable = true
    return draft
  })
  rig.run(0.2)
  expect(taints(rig, 'node-1')).toEqual(['node.kubernetes.io/unschedulable:NoSchedule'])
})

test('a node that was deleted is said to be removed', () => {
  const rig = rigWith(3)
  const node = rig.get<Node>(Nodes, 'node-2')
  rig.run(10)
  rig.server.delete(tester, Nodes, '', 'node-2')
  rig.run(6)
  expect(rig.events(node)).toContain('RemovingNode: Node node-2 event: Removing Node node-2 from Controller')
})

test('pods of a node that was deleted are removed after their quarantine', () => {
  const rig = rigWith(2)
  rig.run(95.3)
  rig.server.delete(tester, Nodes, '', 'node-2')
  runUntil(rig, () => !rig.pods().some((one) => one.metadata.name === 'pod-2'))
  expect(seconds(rig)).toBeCloseTo(140)
})

test('while nodes are healthy no pass is made', () => {
  const rig = rigWith(3)
  rig.run(10)
  const written = rig.engine.state.registry.head
  rig.run(3600)
  expect(rig.engine.state.registry.head).toBe(written)
  expect(rig.engine.state.timers.next).toBe(Number.POSITIVE_INFINITY)
})

/** Nodes node-1 …, each with one ready pod. */
function rigWith(count: number): Rig {
  const rig = new Rig([nodeLifecycleController, taintEvictionController, podGarbageCollector])
  rig.createNamespace('kube-node-lease')
  for (let i = 1; i <= count; i++) {
    rig.create(Nodes, { apiVersion: 'v1', kind: 'Node', metadata: { name: `node-${i}` }, spec: {} })
    revive(rig, `node-${i}`)
    const one = rig.create<Pod>(Pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `pod-${i}` },
      spec: { containers: [{ name: 'app', image: 'app' }] },
    })
    rig.start(one, `node-${i}`)
    rig.makeReady(rig.get(Pods, `pod-${i}`))
  }
  return rig
}

function revive(rig: Rig, name: string): void {
  const node = rig.get<Node>(Nodes, name)
  rig.server.patchStatus(tester, Nodes, node, ({ status }) => ({
    ...status,
    conditions: ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'].map((type) => ({
      type,
      status: type === 'Ready' ? 'True' : 'False',
      reason: type === 'Ready' ? 'KubeletReady' : 'KubeletHasNoPressure',
    })),
  }))
  rig.server.heartbeats.start(tester, name)
}

function silence(rig: Rig, name: string): void {
  rig.server.heartbeats.stop(tester, name)
}

function runUntil(rig: Rig, holds: () => boolean): void {
  for (let left = 10_000; !holds(); left--) {
    if (left === 0) throw new Error('it never held')
    rig.run(0.1)
  }
}

function ready(rig: Rig, name: string): string | undefined {
  return rig.get<Node>(Nodes, name).status.conditions?.find((one) => one.type === 'Ready')?.status
}

function taints(rig: Rig, name: string): readonly string[] {
  return (rig.get<Node>(Nodes, name).spec.taints ?? []).map(taintText)
}

function pod(rig: Rig, node: string): Pod {
  return rig.get<Pod>(Pods, node.replace('node', 'pod'))
}
