// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { silentEngine } from '../../../tests/support/silentEngine.ts'
import {
  changeSettings,
  type GuideState,
  present,
  presenting,
  type Request,
  session,
} from '../../state/index.ts'
import { closed } from '../../state/session.ts'
import { Shortcuts } from './Shortcuts.tsx'

const asked: Request[] = silentEngine()

// A first import takes longer than a test waits.
beforeAll(() => import('./KeyHelp.tsx'))
beforeEach(() => {
  asked.length = 0
  changeSettings({ language: 'en', letterKeys: true })
  present(false)
  const clock = { ...closed.clock, tick: 10, undo: 'kubectl delete pod/a' }
  session.setState({ ...closed, status: 'open', clock }, true)
  render(
    <>
      <Shortcuts />
      <input aria-label="field" />
    </>,
  )
})
afterEach(cleanup)

describe('the keys of the workbench', () => {
  it('do what they say, and nothing in a text field', () => {
    fireEvent.keyDown(document.body, { key: ' ', code: 'Space' })
    fireEvent.keyDown(screen.getByLabelText('field'), { key: ' ', code: 'Space' })
    expect(asked).toEqual([{ type: 'play' }])
  })

  it('go by the physical key under a Korean input method', () => {
    fireEvent.keyDown(document.body, { key: 'ㅕ', code: 'KeyU' })
    expect(asked).toMatchObject([{ type: 'line', line: 'sim undo' }])
  })

  it('leave letters alone where they are switched off, but not Space', () => {
    changeSettings({ letterKeys: false })
    fireEvent.keyDown(document.body, { key: 'u', code: 'KeyU' })
    fireEvent.keyDown(document.body, { key: '[', code: 'BracketLeft' })
    fireEvent.keyDown(document.body, { key: ' ', code: 'Space' })
    expect(asked).toEqual([{ type: 'play' }])
  })

  it('are dead for what a scenario has not revealed', () => {
    session.setState({ guide: { revealed: ['transport'] } as unknown as GuideState })
    fireEvent.keyDown(document.body, { key: '[', code: 'BracketLeft' })
    fireEvent.keyDown(document.body, { key: 'u', code: 'KeyU' })
    expect(asked).toEqual([])
  })

  it('are listed by ?, which Esc closes', async () => {
    fireEvent.keyDown(document.body, { key: '?', code: 'Slash', shiftKey: true })
    const dialog = await screen.findByRole('dialog', { name: 'Keys' })
    expect(dialog.textContent).toContain('Play or pauseSpace')
    fireEvent.keyDown(dialog, { key: 'Escape', code: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('before a room', () => {
  const press = (key: string, code = key) => fireEvent.keyDown(document.body, { key, code })

  beforeEach(() => {
    session.setState({ guide: { revealed: [] } as unknown as GuideState })
    present(true)
  })

  it("a clicker's keys move between steps, and arrows do so nowhere else", () => {
    for (const key of ['PageDown', 'ArrowRight', 'ArrowDown', 'PageUp', 'ArrowLeft', 'ArrowUp']) press(key)
    const moves = ['next', 'next', 'next', 'back', 'back', 'back']
    expect(asked).toEqual(moves.map((move) => ({ type: 'guide', action: { do: move } })))
    present(false)
    press('ArrowRight')
    expect(asked).toHaveLength(moves.length)
  })

  it('b and . darken the screen, under a Korean input method too', () => {
    for (const [key, code] of [
      ['b', 'KeyB'],
      ['ㅠ', 'KeyB'],
      ['.', 'Period'],
    ] as const) {
      present(true)
      press(key, code)
      expect(presenting.getState()).toEqual({ isOn: true, isDark: true })
    }
  })

  it('F5 loads nothing anew, and Esc ends it', () => {
    expect(press('F5')).toBe(false)
    expect(presenting.getState().isOn).toBe(true)
    press('Escape')
    expect(presenting.getState().isOn).toBe(false)
    expect(press('F5')).toBe(true)
  })
})
