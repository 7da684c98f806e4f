import { describe, expect, it } from 'vitest'
import type { LoadCard, NodeCard, PodCard } from '../../../state/index.ts'
import type { Workload } from '../desired/workloads.ts'
import { firstSetting } from '../traffic/control/loadLine.ts'
import { type Deed, deedsFor, imageLine, scaleLine } from './deed.ts'

const pod: PodCard = {
  slot: 9,
  namespace: 'default',
  name: 'web-1',
  look: 'ready',
  restarts: 0,
  revision: 1,
  node: 3,
  owner: 2,
}
const node: NodeCard = {
  slot: 3,
  name: 'node-1',
  zone: '',
  ready: 'True',
  cordoned: false,
  taints: [],
  machine: 'on',
  cpu: 4000,
  memory: 1,
  podLimit: 110,
}
const web: Workload = {
  slot: 2,
  kind: 'deployment',
  namespace: 'default',
  name: 'web',
  desired: 5,
  existing: 5,
  ready: 5,
  container: 'shop',
  image: 'shop:1.0',
  revision: 2,
  paused: false,
  isRolling: false,
}
const lines = (deeds: readonly Deed[]) => deeds.map(({ line }) => line)
const possible = (deeds: readonly Deed[]) => deeds.filter(({ obstacle }) => !obstacle).map(({ id }) => id)

describe('what a hand can do', () => {
  it('to a pod: deletes it without waiting, or crashes it', () => {
    expect(lines(deedsFor({ kind: 'pod', pod, node }))).toEqual([
      'kubectl delete pod web-1 --wait=false',
      'sim pod crash web-1',
    ])
  })

  it('names the namespace where it is not the default', () => {
    const deeds = deedsFor({ kind: 'pod', pod: { ...pod, namespace: 'shop' }, node })
    for (const line of lines(deeds)) expect(line).toMatch(/ -n shop$/)
    expect(scaleLine({ ...web, namespace: 'shop' }, 3)).toBe(
      'kubectl scale deployment/web --replicas=3 -n shop',
    )
    expect(imageLine({ ...web, namespace: 'shop' }, 'shop:2')).toBe(
      'kubectl set image deployment/web shop=shop:2 -n shop',
    )
  })

  it('cannot crash a pod that has no node, or whose machine is off', () => {
    expect(possible(deedsFor({ kind: 'pod', pod, node: undefined }))).toEqual(['delete'])
    expect(possible(deedsFor({ kind: 'pod', pod, node: { ...node, machine: 'off' } }))).toEqual(['delete'])
  })

  it('first of all pulls the plug of a machine that is on, and brings back one that is not', () => {
    expect(lines(deedsFor({ kind: 'node', node }))[0]).toBe('sim node fail node-1')
    const dead = deedsFor({ kind: 'node', node: { ...node, machine: 'cut-off', cordoned: true } })
    expect(lines(dead)).toContain('sim node recover node-1')
    expect(lines(dead)).toContain('kubectl uncordon node-1')
    expect(dead.some(({ id }) => id === 'power')).toBe(false)
  })

  it('offers no undo before a second revision, and neither undo nor restart of a paused rollout', () => {
    const of = (changes: Partial<Workload>) =>
      possible(deedsFor({ kind: 'workload', workload: { ...web, ...changes } }))
    expect(of({})).toEqual(['image', 'restart', 'pause', 'undo', 'delete'])
    expect(of({ revision: 1 })).not.toContain('undo')
    expect(of({ paused: true })).toEqual(['image', 'resume', 'delete'])
  })

  it('puts to sleep what is awake and wakes what sleeps', () => {
    expect(lines(deedsFor({ kind: 'loop', name: 'default-scheduler', asleep: false }))).toEqual([
      'sim control-plane stop default-scheduler',
    ])
    expect(lines(deedsFor({ kind: 'loop', name: 'default-scheduler', asleep: true }))).toEqual([
      'sim control-plane start default-scheduler',
    ])
    expect(lines(deedsFor({ kind: 'api-server', isUp: false }))).toEqual([
      'sim control-plane start api-server',
    ])
  })
})

describe('a Service', () => {
  const service = {
    slot: 8,
    namespace: 'shop',
    name: 'web',
    type: 'ClusterIP',
    ports: '80/TCP',
    endpoints: 2,
    pods: [],
  }
  const lines = (load?: LoadCard) => deedsFor({ kind: 'service', service, load }).map(({ line }) => line)

  it('can be sent requests, and a spike of them, until they are stopped', () => {
    expect(lines()).toEqual(['kubectl delete service web -n shop', 'sim traffic svc/web -n shop --rps 50'])
    const load = { target: 'svc/web -n shop', setting: firstSetting, stopped: false } as LoadCard
    expect(lines(load)).toEqual([
      'kubectl delete service web -n shop',
      'sim traffic svc/web -n shop --rps 50 --shape spike --over 20s',
      'sim traffic stop svc/web -n shop',
    ])
    expect(lines({ ...load, stopped: true }).at(-1)).toBe('sim traffic svc/web -n shop --rps 50')
  })
})
