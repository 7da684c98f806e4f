import { describe, expect, it } from 'vitest'
import { format } from '../../../i18n/index.ts'
import {
  type Decision,
  type Finding,
  isChange,
  limitsOf,
  notesOn,
  type Sentence,
  sumOf,
} from './arithmetic.ts'

const cpu: Finding = {
  type: 'Resource',
  metric: 'cpu resource utilization (percentage of request)',
  target: '50%',
  current: '83%',
  ratio: 1.66,
  counted: 2,
  proposal: 4,
}
const decision: Decision = { tick: 300, outcome: 'scaled-up', min: 2, max: 10, current: 2, metrics: [cpu] }
const said = (sentences: readonly Sentence[]) => sentences.map(([text, slots]) => format(text, 'en', slots))

describe('the arithmetic of an autoscaler', () => {
  it('is current by target, times the pods, rounded up', () => {
    expect(sumOf(cpu)).toBe('83% ÷ 50% × 2 = 3.32 → 4')
    expect(sumOf({ ...cpu, ratio: 1.04, current: '52%', kept: 'tolerated' })).toBe('52% ÷ 50% = 1.04')
    expect(sumOf({ ...cpu, adjustedRatio: 1.1 })).toBe('83% ÷ 50% = 1.66')
    expect(sumOf({ type: 'Resource', metric: 'cpu', target: '50%', error: 'no data' })).toBeUndefined()
  })

  it('says why a metric asks for no change', () => {
    expect(said(notesOn({ ...cpu, ratio: 1.04, kept: 'tolerated' }))).toEqual([
      'The ratio 1.04 is close enough to 1 (the tolerance): no change.',
    ])
  })

  it('says how pods without a reading were counted', () => {
    const finding = {
      ...cpu,
      adjustedRatio: 1.1,
      counted: 3,
      pods: { ready: 2, unready: 1, missing: 0, ignored: 0 },
    }
    expect(said(notesOn(finding))).toEqual([
      '1 Pod without a reading counts as idle before it grows: 1.1 × 3 = 3.3 → 4',
    ])
  })

  it('names what limited it, in the order in which it did', () => {
    const limits = limitsOf({
      ...decision,
      recommended: 12,
      stabilized: { replicas: 12 },
      limited: { replicas: 4, policy: { type: 'Pods', value: 2, periodSeconds: 60 }, periodStart: 2 },
      bound: 'max',
    })
    expect(said(limits)).toEqual([
      'Policy: at most 2 Pods in 60 s, counted from 2: 4.',
      'Never more than maxReplicas: 10.',
    ])
  })

  it('names the past recommendation that holds it', () => {
    const limits = limitsOf({
      ...decision,
      recommended: 2,
      stabilized: { replicas: 6, past: { replicas: 6, at: 1200 } },
    })
    expect(said(limits)).toEqual([
      'Stabilisation: the recommendation of 00:02:00.0 still counts and holds it at 6.',
    ])
  })

  it('tells a change from a look that changed nothing', () => {
    expect([isChange({ ...decision, desired: 4 }), isChange({ ...decision, desired: 2 })]).toEqual([
      true,
      false,
    ])
  })
})
