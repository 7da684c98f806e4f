/** Pods that were asked for something once: how long the network knows them. */
import { expect, it } from 'vitest'
import { Sitting } from '../../lab/sitting.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import type { Pod } from '../api/types/index.ts'
import { type TrafficReport, trafficOf } from '../world/traffic.ts'

function run(sitting: Sitting, line: string): void {
  const execution = sitting.execute(line)
  while (execution.exit === undefined) sitting.advance()
  if (execution.exit !== 0) throw new Error(`${line}: ${execution.stderr}`)
}

const replicas = 40

function askedForAWhile(): Sitting {
  const sitting = new Sitting()
  run(sitting, 'sim cluster --nodes 3')
  run(sitting, `kubectl create deployment web --image=web:1 --port=8080 --replicas=${replicas}`)
  run(sitting, 'kubectl expose deployment web --port=80 --target-port=8080')
  run(sitting, 'kubectl rollout status deployment/web')
  run(sitting, `sim traffic svc/web --rps ${4 * replicas}`)
  run(sitting, 'sim wait 10s')
  return sitting
}

function replaceAll(sitting: Sitting): void {
  run(sitting, 'kubectl delete pods -l app=web --wait=false')
  run(sitting, 'sim wait 60s')
}

it('forgets pods that are gone, on whom nobody calls any more', () => {
  const sitting = askedForAWhile()
  const { book } = sitting.world.components.network
  const known: number[] = []
  for (let round = 0; round < 15; round++) {
    replaceAll(sitting)
    known.push(book.known)
  }
  expect(Math.max(...known)).toBeGreaterThan(256)
  expect(Math.max(...known)).toBeLessThanOrEqual(256 + 4 * replicas)
  expect(book.pods.size).toBeLessThanOrEqual(2 * replicas)
})

it('goes on knowing the revision of a pod that is gone as long as requests are sent to it', () => {
  const sitting = askedForAWhile()
  const { book } = sitting.world.components.network
  for (let round = 0; round < 7; round++) replaceAll(sitting)
  const before = book.known
  const { registry } = sitting.world.engine.state
  const called = [...book.pods.keys()].filter((pod) => registry.value(pod) !== undefined)
  run(sitting, 'sim control-plane stop endpointslice-controller')
  run(sitting, 'kubectl scale deployment web --replicas=0')
  run(sitting, 'sim wait 3m')
  expect(called.length).toBeGreaterThan(0)
  expect(called.filter((pod) => registry.value(pod) !== undefined)).toEqual([])
  expect(before).toBeGreaterThan(256)
  expect(book.known).toBeLessThan(before)
  expect(called.map((pod) => book.revisionOf(pod))).not.toContain(undefined)
})

it('counts what ends in the process of a pod that is gone and forgotten, too', () => {
  const sitting = askedForAWhile()
  for (let round = 0; round < 7; round++) replaceAll(sitting)
  const { engine, components } = sitting.world
  for (const line of [
    'sim app slow --cpu-per-request 20s',
    'kubectl create deployment slow --image=slow:1 --port=80',
    'kubectl expose deployment slow --port=80',
    'kubectl rollout status deployment/slow',
    'sim traffic svc/slow --rps 4 --timeout 300s',
    'sim wait 20s',
  ])
    run(sitting, line)
  const pod = engine.server.list(Pods).find(({ metadata }) => metadata.name.startsWith('slow')) as Pod
  const slot = engine.server.slot(Pods, 'default', pod.metadata.name)
  const { book } = components.network
  for (const line of [
    'sim control-plane stop endpointslice-controller',
    `sim node fail ${pod.spec.nodeName} --mode kubelet`,
    'kubectl delete pod -l app=slow --force --grace-period=0 --wait=false',
    'sim wait 20s',
    'sim control-plane start endpointslice-controller',
    'kubectl scale deployment web --replicas=0',
  ])
    run(sitting, line)
  expect(book.revisionOf(slot)).toBeDefined()
  const process = components.network.processOf(slot)
  run(sitting, 'sim wait 120s')
  expect(book.revisionOf(slot)).toBeUndefined()
  const before = process?.inFlight ?? 0
  expect(before).toBeGreaterThan(0)
  run(sitting, 'sim wait 310s')
  const { revisions } = trafficOf(sitting.world, 'svc/default/slow') as TrafficReport
  const unknown = revisions.find(({ revision }) => revision === '')
  expect((unknown?.served ?? 0) + (unknown?.failed ?? 0)).toBeGreaterThanOrEqual(before)
})
