/** Steps of real rollouts, recorded from a 1.36 control plane with pods that become ready one at a time. */
import { expect, test } from 'vitest'
import { Rig } from '../../../../tests/support/rig.ts'
import { Deployments } from '../../api/kinds/deployment/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { isPodReady } from '../../api/podReadiness.ts'
import type { Deployment, Pod } from '../../api/types/index.ts'
import replicaSetController from '../replicaset/index.ts'
import deploymentController from './index.ts'

test('10 replicas with 25 % and 25 % roll in the recorded steps', () => {
  const rig = rigWith({ replicas: 10 })
  expect(rollOut(rig)).toEqual(
    '10 10+3 8+3 8+5 7+5 7+6 6+6 6+7 5+7 5+8 4+8 4+9 3+9 3+10 2+10 1+10 0+10'.split(' '),
  )
})

test('4 replicas with surge 1 and none unavailable roll in the recorded steps', () => {
  const rig = rigWith({ replicas: 4, strategy: rolling(1, 0) })
  expect(rollOut(rig)).toEqual('4 4+1 3+1 3+2 2+2 2+3 1+3 1+4 0+4'.split(' '))
})

test('4 replicas with no surge and 1 unavailable roll in the recorded steps', () => {
  const rig = rigWith({ replicas: 4, strategy: rolling(0, 1) })
  expect(rollOut(rig)).toEqual('4 4+0 3+0 3+1 2+1 2+2 1+2 1+3 0+3 0+4'.split(' '))
})

test('4 replicas with surge 100 % roll in the recorded steps', () => {
  const rig = rigWith({ replicas: 4, strategy: rolling('100%', 0) })
  expect(rollOut(rig)).toEqual('4 4+4 3+4 2+4 1+4 0+4'.split(' '))
})

test('scaling 10 to 20 in the middle of a rollout shares the growth by size', () => {
  const rig = rigWith({ replicas: 10 })
  rig.respec(Deployments, 'web', { template: template('app:v2') })
  rig.run(2)
  expect(sizes(rig)).toBe('8+5')
  rig.respec(Deployments, 'web', { replicas: 20 })
  rig.run(2)
  expect(sizes(rig)).toBe('15+10')
})

test('a recreated Deployment starts its new pods when every old one is gone', () => {
  const rig = rigWith({ replicas: 4, strategy: { type: 'Recreate' } })
  rig.respec(Deployments, 'web', { template: template('app:v2') })
  rig.run(2)
  expect(sizes(rig)).toBe('0')
  rig.endDeletedPods()
  rig.run(2)
  expect(sizes(rig)).toBe('0+4')
})

test('a paused Deployment rolls nothing out, and says that it is paused', () => {
  const rig = rigWith({ replicas: 4 })
  rig.respec(Deployments, 'web', { paused: true, template: template('app:v2') })
  rig.run(2)
  expect(sizes(rig)).toBe('4')
  expect(conditions(rig)).toContain('Progressing=Unknown/DeploymentPaused')
  rig.respec(Deployments, 'web', { paused: false })
  finish(rig)
  expect(sizes(rig)).toBe('0+4')
})

test('a rollout that stands still past its deadline says so, and goes on when it can', () => {
  const rig = rigWith({ replicas: 4, progressDeadlineSeconds: 30, strategy: rolling(1, 1) })
  rig.respec(Deployments, 'web', { template: template('app:broken') })
  rig.run(29)
  expect(conditions(rig)).toContain('Progressing=True/ReplicaSetUpdated')
  rig.run(5)
  expect(conditions(rig)).toContain('Progressing=False/ProgressDeadlineExceeded')
  expect(sizes(rig)).toBe('3+2')
  rig.respec(Deployments, 'web', { template: template('app:v1') })
  finish(rig)
  expect(sizes(rig)).toBe('4+0')
  expect(conditions(rig)).toEqual([
    'Available=True/MinimumReplicasAvailable',
    'Progressing=True/NewReplicaSetAvailable',
  ])
  const revisions = rig.server
    .list(ReplicaSets)
    .map((set) => set.metadata.annotations?.['deployment.kubernetes.io/revision'])
  expect([...revisions].sort()).toEqual(['2', '3'])
})

test('the events and conditions of a first rollout are the recorded ones', () => {
  const rig = new Rig([deploymentController, replicaSetController])
  const deployment = rig.create(Deployments, web({ replicas: 5 }))
  const seen: string[] = []
  const note = () => {
    const now = conditions(rig).join(' ')
    if (seen.at(-1) !== now) seen.push(now)
  }
  rig.run(1, note)
  expect(rig.events(deployment)).toEqual([
    `ScalingReplicaSet: Scaled up replica set ${rig.server.list(ReplicaSets)[0]?.metadata.name} from 0 to 5`,
  ])
  for (let i = 0; i < 5; i++) {
    rig.makeReady(rig.pods((pod) => !isPodReady(pod))[0] as Pod)
    rig.run(0.5, note)
  }
  expect(seen).toEqual([
    'Progressing=True/NewReplicaSetCreated',
    'Progressing=True/NewReplicaSetCreated Available=False/MinimumReplicasUnavailable',
    'Available=False/MinimumReplicasUnavailable Progressing=True/ReplicaSetUpdated',
    'Available=True/MinimumReplicasAvailable Progressing=True/ReplicaSetUpdated',
    'Available=True/MinimumReplicasAvailable Progressing=True/NewReplicaSetAvailable',
  ])
})

function rigWith(spec: object): Rig {
  const rig = new Rig([deploymentController, replicaSetController])
  rig.create(Deployments, web(spec))
  rig.run(2)
  for (const pod of rig.pods()) rig.makeReady(pod)
  rig.run(1)
  return rig
}

function web(spec: object): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default' },
    spec: { selector: { matchLabels: { app: 'web' } }, template: template('app:v1'), ...spec },
  }
}

function template(image: string): object {
  return { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image }] } }
}

function rolling(maxSurge: number | string, maxUnavailable: number): object {
  return { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } }
}

/** The sizes that the two sets have had since the new template was applied. */
function rollOut(rig: Rig): readonly string[] {
  rig.respec(Deployments, 'web', { template: template('app:v2') })
  finish(rig)
  const steps: string[] = []
  const names: string[] = []
  const present = new Map<string, number>()
  for (const set of rig.history(ReplicaSets)) {
    if (set === undefined) continue
    const { name } = set.metadata
    if (!names.includes(name)) names.push(name)
    present.set(name, set.spec.replicas)
    const step = names.map((one) => present.get(one)).join('+')
    if (steps.at(-1) !== step) steps.push(step)
  }
  return steps
}

/** Makes pods ready one at a time, half a second apart. */
function finish(rig: Rig): void {
  for (let turn = 0; turn < 40; turn++) {
    rig.run(0.5)
    rig.endDeletedPods()
    const next = rig.pods((pod) => !isPodReady(pod))[0]
    if (next !== undefined) rig.makeReady(next)
  }
}

/** "8+5": spec.replicas of the ReplicaSets, oldest first. */
function sizes(rig: Rig): string {
  const { uid } = rig.get<Deployment>(Deployments, 'web').metadata
  const sets = rig.server.byIndex(ReplicaSets, 'controllerUid', uid)
  return sets.map((set) => set.spec.replicas).join('+')
}

function conditions(rig: Rig): string[] {
  const { status } = rig.get<Deployment>(Deployments, 'web')
  return (status.conditions ?? []).map((one) => `${one.type}=${one.status}/${one.reason}`)
}
