/** The scheduler among an API server: queue, limits, restoring, explaining. */
import { describe, expect, it } from 'vitest'
import { TestCluster } from './testCluster.ts'

const request = (cpu: string) => ({
  containers: [{ name: 'app', image: 'app:v1', resources: { requests: { cpu } } }],
})

describe('the scheduler', () => {
  it('binds a pod, says so, and sets the condition', () => {
    const cluster = new TestCluster()
    cluster.addNode('node-1', { cpu: '2', memory: '4Gi' })
    cluster.addPod('web', {})
    cluster.run(2)
    expect(cluster.nodeOf('web')).toBe('node-1')
    expect(cluster.messages('web')).toEqual(['Successfully assigned default/web to node-1'])
    expect(cluster.pod('web').status.conditions).toContainEqual(
      expect.objectContaining({ type: 'PodScheduled', status: 'True' }),
    )
  })

  it('never gives a node more than it has, though it hears of its own bindings only later', () => {
    const cluster = new TestCluster()
    cluster.addNode('node-1', { cpu: '1', memory: '4Gi' })
    for (let n = 0; n < 5; n++) cluster.addPod(`p${n}`, request('400m'))
    cluster.deliver()
    cluster.scheduler.work()
    expect(['p0', 'p1', 'p2', 'p3', 'p4'].map((name) => cluster.nodeOf(name))).toEqual([
      'node-1',
      'node-1',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('takes important pods first, then those that came first', () => {
    const cluster = new TestCluster()
    cluster.addNode('node-1', { cpu: '1', memory: '4Gi' })
    cluster.addPod('early', request('600m'))
    cluster.addPod('late', request('600m'))
    cluster.addPod('important', { ...request('400m'), priority: 100 })
    cluster.run(2)
    expect(cluster.nodeOf('important')).toBe('node-1')
    expect(cluster.nodeOf('early')).toBe('node-1')
    expect(cluster.nodeOf('late')).toBeUndefined()
  })

  it('binds no faster than its client may call', () => {
    const cluster = new TestCluster()
    cluster.engine.limits.set('scheduler', { qps: 10, burst: 3 })
    cluster.scheduler.restart()
    cluster.addNode('node-1', { cpu: '64', memory: '64Gi' })
    for (let n = 0; n < 20; n++) cluster.addPod(`p${n}`, {})
    const bound = () => Array.from({ length: 20 }, (_, n) => cluster.nodeOf(`p${n}`)).filter(Boolean).length
    cluster.run(3)
    expect(bound()).toBeLessThanOrEqual(6)
    cluster.run(10)
    expect(bound()).toBeLessThanOrEqual(16)
    cluster.run(10)
    expect(bound()).toBe(20)
  })

  it('rests while nothing happens, and tries a refused pod again when room is made', () => {
    const cluster = new TestCluster()
    cluster.addNode('node-1', { cpu: '1', memory: '4Gi' })
    cluster.addPod('first', request('800m'))
    cluster.addPod('second', request('800m'))
    cluster.run(100)
    expect(cluster.nodeOf('second')).toBeUndefined()
    expect(cluster.scheduler.backlog).toBe(0)
    cluster.deletePod('first')
    cluster.run(2)
    expect(cluster.nodeOf('second')).toBe('node-1')
  })

  it('leaves gated pods and pods of other schedulers alone', () => {
    const cluster = new TestCluster()
    cluster.addNode('node-1', { cpu: '1', memory: '4Gi' })
    cluster.addPod('gated', { schedulingGates: [{ name: 'example.com/wait' }] })
    cluster.addPod('other', { schedulerName: 'mine' })
    cluster.run(5)
    expect(cluster.nodeOf('gated')).toBeUndefined()
    expect(cluster.nodeOf('other')).toBeUndefined()
    expect(cluster.messages('gated')).toEqual([])
  })

  it('goes on from what it saved as if nothing had happened', () => {
    const bindings = (restoring: boolean) => {
      const cluster = new TestCluster(7)
      for (let n = 0; n < 120; n++) cluster.addNode(`node-${n}`, { cpu: '1', memory: '4Gi' })
      for (let n = 0; n < 60; n++) {
        cluster.addPod(`p${n}`, request(n % 7 === 0 ? '2' : '300m'), { app: `a${n % 3}` })
        if (n % 5 === 0) cluster.run(1)
        if (restoring && n % 11 === 0) cluster.restore()
        if (n === 40) cluster.addNode('big', { cpu: '32', memory: '64Gi' })
      }
      cluster.run(20)
      return Array.from({ length: 60 }, (_, n) => cluster.nodeOf(`p${n}`))
    }
    expect(bindings(true)).toEqual(bindings(false))
  })

  it('explains a decision as it was, even after the cluster has changed', () => {
    const cluster = new TestCluster()
    cluster.addNode('node-1', { cpu: '1', memory: '4Gi' })
    cluster.addNode('node-2', { cpu: '2', memory: '4Gi' }, {}, { unschedulable: true })
    cluster.addNode('node-3', { cpu: '4', memory: '4Gi' })
    cluster.addPod('web', request('500m'))
    cluster.run(2)
    const chosen = cluster.nodeOf('web')
    const then = cluster.scheduler.explain('default', 'web')
    for (let n = 0; n < 4; n++) cluster.addPod(`more-${n}`, request('500m'))
    cluster.run(5)
    const later = cluster.scheduler.explain('default', 'web')
    expect(later?.rows).toEqual(then?.rows)
    expect(later?.rows.map(({ node, refusal, chosen }) => [node, refusal?.plugin, chosen])).toEqual([
      ['node-1', undefined, chosen === 'node-1'],
      ['node-2', 'NodeUnschedulable', false],
      ['node-3', undefined, chosen === 'node-3'],
    ])
    expect(later?.rows[2]?.scores.map(({ plugin }) => plugin)).toEqual([
      'TaintToleration',
      'NodeResourcesFit',
      'NodeResourcesBalancedAllocation',
      'ImageLocality',
    ])
  })
})
