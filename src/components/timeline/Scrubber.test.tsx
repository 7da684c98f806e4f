// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentEngine } from '../../../tests/support/silentEngine.ts'
import { changeSettings, session } from '../../state/index.ts'
import { closed, noClock } from '../../state/session.ts'
import { Scrubber } from './Scrubber.tsx'
import { throttle } from './throttle.ts'

const asked = silentEngine()

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  changeSettings({ language: 'en' })
  session.setState({ ...closed, clock: { ...noClock, tick: 30, horizon: 90, playing: true } })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the scrubber', () => {
  it('reaches from the beginning to the end of the recording, and tells the time', () => {
    render(<Scrubber span={100} width={500} />)
    const slider = screen.getByRole('slider', { name: 'Moment of the recording' })
    expect([slider.getAttribute('min'), slider.getAttribute('max')]).toEqual(['0', '90'])
    expect(slider.getAttribute('aria-valuetext')).toBe('00:00:03.0 of 00:00:09.0')
  })

  it('pauses, seeks, and stays under the hand until the engine has followed', () => {
    render(<Scrubber span={100} width={500} />)
    const slider = screen.getByRole<HTMLInputElement>('slider')
    fireEvent.change(slider, { target: { value: '50' } })
    expect(asked).toEqual([{ type: 'pause' }, { type: 'seek', tick: 50 }])
    expect(slider.value).toBe('50')
  })
})

describe('throttling', () => {
  it('sends the first at once, then the newest of each while, and always the last', () => {
    const sent: number[] = []
    const send = throttle((value: number) => sent.push(value), 60)
    for (const value of [1, 2, 3]) send(value)
    expect(sent).toEqual([1])
    vi.advanceTimersByTime(60)
    expect(sent).toEqual([1, 3])
    send(4)
    vi.advanceTimersByTime(60)
    expect(sent).toEqual([1, 3, 4])
  })
})
