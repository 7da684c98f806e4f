import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Rig, tester } from '../../../../tests/support/rig.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { ServiceAccounts } from '../../api/kinds/serviceAccount/index.ts'
import { isPodActive, isPodTerminating } from '../../api/podReadiness.ts'
import type { Pod, ReplicaSet } from '../../api/types/index.ts'
import { unixSeconds } from '../../core/clock.ts'
import replicaSetController from './index.ts'
import { replicaSetStatus } from './status.ts'

test('creating many pods keeps to the API budget: a burst of 30, then 20 a second', () => {
  const rig = rigWith(100)
  rig.run(0.1)
  expect(rig.pods()).toHaveLength(30)
  rig.run(1)
  expect(rig.pods()).toHaveLength(50)
  expect(rig.get<ReplicaSet>(ReplicaSets, 'web').status.replicas).toBe(0)
  rig.run(4)
  expect(rig.pods()).toHaveLength(100)
  expect(rig.get<ReplicaSet>(ReplicaSets, 'web').status.replicas).toBe(100)
})

test('a refused creation is tried once, reported, and tried again later', () => {
  const rig = new Rig([replicaSetController])
  rig.server.delete(tester, ServiceAccounts, 'default', 'default')
  const set = rig.create<ReplicaSet>(ReplicaSets, web(5))
  rig.run(0.1)
  expect(rig.events(set)).toHaveLength(1)
  expect(rig.events(set)[0]).toContain('FailedCreate: Error creating: pods "web-')
  expect(rig.get<ReplicaSet>(ReplicaSets, 'web').status.conditions?.[0]).toMatchObject({
    type: 'ReplicaFailure',
    status: 'True',
    reason: 'FailedCreate',
  })
  rig.create(ServiceAccounts, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: 'default' },
  })
  rig.run(30)
  expect(rig.pods()).toHaveLength(5)
  expect(rig.get<ReplicaSet>(ReplicaSets, 'web').status.conditions).toBeUndefined()
})

test('a pod whose label is changed is released and replaced; an orphan that matches is adopted', () => {
  const rig = rigWith(2)
  rig.run(1)
  const [pod] = rig.pods() as [Pod]
  relabel(rig, pod, 'other')
  rig.run(1)
  expect(rig.get<Pod>(Pods, pod.metadata.name).metadata.ownerReferences).toBeUndefined()
  expect(rig.pods()).toHaveLength(3)
  relabel(rig, pod, 'web')
  rig.run(1)
  expect(rig.pods(isPodActive)).toHaveLength(2)
})

test('a pod counts as available when it was ready for minReadySeconds, in whole seconds', () => {
  const rig = rigWith(1)
  rig.respec(ReplicaSets, 'web', { minReadySeconds: 10 })
  rig.run(1.5)
  rig.makeReady(rig.pods()[0] as Pod)
  rig.run(9.4)
  expect(rig.get<ReplicaSet>(ReplicaSets, 'web').status.availableReplicas).toBeUndefined()
  rig.run(0.3)
  expect(rig.get<ReplicaSet>(ReplicaSets, 'web').status.availableReplicas).toBe(1)
})

test('whatever happens to the pods, the status says what a count of them says', () => {
  const deeds = ['ready', 'start', 'delete', 'end', 'relabel', 'restore', 'grow', 'shrink', 'wait'] as const
  const steps = fc.array(fc.tuple(fc.constantFrom(...deeds), fc.nat(20)), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(steps, (sequence) => {
      const rig = rigWith(5)
      for (const [deed, n] of sequence) {
        act(rig, deed, n)
        rig.run(0.1)
      }
      rig.run(1)
      expect(rig.get<ReplicaSet>(ReplicaSets, 'web').status).toEqual(countedStatus(rig))
    }),
    { numRuns: 60 },
  )
})

function act(rig: Rig, deed: string, n: number): void {
  const pods = rig.pods()
  const pod = pods[n % Math.max(1, pods.length)]
  if (deed === 'grow') rig.respec(ReplicaSets, 'web', { replicas: 5 + (n % 5) })
  else if (deed === 'shrink') rig.respec(ReplicaSets, 'web', { replicas: n % 4 })
  else if (deed === 'end') rig.endDeletedPods()
  else if (pod === undefined) return
  else if (deed === 'ready') rig.makeReady(pod)
  else if (deed === 'start') rig.start(pod)
  else if (deed === 'delete') rig.server.delete(tester, Pods, 'default', pod.metadata.name)
  else if (deed === 'relabel') relabel(rig, pod, 'other')
  else if (deed === 'restore') relabel(rig, pod, 'web')
}

function countedStatus(rig: Rig): unknown {
  const set = rig.get<ReplicaSet>(ReplicaSets, 'web')
  const own = rig.server.byIndex(Pods, 'controllerUid', set.metadata.uid)
  const active = own.filter(isPodActive)
  const terminating = own.filter((pod) => isPodTerminating(pod) && pod.metadata.labels?.app === 'web').length
  return replicaSetStatus(set, active, terminating, undefined, unixSeconds(rig.tick))
}

function relabel(rig: Rig, pod: Pod, app: string): void {
  rig.server.patch(tester, Pods, 'default', pod.metadata.name, (draft) => {
    draft.metadata.labels = { app }
    return draft
  })
}

function rigWith(replicas: number): Rig {
  const rig = new Rig([replicaSetController])
  rig.create(ReplicaSets, web(replicas))
  return rig
}

function web(replicas: number): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'app', image: 'app' }] },
      },
    },
  }
}
