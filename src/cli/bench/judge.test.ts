import { describe, expect, it } from 'vitest'
import type { FigurePlan } from './case.ts'
import { judge } from './judge.ts'
import { spreadOf, type Value } from './spread.ts'

const failing = (plan: FigurePlan, values: readonly Value[], baseline?: Value) =>
  judge(plan, spreadOf(values), baseline)
    .filter(({ fails }) => fails)
    .map(({ text }) => text)

describe('a counter', () => {
  const plan = { kind: 'counter' } as const

  it('is the same in every run, and the same as in the baseline', () => {
    expect(failing(plan, [7, 7, 7], 7)).toEqual([])
    expect(failing(plan, [7, 8, 7], 7)).toEqual(['differs from run to run'])
    expect(failing(plan, [8, 8, 8], 7)).toEqual(['is not the baseline'])
    expect(failing(plan, ['aa', 'aa'], 'ab')).toEqual(['is not the baseline'])
  })

  it('is as good as its target', () => {
    expect(failing({ ...plan, better: 'lower', target: 500 }, [500], 500)).toEqual([])
    expect(failing({ ...plan, better: 'lower', target: 500 }, [501], 501)).toEqual(['misses its target, 500'])
  })
})

describe('a ratio', () => {
  const plan = { kind: 'ratio', better: 'higher' } as const

  it('may be a little worse than the baseline, and better by any amount', () => {
    expect(failing(plan, [80], 100)).toEqual([])
    expect(failing(plan, [900], 100)).toEqual([])
    expect(failing(plan, [60], 100)).toEqual(['is 0.60 times the baseline'])
    expect(failing({ ...plan, better: 'lower' }, [140], 100)).toEqual(['is 1.40 times the baseline'])
  })

  it('reaches its target in the median', () => {
    expect(failing({ ...plan, target: 30 }, [10, 31, 32])).toEqual([])
    expect(failing({ ...plan, target: 30 }, [29, 29, 90])).toEqual(['misses its target, 30'])
  })
})

describe('a measure', () => {
  const plan = { kind: 'measure', unit: 's CPU', better: 'lower', target: 1 } as const

  it('is told where it is worse, and does not fail', () => {
    const findings = judge(plan, spreadOf([3, 3, 3]), 1)
    expect(findings.map(({ text }) => text)).toEqual(['is 3.00 times the baseline', 'misses its target, 1'])
    expect(findings.some(({ fails }) => fails)).toBe(false)
  })

  it('fails where one run takes more than twice as long as another, if it is to be steady', () => {
    expect(failing(plan, [1, 1, 2.5])).toEqual([])
    expect(failing({ ...plan, steady: true }, [1, 1, 2])).toEqual([])
    expect(failing({ ...plan, steady: true }, [1, 1, 2.5])).toEqual([
      'is 2.5 times as much in one run as in another',
    ])
  })
})
