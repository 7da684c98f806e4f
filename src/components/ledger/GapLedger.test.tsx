// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentEngine } from '../../../tests/support/silentEngine.ts'
import { languages, slotsOf } from '../../i18n/index.ts'
import { groupsOf } from '../../lab/frame/gapGroups.ts'
import { attention } from '../../state/attention.ts'
import { changeSettings, type GapCard, type NodeCard, session, world } from '../../state/index.ts'
import { closed, noClock } from '../../state/session.ts'
import { GapLedger } from './GapLedger.tsx'
import { waitingWords } from './waitingWords.ts'

const asked = silentEngine()
const before = world.getState()

const missing: GapCard = {
  object: 'replicaset/web-1',
  namespace: 'default',
  field: 'replicas',
  desired: 5,
  actual: 2,
  owner: 'replicaset-controller',
  since: 100,
  waitingFor: { reason: 'asleep', name: 'replicaset-controller' },
}

const unready = (name: string, since = 100): GapCard => ({
  ...missing,
  object: `pod/${name}`,
  field: 'Ready',
  desired: 'True',
  actual: 'False',
  owner: 'kubelet',
  since,
  waitingFor: { reason: 'back-off', until: 400 },
})

/** Groups of which the engine tells all, as if they had been open. */
let openGroups: readonly string[] = []

function show(gaps: readonly GapCard[], gapCount = gaps.length, tick = 130): void {
  world.setState({ ...before, gaps: groupsOf(gaps, openGroups), gapCount })
  session.setState({ ...closed, clock: { ...noClock, tick } })
  render(<GapLedger />)
}

beforeEach(() => {
  asked.length = 0
  openGroups = []
  changeSettings({ language: 'en' })
})
afterEach(cleanup)

describe('the gap ledger', () => {
  it('says of a world without gaps that nothing is missing', () => {
    show([])
    expect(screen.getByText('Converged: nothing is missing')).toBeTruthy()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('says what is missing, of what, whose work it is, why it waits and since when', () => {
    show([missing])
    const row = screen.getByRole('button')
    for (const text of ['3 Pods missing', 'replicaset/web-1', 'replicaset-controller', 'asleep', '3.0 s'])
      expect(within(row).getByText(text, { exact: true })).toBeTruthy()
  })

  it('counts down to when it goes on', () => {
    show([unready('a')])
    expect(screen.getByText('tries again in 27 s')).toBeTruthy()
    cleanup()
    show([unready('a')], 1, 400)
    expect(screen.getByText('any moment now')).toBeTruthy()
  })

  it('tells times by half seconds while time runs, and exactly while it stands', () => {
    show([missing], 1, 137)
    expect(screen.getByText('3.7 s', { exact: true })).toBeTruthy()
    act(() => session.setState(({ clock }) => ({ clock: { ...clock, playing: true } })))
    expect(screen.getByText('3.5 s', { exact: true })).toBeTruthy()
  })

  it('gathers many of a kind, and opens into each', async () => {
    show([missing, unready('a'), unready('b', 110), unready('c', 120)], 7)
    expect(screen.queryByText('pod/b')).toBeNull()
    await userEvent.click(screen.getByText('3 Pods not Ready yet'))
    openGroups = attention.getState().openGroups
    expect(openGroups).toHaveLength(1)
    cleanup()
    show([missing, unready('a'), unready('b', 110), unready('c', 120)], 7)
    await userEvent.click(screen.getByText('3 Pods not Ready yet'))
    expect(screen.getByText('pod/b')).toBeTruthy()
    expect(screen.getAllByText('tries again in 27 s')).toHaveLength(4)
    expect(screen.getByText('and 3 more')).toBeTruthy()
    expect(screen.getByText('7 open')).toBeTruthy()
  })

  it('selects the object of a gap', async () => {
    const node = { slot: 42, name: 'node-1' } as NodeCard
    show([
      {
        ...missing,
        object: 'node/node-1',
        namespace: '',
        field: 'Ready',
        desired: 'True',
        actual: 'Unknown',
      },
    ])
    world.setState({ nodes: new Map([[42, node]]) })
    await userEvent.click(screen.getByRole('button'))
    expect(session.getState().selected).toBe(42)
    expect(asked).toEqual([{ type: 'inspect', slot: 42 }])
  })
})

describe('what a gap waits for', () => {
  it.each(Object.keys(waitingWords) as (keyof typeof waitingWords)[])('has words for %s', (reason) => {
    const { plain, named, until } = waitingWords[reason]
    for (const language of languages) expect(plain[language]).not.toBe('')
    expect([...slotsOf(plain)]).toEqual([])
    if (named !== undefined) expect([...slotsOf(named)]).toEqual(['name'])
    if (until !== undefined) expect([...slotsOf(until)]).toEqual(['time'])
    show([{ ...missing, waitingFor: { reason, name: 'node-1', until: 400 } }])
    expect(screen.getByRole('button').textContent).toContain((named ?? plain).en.replace('{name}', 'node-1'))
  })
})
