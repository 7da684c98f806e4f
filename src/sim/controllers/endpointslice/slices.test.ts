import { expect, test } from 'vitest'
import { Rig, tester } from '../../../../tests/support/rig.ts'
import { EndpointSlices } from '../../api/kinds/endpointSlice/index.ts'
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { Services } from '../../api/kinds/service/index.ts'
import type { Pod } from '../../api/types/index.ts'
import endpointSliceController from './index.ts'

test('an endpoint is there from its address on, ready with its pod, and terminating before it goes', () => {
  const rig = rigWithService()
  rig.run(0.5)
  expect(states(rig)).toEqual([])
  expect(rig.server.list(EndpointSlices)).toHaveLength(1)
  createPod(rig, 'a')
  rig.start(rig.get<Pod>(Pods, 'a'))
  rig.run(0.5)
  expect(states(rig)).toEqual(['a'])
  rig.makeReady(rig.get<Pod>(Pods, 'a'))
  rig.run(0.5)
  expect(states(rig)).toEqual(['a ready serving'])
  rig.server.delete(tester, Pods, 'default', 'a')
  rig.run(0.5)
  expect(states(rig)).toEqual(['a serving terminating'])
  rig.endDeletedPods()
  rig.run(0.5)
  expect(states(rig)).toEqual([])
  const [slice] = rig.server.list(EndpointSlices)
  expect(slice?.metadata.labels).toEqual({
    'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
    'kubernetes.io/service-name': 'web',
  })
  expect(slice?.metadata.ownerReferences?.[0]).toMatchObject({
    kind: 'Service',
    name: 'web',
    controller: true,
  })
})

test('a slice holds a hundred endpoints at most', () => {
  const rig = rigWithService()
  for (let i = 0; i < 105; i++) {
    createPod(rig, `pod-${i}`)
    rig.start(rig.get<Pod>(Pods, `pod-${i}`))
  }
  rig.run(0.5)
  const sizes = rig.server.list(EndpointSlices).map((slice) => slice.endpoints.length)
  expect([...sizes].sort((a, b) => a - b)).toEqual([5, 100])
})

test('the ports of a slice are those of the pods, also where the service names them', () => {
  const rig = rigWithService([{ name: 'http', port: 80, targetPort: 'web' }])
  createPod(rig, 'a')
  rig.start(rig.get<Pod>(Pods, 'a'))
  rig.run(0.5)
  expect(rig.server.list(EndpointSlices)[0]?.ports).toEqual([{ name: 'http', port: 8080, protocol: 'TCP' }])
})

test('a pod that no service selects writes nothing', () => {
  const rig = rigWithService()
  createPod(rig, 'other', { app: 'other' })
  rig.run(0.5)
  rig.start(rig.get<Pod>(Pods, 'other'))
  const written = rig.history(EndpointSlices).length
  rig.run(0.5)
  expect(rig.history(EndpointSlices)).toHaveLength(written)
})

function rigWithService(ports: object[] = [{ port: 80, targetPort: 8080 }]): Rig {
  const rig = new Rig([endpointSliceController])
  rig.create(Nodes, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' }, spec: {} })
  rig.create(Services, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'default' },
    spec: { selector: { app: 'web' }, ports },
  })
  return rig
}

function createPod(rig: Rig, name: string, labels: object = { app: 'web' }): void {
  rig.create(Pods, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', labels },
    spec: { containers: [{ name: 'app', image: 'app', ports: [{ name: 'web', containerPort: 8080 }] }] },
  })
}

/** "a ready serving": the endpoints with the conditions that hold. */
function states(rig: Rig): readonly string[] {
  return rig.server.list(EndpointSlices).flatMap((slice) =>
    slice.endpoints.map(({ targetRef, conditions }) => {
      const holding = Object.entries(conditions).flatMap(([name, holds]) => (holds ? [name] : []))
      return [targetRef?.name, ...holding].join(' ')
    }),
  )
}
