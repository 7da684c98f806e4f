/** Preemption as a real 1.36 scheduler did it: victims, texts, and when the promised node is taken. */
import { beforeEach, describe, expect, it } from 'vitest'
import { TestCluster } from './testCluster.ts'

const insufficient = '0/2 nodes are available: 2 Insufficient cpu.'
const neverText = `${insufficient} no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never.`
const noVictimsText = `${insufficient} no new claims to deallocate, preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.`
const waitsText = `${insufficient} no new claims to deallocate, preemption: not eligible due to a terminating pod on the nominated node.`

describe('preemption on two nodes of 2 cpu', () => {
  let cluster: TestCluster

  beforeEach(() => {
    cluster = new TestCluster()
    cluster.addNode('node-1', { cpu: '2', memory: '8Gi' })
    cluster.addNode('node-2', { cpu: '2', memory: '8Gi' })
    place('low-a', 10, 'node-1')
    place('low-b', 10, 'node-1')
    place('low-c', 10, 'node-2')
    place('mid-d', 500, 'node-2')
    cluster.run(30)
  })

  it('takes the fewest victims of the lowest priority that began last, and binds once they have ended', () => {
    ask('high-1', 1000, '1000m')
    cluster.run(2)
    expect(cluster.messages('high-1')).toEqual([insufficient])
    expect(cluster.pod('high-1').status.nominatedNodeName).toBe('node-2')
    const { uid } = cluster.pod('high-1').metadata
    expect(cluster.messages('low-c').at(-1)).toBe(`Preempted by pod ${uid} on node node-2`)
    expect(cluster.pod('low-c').metadata.deletionTimestamp).toBeDefined()
    expect(cluster.pod('low-c').status.conditions?.at(-1)).toMatchObject({
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'PreemptionByScheduler',
    })
    cluster.run(8)
    expect(cluster.nodeOf('high-1')).toBeUndefined()
    cluster.finish('low-c')
    cluster.run(2)
    expect(cluster.nodeOf('high-1')).toBe('node-2')
    expect(cluster.pod('high-1').status.nominatedNodeName).toBeUndefined()
  })

  it('leaves everyone alone for a pod that may not preempt, or whose priority is too low', () => {
    ask('never', 1000, '1500m', { preemptionPolicy: 'Never' })
    ask('low-z', 10, '1500m')
    cluster.run(2)
    expect(cluster.messages('never')).toEqual([neverText])
    expect(cluster.messages('low-z')).toEqual([noVictimsText])
    expect(cluster.pod('low-a').metadata.deletionTimestamp).toBeUndefined()
  })

  it('waits for the second victim without preempting again', () => {
    ask('high-2', 1000, '1500m')
    cluster.run(12)
    expect(cluster.pod('high-2').status.nominatedNodeName).toBe('node-1')
    cluster.finish('low-a')
    cluster.run(2)
    expect(cluster.messages('high-2')).toEqual([insufficient, waitsText])
    cluster.finish('low-b')
    cluster.run(2)
    expect(cluster.nodeOf('high-2')).toBe('node-1')
  })

  it('does not give the promised room to less important pods', () => {
    ask('high-2', 1000, '1500m')
    cluster.run(1)
    cluster.finish('low-a')
    cluster.finish('low-b')
    ask('small', 10, '600m')
    cluster.run(12)
    expect(cluster.nodeOf('high-2')).toBe('node-1')
    expect(cluster.nodeOf('small')).toBeUndefined()
  })

  function place(name: string, priority: number, host: string): void {
    ask(name, priority, '900m', { nodeSelector: { 'kubernetes.io/hostname': host } })
    cluster.run(1)
    cluster.start(name)
    cluster.run(11)
  }

  function ask(name: string, priority: number, cpu: string, more: object = {}): void {
    const containers = [{ name: 'app', image: 'app:v1', resources: { requests: { cpu } } }]
    cluster.addPod(name, { priority, containers, ...more })
  }
})
