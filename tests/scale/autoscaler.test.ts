/** An autoscaler over thousands of pods: every 15 s, at most twice as many, and nothing away before five minutes have passed. */
import { expect, it } from 'vitest'
import { Deployments } from '../../src/sim/api/kinds/deployment/index.ts'
import { isPodReady } from '../../src/sim/api/podReadiness.ts'
import { scalingDecisions } from '../../src/sim/world/autoscaling.ts'
import { BigCluster } from './bigCluster.ts'

it('doubles every fifteen seconds on the way up, and waits five minutes on the way down', () => {
  const cluster = new BigCluster(100)
  cluster.deploy('web', 500)
  cluster.type('sim metric queue 40000')
  cluster.type('kubectl apply -f -', autoscaler)
  const sizes: number[] = [500]
  const times: number[] = []
  const note = () => {
    const { replicas } = cluster.world.engine.server.require(Deployments, 'default', 'web').spec
    if (replicas === sizes.at(-1)) return
    sizes.push(replicas)
    times.push(cluster.now)
  }
  cluster.pass(120, note)
  expect(sizes).toEqual([500, 1000, 2000, 4000])
  for (const [i, time] of times.entries()) expect(Math.round((time - (times[0] as number)) / 15)).toBe(i)
  expect(cluster.podsOf('web').filter(isPodReady)).toHaveLength(4000)
  cluster.type('sim metric queue 10000')
  const at = cluster.now
  cluster.pass(400, note)
  expect(sizes.at(-1)).toBe(1000)
  expect((times.at(-1) as number) - at).toBeGreaterThan(285)
  expect((times.at(-1) as number) - at).toBeLessThan(320)
  const decided = scalingDecisions(cluster.world, 'default', 'web').map(({ tick }) => tick)
  const gaps = decided.slice(1).map((tick, i) => tick - (decided[i] as number))
  expect(gaps.every((gap) => gap >= 150 && gap <= 152)).toBe(true)
})

const autoscaler = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  minReplicas: 500
  maxReplicas: 5000
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  metrics:
  - type: External
    external: {metric: {name: queue}, target: {type: AverageValue, averageValue: "10"}}
`
