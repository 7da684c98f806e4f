/** A Deployment of thousands of pods is deleted: it goes at once, its set next, its pods at the collector's own pace. */
import { expect, it } from 'vitest'
import { Deployments } from '../../src/sim/api/kinds/deployment/index.ts'
import { ReplicaSets } from '../../src/sim/api/kinds/replicaSet/index.ts'
import { BigCluster } from './bigCluster.ts'

const replicas = 3000

it.each([
  ['2,000 calls a second', 'sim limit controller-manager --qps 2000 --burst 2000', 0.5, 1.5],
  ['the 20 calls a second that it comes with', 'sim limit controller-manager --qps 20 --burst 30', 145, 155],
])('with %s', (_, limit, soonest, latest) => {
  const cluster = new BigCluster(100)
  cluster.deploy('web', replicas)
  const { server } = cluster.world.engine
  cluster.type(limit)
  cluster.wait('5s')
  const at = cluster.now
  let askedBy = 0
  const going = () => cluster.podsOf('web').filter((pod) => pod.metadata.deletionTimestamp !== undefined)
  cluster.type('kubectl delete deployment web')
  expect(server.stored(Deployments, 'default', 'web')).toBeUndefined()
  const visits = cluster.visitsAWrite(() =>
    cluster.until(
      () => cluster.podsOf('web').length === 0,
      () => {
        if (askedBy === 0 && going().length === cluster.podsOf('web').length) askedBy = cluster.now - at
      },
    ),
  )
  expect(server.list(ReplicaSets)).toHaveLength(0)
  expect(askedBy).toBeGreaterThan(soonest)
  expect(askedBy).toBeLessThan(latest)
  expect(visits).toBeLessThan(12)
})
