/** A rollout of thousands of pods keeps within its bounds in every single tick. By hand with 10,000: SCALE=10000. */
import { expect, it } from 'vitest'
import { isPodReady } from '../../src/sim/api/podReadiness.ts'
import type { Pod } from '../../src/sim/api/types/index.ts'
import { BigCluster } from './bigCluster.ts'

const replicas = Number(process.env.SCALE ?? 2000)
const quarter = replicas / 4

interface Bounds {
  mostActive: number
  leastReady: number
  mostUnready: number
}

it('never has more than 125 % of its pods, nor fewer than 75 % of them ready', () => {
  const cluster = new BigCluster(Math.ceil(replicas / 40))
  cluster.deploy('web', replicas)
  const bounds: Bounds = { mostActive: 0, leastReady: replicas, mostUnready: 0 }
  const visits = cluster.visitsAWrite(() => {
    cluster.type('kubectl set image deployment/web web=web:2')
    cluster.typeWatched('kubectl rollout status deployment/web', () => look(cluster, bounds))
  })
  expect(bounds.mostActive).toBe(replicas + quarter)
  expect(bounds.leastReady).toBe(replicas - quarter)
  expect(cluster.podsOf('web').filter((pod) => isActive(pod) && image(pod) === 'web:2')).toHaveLength(
    replicas,
  )
  expect(visits).toBeLessThan(8)
})

it('keeps to them when it is turned round half-way, and when its new pods never become ready', () => {
  const cluster = new BigCluster(Math.ceil(replicas / 40))
  cluster.deploy('web', replicas)
  const bounds: Bounds = { mostActive: 0, leastReady: replicas, mostUnready: 0 }
  const watch = () => look(cluster, bounds)
  cluster.type('sim image break web:3')
  cluster.type('kubectl set image deployment/web web=web:3')
  cluster.pass(60, watch)
  expect(bounds.leastReady).toBe(replicas - quarter)
  cluster.type('kubectl rollout undo deployment/web')
  cluster.typeWatched('kubectl rollout status deployment/web', watch)
  expect(bounds.mostActive).toBeLessThanOrEqual(replicas + quarter)
  expect(bounds.leastReady).toBe(replicas - quarter)
  expect(cluster.podsOf('web').filter((pod) => isActive(pod) && isPodReady(pod))).toHaveLength(replicas)
})

function look(cluster: BigCluster, bounds: Bounds): void {
  let active = 0
  let ready = 0
  for (const pod of cluster.podsOf('web')) {
    if (!isActive(pod)) continue
    active++
    if (isPodReady(pod)) ready++
  }
  bounds.mostActive = Math.max(bounds.mostActive, active)
  bounds.leastReady = Math.min(bounds.leastReady, ready)
  bounds.mostUnready = Math.max(bounds.mostUnready, active - ready)
}

const isActive = (pod: Pod) => pod.metadata.deletionTimestamp === undefined
const image = (pod: Pod) => pod.spec.containers[0]?.image
