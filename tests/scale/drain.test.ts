/** Draining nodes whose pods have a budget: nobody asks for more than it grants, and whoever is refused asks again. */
import { expect, it } from 'vitest'
import { Pods } from '../../src/sim/api/kinds/pod/index.ts'
import { PodDisruptionBudgets } from '../../src/sim/api/kinds/podDisruptionBudget/index.ts'
import { isPodReady } from '../../src/sim/api/podReadiness.ts'
import { BigCluster } from './bigCluster.ts'

const replicas = 2000
const mostAway = 10

it('takes at most ten of two thousand pods at a time, and all of the nodes’ in the end', () => {
  const cluster = new BigCluster(100)
  cluster.deploy('web', replicas)
  cluster.type(`kubectl create poddisruptionbudget web --selector=app=web --max-unavailable=${mostAway}`)
  cluster.wait('5s')
  const { server } = cluster.world.engine
  const nodes = ['node-1', 'node-2', 'node-3']
  const onNodes = () => nodes.reduce((sum, name) => sum + server.byIndex(Pods, 'node', name).length, 0)
  expect(onNodes()).toBeGreaterThan(3 * mostAway)
  let least = replicas
  const at = cluster.now
  const visits = cluster.visitsAWrite(() =>
    cluster.typeWatched(`kubectl drain ${nodes.join(' ')}`, () => {
      const staying = cluster.podsOf('web').filter((pod) => pod.metadata.deletionTimestamp === undefined)
      least = Math.min(least, staying.filter(isPodReady).length)
    }),
  )
  expect(least).toBe(replicas - mostAway)
  expect(onNodes()).toBe(0)
  // Twenty pods a node, ten at a time: each node is asked again after five seconds at least once.
  expect(cluster.now - at).toBeGreaterThan(15)
  cluster.wait('20s')
  expect(server.require(PodDisruptionBudgets, 'default', 'web').status.disruptionsAllowed).toBe(mostAway)
  expect(visits).toBeLessThan(8)
})
