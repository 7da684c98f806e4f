// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentEngine } from '../../../tests/support/silentEngine.ts'
import { scenarioNamed } from '../../lab/scenario/library.ts'
import { changeSettings, type GuideState, type Request, type Scenario, session } from '../../state/index.ts'
import { closed } from '../../state/session.ts'
import { Guide } from './Guide.tsx'

const asked: Request[] = silentEngine()
const scenario = scenarioNamed('desired-vs-actual') as Scenario

const start: GuideState = {
  scenario: scenario.id,
  step: 0,
  finished: [],
  phase: 'asking',
  values: {},
  detour: false,
  lines: ['kubectl scale deployment/web --replicas=5'],
  hints: 0,
  solutionShown: false,
  revealed: [],
}

function show(state: Partial<GuideState>): void {
  session.setState({
    ...closed,
    status: 'open',
    opened: { shared: false, scenario },
    guide: { ...start, ...state },
  })
  render(<Guide />)
}

const button = (name: string | RegExp) => screen.queryByRole('button', { name })
const linesShown = () => [...document.querySelectorAll('code')].map(({ textContent }) => textContent)
const lastAsked = () => asked.at(-1)

beforeEach(() => {
  asked.length = 0
  changeSettings({ language: 'en' })
  vi.stubGlobal('scrollTo', () => {})
})
afterEach(cleanup)

describe('a prediction', () => {
  it('has no Run before it is locked, and no lock before there is an answer', () => {
    show({ phase: 'asking' })
    expect(button('Run')).toBeNull()
    expect(button('Lock my guess')).toHaveProperty('disabled', true)
    expect(screen.getByText('Choose an answer first')).toBeTruthy()
  })

  it('is chosen, then locked', async () => {
    show({ phase: 'asking', chosen: 1 })
    await userEvent.click(screen.getAllByRole('radio')[2] as HTMLElement)
    expect(lastAsked()).toEqual({ type: 'guide', action: { do: 'choose', option: 2 } })
    await userEvent.click(button('Lock my guess') as HTMLElement)
    expect(lastAsked()).toEqual({ type: 'guide', action: { do: 'lock' } })
  })

  it('stays as it was locked, and Run shows what it will send', async () => {
    show({ phase: 'locked', chosen: 1 })
    for (const radio of screen.getAllByRole('radio')) expect(radio).toHaveProperty('disabled', true)
    expect(button('Lock my guess')).toBeNull()
    expect(linesShown()).toEqual(['kubectl scale deployment/web --replicas=5'])
    await userEvent.click(button('Run') as HTMLElement)
    expect(lastAsked()).toEqual({ type: 'guide', action: { do: 'run' } })
  })

  it('hands the focus on from Lock to Run', () => {
    show({ phase: 'asking', chosen: 1 })
    button('Lock my guess')?.focus()
    act(() => session.setState({ guide: { ...start, phase: 'locked', chosen: 1 } }))
    expect(document.activeElement).toBe(button('Run'))
  })

  it('is skipped quietly, not passed by Next', async () => {
    show({ phase: 'asking' })
    expect(button('Next')).toBeNull()
    await userEvent.click(button('Skip') as HTMLElement)
    expect(lastAsked()).toEqual({ type: 'guide', action: { do: 'go', step: 1 } })
  })
})

describe('the verdict', () => {
  const told: Partial<GuideState> = {
    phase: 'told',
    happened: 1,
    finished: [0],
    values: { kept: '2', created: '3', secs: '2.7' },
  }

  it('puts a wrong guess beside what happened, with what was measured', () => {
    show({ ...told, chosen: 0 })
    const terms = screen.getAllByRole('term').map((term) => term.textContent)
    const facts = screen.getAllByRole('definition').map((fact) => fact.textContent)
    expect(terms).toEqual(['Your guess', 'What happened'])
    expect(facts).toEqual(['Replaced by five new ones', 'They stay, three are added'])
    expect(screen.getByText(/The holes closed in/).textContent).toBe(
      '2 stayed; 3 are new. The holes closed in 2.7 s. You changed one number.',
    )
    expect(screen.getByRole('status').textContent).toBe(
      'You guessed: Replaced by five new ones. What happened: They stay, three are added.',
    )
  })

  it('says of a right guess that it was right, with a sign beside the colour', () => {
    show({ ...told, chosen: 1 })
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['✓As you guessed'])
    expect(button('Next')).toBeTruthy()
  })
})

describe('a goal', () => {
  const goal = { met: true, since: 100, held: 100, reached: false }

  it('tells how long it has to hold', () => {
    show({ step: 5, phase: 'doing', lines: [], goal })
    session.setState(({ clock }) => ({ clock: { ...clock, tick: 140 } }))
    cleanup()
    render(<Guide />)
    expect(screen.getByText('Met; hold it for 6.0 s more')).toBeTruthy()
  })

  it('gives hints before it shows a solution, and runs neither', async () => {
    show({ step: 5, phase: 'doing', lines: [], hints: 1 })
    expect(screen.getByText('Hint 1')).toBeTruthy()
    expect(button('Show the solution')).toBeNull()
    await userEvent.click(button(/Show a hint/) as HTMLElement)
    expect(lastAsked()).toEqual({ type: 'guide', action: { do: 'hint' } })
    cleanup()
    show({ step: 5, phase: 'doing', lines: [], hints: 3, solutionShown: true })
    expect(linesShown()).toContain('kubectl scale deployment/web --replicas=3')
    expect(button('Run')).toBeNull()
  })
})

it('goes to any step by its dot', async () => {
  show({ finished: [0] })
  expect(button('Step 1, done')?.getAttribute('aria-current')).toBe('step')
  await userEvent.click(button('Step 4') as HTMLElement)
  expect(lastAsked()).toEqual({ type: 'guide', action: { do: 'go', step: 3 } })
})
