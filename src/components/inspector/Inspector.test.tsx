// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentEngine } from '../../../tests/support/silentEngine.ts'
import { changeSettings, type GuideState, type Inspected, type Request, session } from '../../state/index.ts'
import { closed } from '../../state/session.ts'
import { Inspector } from './Inspector.tsx'

const asked: Request[] = silentEngine()
const hostile = '<img src=x onerror="alert(1)">'

const pod: Inspected = {
  slot: 12,
  kind: 'pod',
  namespace: 'default',
  name: 'web-abc',
  exists: true,
  summary: [['status', hostile]],
  yaml: `kind: Pod\nmetadata:\n  name: ${hostile}\n`,
  events: [],
  causes: [
    {
      revision: 9,
      tick: 23,
      actor: 'replicaset-controller',
      verb: 'create',
      object: { slot: 12, kind: 'pod', name: 'web-abc' },
      more: 2,
    },
    {
      revision: 5,
      tick: 11,
      actor: 'kubectl',
      verb: 'update',
      object: { slot: 4, kind: 'deployment', name: 'web' },
      more: 0,
    },
    { revision: 4, tick: 11, actor: 'you', verb: 'command', line: `kubectl scale ${hostile}`, more: 0 },
  ],
  scheduling: {
    tick: 24,
    chosen: 'node-2',
    notVisited: 0,
    plugins: ['NodeResourcesFit', 'ImageLocality'],
    nodes: [
      { name: 'node-1', refusedBy: 'TaintToleration', refusal: 'untolerated taint', scores: [], total: 0 },
      { name: 'node-2', scores: [40, 7], total: 47 },
      { name: 'node-3', scores: [30, 9], total: 39 },
    ],
  },
  related: [{ slot: 3, kind: 'node', name: 'node-2' }],
  gaps: [],
}

function inspect(inspection: Inspected, more: object = {}): void {
  session.setState({ ...closed, status: 'open', selected: inspection.slot, inspection, ...more }, true)
  render(<Inspector />)
}
const openView = (name: string) => userEvent.click(screen.getByRole('tab', { name }))

beforeEach(() => {
  asked.length = 0
  changeSettings({ language: 'en', pauseToInspect: false })
})
afterEach(cleanup)

describe('the inspector', () => {
  it('tells why, back to the command, and goes to each object and moment', async () => {
    inspect(pod)
    await openView('Why')
    const chain = within(screen.getByRole('list', { name: 'Why' })).getAllByRole('listitem')
    expect(chain.map(({ textContent }) => textContent)).toEqual([
      '00:00:02.3Go therereplicaset-controller createdpod/web-abcand 2 more triggers at once',
      '00:00:01.1Go thereYou changeddeployment/web',
      `00:00:01.1Go thereYou gave this commandkubectl scale ${hostile}`,
    ])
    await userEvent.click(screen.getByRole('button', { name: /^deployment\/ ?web$/ }))
    await userEvent.click(within(chain[0] as HTMLElement).getByRole('button', { name: /Go to/ }))
    expect(asked).toEqual([
      { type: 'inspect', slot: 4 },
      { type: 'seek', tick: 23 },
    ])
    expect(session.getState().selected).toBe(4)
  })

  it('shows text as text, whatever the objects are called', async () => {
    inspect(pod)
    expect(screen.getByText(hostile)).toBeTruthy()
    await openView('YAML')
    expect(screen.getByRole('region', { name: 'YAML' }).textContent).toContain(hostile)
    expect(document.querySelector('img')).toBeNull()
  })

  it('lists the chosen node first and the refused ones last, with their reason', async () => {
    inspect(pod)
    await openView('Scheduler')
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '✓ chosennode-240747',
      'node-330939',
      'node-1× TaintToleration untolerated taint',
    ])
  })

  it('still tells the why of what is gone', async () => {
    inspect({ ...pod, exists: false })
    expect(screen.getByText('gone')).toBeTruthy()
    await openView('Why')
    expect(screen.getByText('replicaset-controller created')).toBeTruthy()
  })

  it('shows the trail alone until a scenario has revealed the rest', () => {
    inspect(pod, { guide: { revealed: ['causes'] } as unknown as GuideState })
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Why'])
    // No way through time before the scrubber is there.
    expect(screen.queryByRole('button', { name: /Go to/ })).toBeNull()
  })

  it('stops the world when it opens, for those who want that', () => {
    changeSettings({ pauseToInspect: true })
    session.setState({ ...closed, status: 'open', clock: { ...closed.clock, playing: true } }, true)
    render(<Inspector />)
    expect(asked).toEqual([])
    act(() => session.setState({ selected: 12, inspection: pod }))
    expect(asked).toEqual([{ type: 'pause' }])
  })
})
