import { beforeEach, describe, expect, it } from 'vitest'
import type { GuideState, LoadCard, Scenario, ServiceCard } from '../worker/protocol.ts'
import { hasTraffic, lensesThere, showLens, showLensOf, watchedLoad, watchService } from './lens.ts'
import { closed, type Session, session } from './session.ts'
import { type World, world } from './world.ts'

const steps = [{ show: { lens: 'loop' } }, { show: { lens: 'traffic' } }, {}]
const scenario = { steps } as unknown as Scenario
const load = (service: number) => ({ service, id: `svc/default/${service}` }) as LoadCard
const at = (step: number) => ({ step }) as GuideState

beforeEach(() => session.setState(closed, true))

describe('the lens', () => {
  it('is what the step of a scenario shows, or the last one before it that shows any', () => {
    session.setState({ opened: { scenario, shared: false } })
    const shown = [0, 1, 2].map((step) => {
      showLensOf(step)
      return session.getState().lens
    })
    expect(shown).toEqual(['loop', 'traffic', 'traffic'])
  })

  it('stays the reader’s own where no scenario says anything', () => {
    showLens('traffic')
    showLensOf(undefined)
    expect(session.getState().lens).toBe('traffic')
  })

  it('on requests is there with a load, with a step that shows it, or where it is shown already', () => {
    const found = (loads: readonly LoadCard[]) => hasTraffic({ loads }, session.getState())
    expect([found([]), found([load(7)])]).toEqual([false, true])
    session.setState({ opened: { scenario, shared: false }, guide: at(0) })
    expect(found([])).toBe(false)
    session.setState({ guide: at(1) })
    expect(found([])).toBe(true)
    session.setState({ ...closed, lens: 'traffic' }, true)
    expect(found([])).toBe(true)
  })
})

describe('the load that is looked at', () => {
  it('is that of the Service, or of the workload of its name, that a step selects', () => {
    const service = (slot: number, name: string) => ({ slot, namespace: 'default', name }) as ServiceCard
    world.setState({
      services: new Map([service(7, 'web'), service(9, 'cafe')].map((one) => [one.slot, one])),
    })
    const selects = ['service/cafe', 'horizontalpodautoscaler/web', undefined, 'node/node-1'].map(
      (select) => ({
        show: { select },
      }),
    )
    session.setState({ opened: { scenario: { steps: selects } as unknown as Scenario, shared: false } })
    const watched = selects.map((_, step) => {
      showLensOf(step)
      return session.getState().watched
    })
    expect(watched).toEqual([9, 7, 7, 7])
  })

  it('is the first, or that of the Service that was chosen; one that nobody asks has none', () => {
    const now: World = { ...world.getState(), loads: [load(7), load(9)] }
    const watched = (slot: number) => {
      watchService(slot)
      return watchedLoad(now, session.getState())?.service
    }
    expect([watched(0), watched(9), watched(12)]).toEqual([7, 9, undefined])
  })
})

const mapped = { steps: [{}, { show: { lens: 'map' } }, {}] } as unknown as Scenario

function taught(step: number, more: Partial<Session> = {}): Session {
  return { ...closed, opened: { shared: false, scenario: mapped }, guide: { step } as GuideState, ...more }
}

it.each<[string, Session, readonly LoadCard[], readonly string[]]>([
  ['of a sandbox', closed, [], ['loop', 'map']],
  ['of a sandbox with requests', closed, [load(7)], ['loop', 'map', 'traffic']],
  ['of a scenario before it asks for the map', taught(0), [], ['loop']],
  ['of a scenario that asks for it, and after', taught(2), [], ['loop', 'map']],
  [
    'of a scenario whose reader asked for everything',
    taught(0, { showEverything: true }),
    [],
    ['loop', 'map'],
  ],
])('the lenses %s', (_, session, loads, lenses) => {
  expect(lensesThere({ loads }, session)).toEqual(lenses)
})
