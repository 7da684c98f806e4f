/** What happens to dependents when their owner is deleted, as a recording of a real 1.36 control plane shows it. */
import { expect, test } from 'vitest'
import { Rig, tester } from '../../../../tests/support/rig.ts'
import { Deployments } from '../../api/kinds/deployment/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import type { Deployment } from '../../api/types/index.ts'
import type { DeleteOptions } from '../../apiserver/caller.ts'
import deploymentController from '../deployment/index.ts'
import replicaSetController from '../replicaset/index.ts'
import garbageCollector from './index.ts'

test('in the background the owner goes first and the rest follows', () => {
  const rig = rigWithWeb()
  remove(rig, 'Background')
  expect(rig.server.list(Deployments)).toEqual([])
  rig.run(1)
  expect(rig.server.list(ReplicaSets)).toEqual([])
  expect(rig.pods((pod) => pod.metadata.deletionTimestamp === undefined)).toEqual([])
  rig.endDeletedPods()
  expect(rig.pods()).toEqual([])
})

test('in the foreground the owner waits for its sets, and they for their pods', () => {
  const rig = rigWithWeb()
  remove(rig, 'Foreground')
  rig.run(1)
  expect(rig.get<Deployment>(Deployments, 'web').metadata.finalizers).toEqual(['foregroundDeletion'])
  expect(rig.server.list(ReplicaSets)[0]?.metadata.finalizers).toEqual(['foregroundDeletion'])
  expect(rig.pods((pod) => pod.metadata.deletionTimestamp === undefined)).toEqual([])
  rig.endDeletedPods()
  rig.run(1)
  expect(rig.server.list(ReplicaSets)).toEqual([])
  expect(rig.server.list(Deployments)).toEqual([])
})

test('an orphaned set stays, heals, and is adopted by a new Deployment of the same template', () => {
  const rig = rigWithWeb()
  remove(rig, 'Orphan')
  rig.run(1)
  expect(rig.server.list(Deployments)).toEqual([])
  const [set] = rig.server.list(ReplicaSets)
  expect(set?.metadata.ownerReferences).toBeUndefined()
  rig.server.delete(tester, Pods, 'default', rig.pods()[0]?.metadata.name as string)
  rig.run(1)
  expect(rig.pods((pod) => pod.metadata.deletionTimestamp === undefined)).toHaveLength(2)
  const again = rig.create<Deployment>(Deployments, web)
  rig.run(1)
  expect(rig.server.list(ReplicaSets).map(({ metadata }) => metadata.ownerReferences?.[0]?.uid)).toEqual([
    again.metadata.uid,
  ])
})

test('an object whose owner never existed is collected', () => {
  const rig = new Rig([garbageCollector])
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'ghost', uid: 'nobody', controller: true }
  rig.create(Pods, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'lost', ownerReferences: [owner] },
    spec: { containers: [{ name: 'app', image: 'app' }] },
  })
  rig.run(0.5)
  expect(rig.pods()).toEqual([])
})

const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'app' }] },
    },
  },
}

function rigWithWeb(): Rig {
  const rig = new Rig([garbageCollector, deploymentController, replicaSetController])
  rig.create(Deployments, web)
  rig.run(1)
  for (const pod of rig.pods()) rig.makeReady(pod)
  rig.run(1)
  return rig
}

function remove(rig: Rig, propagationPolicy: NonNullable<DeleteOptions['propagationPolicy']>): void {
  rig.server.delete(tester, Deployments, 'default', 'web', { propagationPolicy })
}
