// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentEngine } from '../../../tests/support/silentEngine.ts'
import { changeSettings, type Request, session } from '../../state/index.ts'
import { closed } from '../../state/session.ts'
import { Terminal } from './Terminal.tsx'

const asked: Request[] = silentEngine()
const linesAsked = () => asked.filter((request) => request.type === 'line')
const prompt = () => screen.getByRole('combobox') as HTMLInputElement

beforeEach(() => {
  asked.length = 0
  localStorage.clear()
  changeSettings({ language: 'en' })
  session.setState({ ...closed, status: 'open', opened: { shared: false } }, true)
  render(<Terminal />)
})
afterEach(cleanup)

describe('the prompt', () => {
  it('runs a line on Enter, with kubectl before a bare verb', async () => {
    await userEvent.type(prompt(), 'get pods{Enter}')
    expect(linesAsked()).toMatchObject([{ line: 'kubectl get pods' }])
    expect(prompt().value).toBe('')
    expect(screen.getByText('kubectl get pods', { exact: false })).toBeTruthy()
  })

  it('leaves Enter and the arrows to an input method that is composing', async () => {
    await userEvent.type(prompt(), '파')
    fireEvent.keyDown(prompt(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(prompt(), { key: 'Enter', keyCode: 229 })
    fireEvent.keyDown(prompt(), { key: 'ArrowUp', keyCode: 229 })
    expect(linesAsked()).toEqual([])
    expect(prompt().value).toBe('파')
  })

  it('walks through the lines before, and back to the one being written', async () => {
    await userEvent.type(prompt(), 'sim heal{Enter}')
    await userEvent.type(prompt(), 'sim wait 1s{Enter}unfinished{ArrowUp}')
    expect(prompt().value).toBe('sim wait 1s')
    await userEvent.type(prompt(), '{ArrowUp}')
    expect(prompt().value).toBe('sim heal')
    await userEvent.type(prompt(), '{ArrowDown}{ArrowDown}')
    expect(prompt().value).toBe('unfinished')
  })

  it('never holds the keyboard while it is empty', () => {
    expect(fireEvent.keyDown(prompt(), { key: 'Tab' })).toBe(true)
    expect(asked).toEqual([])
  })

  it('takes pasted lines, a document as one with its command', async () => {
    fireEvent.paste(prompt(), {
      clipboardData: { getData: () => 'kubectl apply -f - <<EOF\nkind: Pod\nEOF\nkubectl get' },
    })
    expect(linesAsked()).toMatchObject([{ line: 'kubectl apply -f -', stdin: 'kind: Pod\n' }])
    expect(prompt().value).toBe('kubectl get')
  })

  it('is interrupted by Ctrl-C also where that key writes ㅊ', async () => {
    await userEvent.type(prompt(), 'sim wait 1h{Enter}')
    fireEvent.keyDown(prompt(), { key: 'ㅊ', code: 'KeyC', ctrlKey: true })
    expect(asked.at(-1)).toEqual({ type: 'interrupt' })
  })
})

describe('what was printed', () => {
  it('says how much the page was not told, and how to see it', () => {
    act(() =>
      session.setState({
        terminal: [
          { number: 1, kind: 'output', text: 'NAME\n' },
          { number: 2, kind: 'output', text: '', omitted: 91_000_000 },
        ],
      }),
    )
    const { textContent } = screen.getByRole('log', { name: 'What the commands printed' })
    expect(textContent).toContain('91,000,000 more characters are not shown. Narrow the question')
  })

  it('stays text, whatever it says', () => {
    const hostile = '<img src=x onerror="alert(1)"> <script>alert(2)</script>\n'
    act(() =>
      session.setState({
        terminal: [
          { number: 1, kind: 'output', text: hostile },
          { number: 2, kind: 'error', text: hostile },
        ],
      }),
    )
    expect(screen.getByRole('log', { name: 'What the commands printed' }).textContent).toContain(hostile)
    expect(document.querySelector('img, script')).toBeNull()
  })
})
