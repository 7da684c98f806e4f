import { expect, test } from 'vitest'
import { Rig, tester } from '../../../../tests/support/rig.ts'
import { ConfigMaps } from '../../api/kinds/configMap/index.ts'
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { ServiceAccounts } from '../../api/kinds/serviceAccount/index.ts'
import type { Namespace, Pod } from '../../api/types/index.ts'
import garbageCollector from '../garbagecollector/index.ts'
import replicaSetController from '../replicaset/index.ts'
import rootCaCertPublisher from '../rootcacertpublisher/index.ts'
import serviceAccountController from '../serviceaccount/index.ts'
import namespaceController from './index.ts'

test('a namespace that is deleted loses its pods first, says what is left, and goes when nothing is', () => {
  const rig = rigWith()
  rig.createNamespace('team')
  rig.run(0.5)
  expect(rig.server.list(ServiceAccounts, 'team')).toHaveLength(1)
  expect(rig.server.list(ConfigMaps, 'team').map(({ metadata }) => metadata.name)).toEqual([
    'kube-root-ca.crt',
  ])
  rig.create(ReplicaSets, set)
  rig.run(1)
  for (const pod of rig.pods()) rig.makeReady(pod)
  rig.server.delete(tester, Namespaces, '', 'team')
  expect(rig.get<Namespace>(Namespaces, 'team').status.phase).toBe('Terminating')
  rig.run(5.2)
  expect(alive(rig)).toEqual([])
  expect(rig.server.list(ReplicaSets)).toHaveLength(1)
  const remaining = rig
    .get<Namespace>(Namespaces, 'team')
    .status.conditions?.find((one) => one.type === 'NamespaceContentRemaining')
  expect(remaining?.message).toBe('Some resources are remaining: pods. has 2 resource instances')
  rig.endDeletedPods()
  rig.run(6)
  expect(rig.server.list(ReplicaSets)).toEqual([])
  expect(rig.server.get(Namespaces, '', 'team')).toBeUndefined()
  expect(rig.events(rig.get(Namespaces, 'default'))).toEqual([])
})

test('a default service account that is deleted comes back', () => {
  const rig = rigWith()
  rig.run(0.5)
  rig.server.delete(tester, ServiceAccounts, 'default', 'default')
  rig.run(0.5)
  expect(rig.server.get(ServiceAccounts, 'default', 'default')).toBeDefined()
})

const set = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'web', namespace: 'team' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'app' }] },
    },
  },
}

function rigWith(): Rig {
  return new Rig([
    garbageCollector,
    namespaceController,
    replicaSetController,
    rootCaCertPublisher,
    serviceAccountController,
  ])
}

function alive(rig: Rig): readonly Pod[] {
  return rig.server.list(Pods, 'team').filter(({ metadata }) => metadata.deletionTimestamp === undefined)
}
