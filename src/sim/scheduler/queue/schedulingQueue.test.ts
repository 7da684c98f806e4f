import { describe, expect, it } from 'vitest'
import type { Pod } from '../../api/types/index.ts'
import { noCause } from '../../core/ledger.ts'
import { backoffTicks } from './backoff.ts'
import { type QueuedPod, SchedulingQueue } from './schedulingQueue.ts'

describe('the scheduling queue', () => {
  it('gives out the important first, then in the order of coming', () => {
    const queue = queueOf(pod('a'), pod('b', 10), pod('c'), pod('d', 10))
    expect(drain(queue)).toEqual(['b', 'd', 'a', 'c'])
  })

  it('doubles the back-off from one second to ten', () => {
    expect([1, 2, 3, 4, 5, 9].map(backoffTicks)).toEqual([10, 20, 40, 80, 100, 100])
  })

  it('lets a pod in back-off wait while others are active, but not while nobody is', () => {
    const queue = queueOf(pod('refused'), pod('active'))
    const refused = queue.next(100) as QueuedPod
    queue.refuse(refused, ['NodeResourcesFit'], 100)
    queue.requeue(refused, noCause, 101)
    expect(refused.place).toBe('backoff')
    expect(take(queue, 102)).toBe('active')
    expect(take(queue, 103)).toBe('refused')
  })

  it('tries a pod that something may help in the next tick, not in the same', () => {
    const queue = queueOf(pod('refused'))
    queue.refuse(queue.next(100) as QueuedPod, ['TaintToleration'], 100)
    queue.requeue(queue.get(1) as QueuedPod, noCause, 500)
    expect(queue.next(500)).toBeUndefined()
    expect(take(queue, 501)).toBe('refused')
  })

  it('orders a pod whose back-off is over by the time of its refusal', () => {
    const queue = queueOf(pod('refused'))
    const refused = queue.next(100) as QueuedPod
    queue.refuse(refused, ['NodeResourcesFit'], 100)
    queue.add(pod('new'), 9, noCause, 105)
    queue.requeue(refused, noCause, 110)
    expect(drain(queue)).toEqual(['refused', 'new'])
  })

  it('gives a pod that no plugin refused time and nothing else', () => {
    const queue = queueOf(pod('failing'))
    const failing = queue.next(100) as QueuedPod
    queue.refuse(failing, [], 100)
    queue.requeue(failing, noCause, 101)
    queue.endFailing(109)
    expect(queue.next(109)).toBeUndefined()
    queue.endFailing(110)
    expect(take(queue, 110)).toBe('failing')
  })

  it('tries a pod that nothing helped after five minutes', () => {
    const queue = queueOf(pod('stuck'))
    queue.refuse(queue.next(0) as QueuedPod, ['NodeAffinity'], 0)
    queue.flush(3000, noCause)
    expect(queue.next(3000)).toBeUndefined()
    queue.flush(3001, noCause)
    expect(take(queue, 3002)).toBe('stuck')
  })

  it('keeps a gated pod until its gates are gone', () => {
    const gated = pod('gated')
    const queue = queueOf({ ...gated, spec: { ...gated.spec, schedulingGates: [{ name: 'wait' }] } })
    expect(queue.next(1)).toBeUndefined()
    queue.add(gated, 1, noCause, 1)
    expect(take(queue, 2)).toBe('gated')
  })

  it('forgets removed pods, and gives out the same after saving and loading', () => {
    const queue = queueOf(pod('a'), pod('b'), pod('c', 5), pod('d'))
    queue.refuse(queue.next(0) as QueuedPod, ['NodeName'], 0)
    queue.remove(2)
    const copy = new SchedulingQueue()
    copy.load(queue.save())
    expect(copy.counts).toEqual(queue.counts)
    expect(drain(copy)).toEqual(['a', 'd'])
    expect(drain(queue)).toEqual(['a', 'd'])
  })
})

function queueOf(...pods: readonly Pod[]): SchedulingQueue {
  const queue = new SchedulingQueue()
  for (const [i, one] of pods.entries()) queue.add(one, i + 1, noCause, 0)
  return queue
}

function take(queue: SchedulingQueue, tick: number): string | undefined {
  const entry = queue.next(tick)
  if (entry !== undefined) queue.remove(entry.slot)
  return entry?.name
}

function drain(queue: SchedulingQueue): string[] {
  const names: string[] = []
  for (let name = take(queue, 200); name !== undefined; name = take(queue, 200)) names.push(name)
  return names
}

function pod(name: string, priority = 0): Pod {
  return {
    metadata: { name, uid: name, namespace: 'default' },
    spec: { priority, containers: [] },
  } as unknown as Pod
}
