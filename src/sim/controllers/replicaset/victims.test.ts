import { describe, expect, it } from 'vitest'
import type { Pod } from '../../api/types/index.ts'
import { dateText } from '../../core/clock.ts'
import { sortSteadily } from './sortSteadily.ts'
import { chooseVictims, deletionCost, deletionCostAnnotation, magnitudeOf } from './victims.ts'

const now = 1_800_000_000

function pod(name: string, age: number, more: { node?: string; readyFor?: number; uid?: string } = {}): Pod {
  const time = (seconds: number) => `${dateText(now - seconds)}Z`
  return {
    metadata: { name, uid: more.uid ?? name, creationTimestamp: time(age) },
    spec: { nodeName: more.node ?? 'node-1', containers: [] },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: time(more.readyFor ?? age) }],
    },
  } as unknown as Pod
}

function names(pods: readonly Pod[]): readonly string[] {
  return pods.map((one) => one.metadata.name)
}

describe('the victims of a shrinking set', () => {
  it.each([
    [8.5, 32],
    [8.6, 33],
    [17.1, 33],
    [17.2, 34],
    [68.7, 35],
    [68.8, 36],
    [0, -1],
    [-3, -1],
    [4 * 365 * 86_400, 56],
  ])('count an age of %d s as magnitude %d', (seconds, magnitude) => {
    expect(magnitudeOf(seconds)).toBe(magnitude)
  })

  it('are the younger by magnitude, and of one magnitude those with the lowest UID', () => {
    const pods = [pod('b', 40, { uid: '2' }), pod('a', 60, { uid: '1' }), pod('young', 10, { uid: '9' })]
    expect(names(chooseVictims(pods, [], 2, now))).toEqual(['young', 'a'])
  })

  it('leave the fullest nodes first, and all of them: the count is not taken again', () => {
    const pods = [
      ...['a', 'b', 'c'].map((name) => pod(name, 100, { node: 'node-1' })),
      pod('d', 10, { node: 'node-2' }),
      pod('e', 10, { node: 'node-3' }),
    ]
    expect(names(chooseVictims(pods, pods, 3, now))).toEqual(['a', 'b', 'c'])
    expect(names(chooseVictims(pods, [], 2, now))).toEqual(['d', 'e'])
  })

  it('keep the order they were given in when all of them go', () => {
    const pods = [pod('old', 1000), pod('young', 1)]
    expect(chooseVictims(pods, [], 5, now)).toBe(pods)
  })

  it.each([
    ['-10', -10],
    ['0', 0],
    ['2147483647', 2_147_483_647],
    ['2147483648', 0],
    ['+5', 0],
    ['05', 0],
    ['1.5', 0],
    ['', 0],
  ])('cost %s as %d', (text, cost) => {
    expect(deletionCost({ [deletionCostAnnotation]: text })).toBe(cost)
  })
})

describe('a steady sort', () => {
  it('sorts lists of any length and keeps equal items in order', () => {
    for (const length of [0, 1, 12, 13, 1000]) {
      const items = Array.from({ length }, (_, i) => ({ key: (i * 7919) % 10, i }))
      const expected = [...items].sort((a, b) => a.key - b.key || a.i - b.i)
      expect(sortSteadily(items, (a, b) => a.key - b.key)).toEqual(expected)
    }
  })

  it('ends, and loses nothing, when the comparison runs in circles', () => {
    const items = Array.from({ length: 500 }, (_, i) => i)
    const sorted = sortSteadily(items, (a, b) => ((a - b + 3000) % 3) - 1)
    expect([...sorted].sort((a, b) => a - b)).toEqual(items)
  })
})
