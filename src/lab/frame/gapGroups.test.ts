import { describe, expect, it } from 'vitest'
import type { GapCard } from './format.ts'
import { groupsOf, ShownGroups } from './gapGroups.ts'

const missing: GapCard = {
  object: 'replicaset/web-1',
  namespace: 'default',
  field: 'replicas',
  desired: 5,
  actual: 2,
  owner: 'replicaset-controller',
  since: 100,
}

const unready = (
  name: string,
  since: number,
  waitingFor: GapCard['waitingFor'] = { reason: 'back-off' },
) => ({
  ...missing,
  object: `pod/${name}`,
  field: 'Ready',
  desired: 'True',
  actual: 'False',
  owner: 'kubelet',
  since,
  waitingFor,
})

describe('gaps of a kind', () => {
  it('stand together from three on, by reason, the oldest first', () => {
    const other = unready('d', 50, { reason: 'start' })
    const groups = groupsOf([other, unready('a', 60), missing, unready('b', 110), unready('c', 120)], [])
    expect(groups.map(({ count, oldest }) => [count, oldest.object])).toEqual([
      [1, 'pod/d'],
      [3, 'pod/a'],
      [1, 'replicaset/web-1'],
    ])
  })

  it('wait together only for what is the same for each', () => {
    const together = (...waits: [name: string, until: number][]) =>
      groupsOf(
        waits.map(([name, until], i) => unready(`a-${i}`, i, { reason: 'kubelet', name, until })),
        [],
      )[0]?.waitingFor
    expect(together(['node-1', 5], ['node-1', 6], ['node-1', 5])).toEqual({
      reason: 'kubelet',
      name: 'node-1',
    })
    expect(together(['node-1', 5], ['node-2', 5], ['node-2', 5])).toEqual({ reason: 'kubelet', until: 5 })
  })

  it('are told one by one only where somebody has opened their group', () => {
    const gaps = [unready('a', 1), unready('b', 2), unready('c', 3)]
    const [group] = groupsOf(gaps, [])
    expect(group?.members).toBeUndefined()
    expect(groupsOf(gaps, [group?.key ?? ''])[0]?.members).toEqual(gaps)
  })

  it('are counted to the last and told one by one as far as anybody reads', () => {
    const gaps = Array.from({ length: 300 }, (_, i) => unready(`a-${i}`, i))
    const [group] = groupsOf(gaps, [groupsOf(gaps, [])[0]?.key ?? ''])
    expect([group?.count, group?.members?.length]).toEqual([300, 100])
  })

  it('are told as far as anybody reads, and none that are many is missing', () => {
    const alone = Array.from({ length: 150 }, (_, i) => ({
      ...missing,
      object: `replicaset/web-${i}`,
      since: i,
    }))
    const late = [1, 2, 3, 4].map((i) => unready(`late-${i}`, 1000))
    const groups = groupsOf([...alone, ...late], [])
    expect(groups).toHaveLength(100)
    expect(groups.at(-1)).toMatchObject({ count: 4 })
    expect(groups.at(-2)?.oldest.object).toBe('replicaset/web-98')
  })

  it('are told again only where something has changed', () => {
    const shown = new ShownGroups()
    const take = (gaps: readonly GapCard[]) => shown.take(groupsOf(gaps, []))
    const many = [unready('a', 1), unready('b', 2), unready('c', 3)]
    expect(take([...many, missing])?.changed).toHaveLength(2)
    expect(take([...many, missing])).toBeUndefined()
    const fewer = take([...many, { ...missing, actual: 3 }])
    expect(fewer?.changed.map(({ oldest }) => oldest.object)).toEqual(['replicaset/web-1'])
    expect(fewer?.keys).toHaveLength(2)
    expect(take(many)).toMatchObject({ changed: [] })
  })
})
