import { describe, expect, it } from 'vitest'
import { amountOf, firstSetting, kindOf, loadLine, withAmount, withKind, withSpike } from './loadLine.ts'

const line = (setting = firstSetting) => loadLine('svc/web', setting)

describe('the line of a load', () => {
  it('says no more than it must', () => {
    expect(line()).toBe('sim traffic svc/web --rps 50')
    expect(loadLine('svc/web -n shop', firstSetting)).toBe('sim traffic svc/web -n shop --rps 50')
  })

  it('says what is unusual', () => {
    expect(line({ ...firstSetting, timeout: 0.25, retries: 2, clients: 7 })).toBe(
      'sim traffic svc/web --rps 50 --clients 7 --timeout 250ms --retries 2',
    )
  })

  it.each([
    ['ramp', '--rps 50 --shape ramp'],
    ['spike', '--rps 50 --shape spike --over 20s'],
    ['wave', '--rps 50 --shape wave'],
    ['flash', '--rps 50 --shape flash --over 10s'],
    ['step', '--shape step:0s=50,30s=100,60s=200,90s=50'],
    ['users', '--users 20'],
    ['const', '--rps 50'],
  ] as const)('of %s is %s', (kind, options) => {
    const changed = withKind(firstSetting, kind)
    expect([kindOf(changed), line(changed)]).toEqual([kind, `sim traffic svc/web ${options}`])
  })
})

describe('changing one thing', () => {
  it('keeps the height of a peak above its ground', () => {
    expect(line(withAmount(withKind(firstSetting, 'wave'), 80))).toBe(
      'sim traffic svc/web --rps 80 --shape wave',
    )
  })

  it('counts users where there are users', () => {
    const users = withAmount(withKind(firstSetting, 'users'), 35)
    expect([amountOf(users), line(users)]).toEqual([35, 'sim traffic svc/web --users 35'])
  })

  it('taps a spike on whatever there is', () => {
    expect(line(withSpike(withAmount(firstSetting, 100)))).toBe(
      'sim traffic svc/web --rps 100 --shape spike --over 20s',
    )
    expect(line(withSpike(withKind(firstSetting, 'users')))).toBe(
      'sim traffic svc/web --rps 20 --shape spike --over 20s',
    )
  })
})
