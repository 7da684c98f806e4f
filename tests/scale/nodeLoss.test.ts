/**
 * Nodes that are lost in a cluster of a thousand: the times of three nodes, and the care that is taken of a zone
 * (node_lifecycle_controller.go, Kubernetes v1.36: --node-eviction-rate 0.1, --secondary-node-eviction-rate 0.01,
 * --unhealthy-zone-threshold 0.55, --large-cluster-size-threshold 50).
 */
import { expect, it } from 'vitest'
import { Nodes } from '../../src/sim/api/kinds/node/index.ts'
import { Pods } from '../../src/sim/api/kinds/pod/index.ts'
import { isPodReady } from '../../src/sim/api/podReadiness.ts'
import type { Node } from '../../src/sim/api/types/index.ts'
import { BigCluster } from './bigCluster.ts'

it('in all zones at once: silent for some 50 s, suffered for 300 s, and only their own pods move', () => {
  const cluster = new BigCluster(1000)
  cluster.deploy('web', 2000)
  const lost = onNodes(cluster, ['node-1', 'node-2', 'node-3'])
  expect(lost).toBeGreaterThan(3)
  const born = cluster.world.engine.state.registry.slotCount
  const at = cluster.now
  cluster.type('sim node fail node-1 node-2 node-3')
  const told = new Map<string, number>()
  const visits = cluster.visitsAWrite(() => {
    cluster.pass(400, () => {
      for (const name of ['node-1', 'node-2', 'node-3'])
        if (ready(node(cluster, name)) === 'Unknown' && !told.has(name)) told.set(name, cluster.now - at)
      if (newPods(cluster, born) > 0 && !told.has('first')) told.set('first', cluster.now - at)
      if (newPods(cluster, born) === lost && !told.has('last')) told.set('last', cluster.now - at)
    })
  })
  for (const name of ['node-1', 'node-2', 'node-3']) expect(told.get(name)).toSatisfy(between(40, 56))
  expect(told.get('first')).toSatisfy(between(340, 358))
  expect((told.get('last') as number) - (told.get('first') as number)).toBeLessThan(2)
  expect(cluster.podsOf('web').filter(isPodReady)).toHaveLength(2000)
  expect(visits).toBeLessThan(8)
})

it('a zone that is all dark is given up one node in ten seconds', () => {
  const cluster = new BigCluster(300)
  const times = taintTimes(cluster, 'sim zone fail zone-a', 160)
  const [first = 0] = times
  expect(first).toSatisfy(between(40, 57))
  expect(times.map((time) => Math.round(time - first))).toEqual(times.map((_, i) => 10 * i))
  expect(times.length).toBeGreaterThan(9)
})

it('a large zone of which more than 55 % are dark is given up ten times as slowly', () => {
  const cluster = new BigCluster(300)
  const times = taintTimes(cluster, fail(cluster, 'zone-a', 60), 500)
  // The first is tainted at the usual rate: the zone's state is judged at the end of the pass that finds it silent.
  const [, second = 0, third = 0] = times
  expect(third - second).toBeCloseTo(100)
  expect(times.length).toBeLessThan(7)
})

it('a large zone of which half are dark is given up at the usual rate', () => {
  const cluster = new BigCluster(300)
  const times = taintTimes(cluster, fail(cluster, 'zone-a', 50), 160)
  expect(times.length).toBeGreaterThan(9)
})

it('a small zone of which more than 55 % are dark is left alone', () => {
  const cluster = new BigCluster(90)
  const times = taintTimes(cluster, fail(cluster, 'zone-a', 18), 400)
  expect(times.length).toBeLessThanOrEqual(1)
})

it('when all zones are dark nobody is given up, and who comes back first gives the others a new grace period', () => {
  const cluster = new BigCluster(300)
  cluster.type('sim zone fail zone-a')
  cluster.type('sim zone fail zone-b')
  cluster.pass(70)
  expect(tainted(cluster)).toBeGreaterThan(1)
  cluster.type('sim zone fail zone-c')
  cluster.pass(400)
  expect(tainted(cluster)).toBe(0)
  cluster.type('sim node recover node-1')
  cluster.pass(45)
  expect(tainted(cluster)).toBeLessThanOrEqual(12)
  expect(ready(node(cluster, 'node-1'))).toBe('True')
})

function fail(cluster: BigCluster, zone: string, count: number): string {
  const names = cluster.world.engine.server.list(Nodes).flatMap(({ metadata }) => {
    return metadata.labels?.['topology.kubernetes.io/zone'] === zone ? metadata.name : []
  })
  return `sim node fail ${names.slice(0, count).join(' ')}`
}

/** Seconds from the line to each NoExecute taint, for so long. */
function taintTimes(cluster: BigCluster, line: string, seconds: number): readonly number[] {
  const at = cluster.now
  cluster.type(line)
  const times: number[] = []
  cluster.pass(seconds, () => {
    for (let more = tainted(cluster) - times.length; more > 0; more--) times.push(cluster.now - at)
  })
  return times.map((time) => Math.round(time * 10) / 10)
}

function tainted(cluster: BigCluster): number {
  const isGivenUp = ({ spec }: Node) => spec.taints?.some(({ effect }) => effect === 'NoExecute')
  return cluster.world.engine.server.storedList(Nodes).filter(isGivenUp).length
}

function node(cluster: BigCluster, name: string): Node {
  return cluster.world.engine.server.require(Nodes, '', name)
}

function ready({ status }: Node): string | undefined {
  return status.conditions?.find(({ type }) => type === 'Ready')?.status
}

function onNodes(cluster: BigCluster, names: readonly string[]): number {
  const { server } = cluster.world.engine
  return names.reduce((sum, name) => sum + server.byIndex(Pods, 'node', name).length, 0)
}

/** Pods in slots that were not used yet. */
function newPods(cluster: BigCluster, born: number): number {
  const { registry } = cluster.world.engine.state
  let count = 0
  for (let slot = born + 1; slot <= registry.slotCount; slot++)
    if ((registry.value(slot) as { kind?: string } | undefined)?.kind === 'Pod') count++
  return count
}

const between = (low: number, high: number) => (value: number | undefined) =>
  value !== undefined && value >= low && value <= high
