import { expect, it } from 'vitest'
import type { DeploymentCard, Frame, NodeCard, ServiceCard } from '../lab/frame/format.ts'
import { headWords, packed, unpacked } from './wire.ts'

const none = { changed: [], gone: [] }
const quiet: Frame = {
  whole: false,
  tick: 71,
  revision: 12,
  pods: new Int32Array(),
  podNames: [],
  births: new Int32Array(),
  requests: new Int32Array(),
  nodes: none,
  deployments: none,
  replicaSets: none,
  services: none,
  sums: new Int32Array(),
  loopRows: new Int32Array(),
  gapCount: 3,
  apiServer: true,
  overdue: 40_000,
  left: 600,
  writes: new Int32Array(),
  writeCount: 5,
  samples: new Int32Array(),
}

const node: NodeCard = {
  slot: 7,
  name: 'node-1',
  zone: '',
  ready: 'Unknown',
  cordoned: true,
  taints: ['a=b:NoSchedule', 'node-1:NoExecute'],
  machine: 'cut-off',
  cpu: 64_000,
  memory: 3 * 2 ** 38 + 2 ** 31 + 5,
  podLimit: 110,
}
const deployment: DeploymentCard = {
  slot: 9,
  namespace: 'default',
  name: 'web',
  desired: 2 ** 31 - 1,
  ready: 0,
  container: 'web',
  image: 'web:v1',
  revision: 3,
  paused: false,
  isRolling: true,
}
const service: ServiceCard = {
  slot: 12,
  namespace: 'default',
  name: 'web',
  type: 'ClusterIP',
  ports: '80/TCP',
  endpoints: 2,
  pods: [21, 22],
}

it('brings a frame as it was told', () => {
  const frame: Frame = {
    ...quiet,
    whole: true,
    apiServer: false,
    pods: Int32Array.of(1, 3, 0, 0),
    podNames: [[1, 'default', 'web-1']],
    births: Int32Array.of(1, 10),
    requests: Int32Array.of(9, 250),
    sums: Int32Array.of(4, 5, 6),
    loopRows: Int32Array.of(0, 7, 8),
    writes: Int32Array.of(1, 2, 3, 4, 5, 6, 7),
    samples: Int32Array.of(71, 5, 4),
    nodes: { changed: [node, { ...node, slot: 8, name: 'node-2', lastHeard: 0, taints: [] }], gone: [] },
    deployments: { changed: [deployment], gone: [4, 2 ** 31 - 1] },
    replicaSets: { changed: [], gone: [7] },
    services: { changed: [service, { ...service, slot: 13, ports: '', pods: [] }], gone: [] },
    actors: ['you'],
  }
  const wire = packed(frame)
  expect(unpacked(structuredClone(wire, { transfer: [wire.words.buffer] }))).toEqual(frame)
})

it('is its head alone, and no object, when only time has passed', () => {
  const wire = packed(quiet)
  expect(wire).toEqual({ words: expect.any(Int32Array) })
  expect(wire.words).toHaveLength(headWords)
  expect(unpacked(wire)).toEqual(quiet)
})
