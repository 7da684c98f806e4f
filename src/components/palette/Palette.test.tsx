// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentEngine } from '../../../tests/support/silentEngine.ts'
import { changeSettings, looks, mostNamed, type Request, session, world } from '../../state/index.ts'
import { PodTable } from '../../state/podTable.ts'
import { closed } from '../../state/session.ts'
import { Palette } from './Palette.tsx'
import { closeDialog, openPalette } from './paletteStore.ts'

const asked: Request[] = silentEngine()

// A first import takes longer than a test waits.
beforeAll(() => import('./PaletteDialog.tsx'))
beforeEach(async () => {
  asked.length = 0
  changeSettings({ language: 'en' })
  session.setState({ ...closed, status: 'open' }, true)
  render(<Palette />)
  act(openPalette)
  await screen.findByRole('dialog', { name: 'Commands' })
})
afterEach(() => {
  world.setState({ pods: new PodTable() })
  closeDialog()
  cleanup()
})

const search = () => screen.getByRole('searchbox')

describe('the palette', () => {
  it('does what is found, and closes', async () => {
    await userEvent.type(search(), 'play{Enter}')
    expect(asked).toEqual([{ type: 'play' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('asks the engine for the names of a world with more pods than are known here', async () => {
    const { pods } = world.getState()
    const rows = Array.from({ length: mostNamed + 1 }, (_, i) => [i + 1, looks.indexOf('ready'), 0, 0])
    act(() => {
      pods.apply({ pods: Int32Array.from(rows.flat()), podNames: [] })
      world.setState(({ podsVersion }) => ({ podsVersion: podsVersion + 1 }))
    })
    await userEvent.type(search(), 'app-3-x')
    await vi.waitFor(() => expect(asked.at(-1)).toMatchObject({ type: 'find', text: 'app-3-x' }))
  })

  it('runs a line as it stands', async () => {
    await userEvent.type(search(), 'kubectl delete pod x{Enter}')
    expect(asked).toMatchObject([{ type: 'line', line: 'kubectl delete pod x' }])
  })

  it('says why something cannot be done, and does not do it', async () => {
    await userEvent.type(search(), 'undo the last')
    const option = screen.getByRole('option', { name: /Undo the last command/ })
    expect(option.textContent).toContain('Nothing to undo yet')
    await userEvent.click(option)
    expect(asked).toEqual([])
  })

  it('leaves out what there is no place for', async () => {
    await userEvent.type(search(), 'next step')
    expect(screen.queryByRole('option', { name: /Next step/ })).toBeNull()
  })
})
