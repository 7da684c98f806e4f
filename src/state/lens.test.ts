import { expect, it } from 'vitest'
import type { GuideState, LoadCard, Scenario } from '../worker/protocol.ts'
import { lensesThere } from './lens.ts'
import { closed, type Session } from './session.ts'

const load = {} as LoadCard
const scenario = { steps: [{}, { show: { lens: 'map' } }, {}] } as unknown as Scenario

function taught(step: number, more: Partial<Session> = {}): Session {
  return { ...closed, opened: { shared: false, scenario }, guide: { step } as GuideState, ...more }
}

it.each<[string, Session, readonly LoadCard[], readonly string[]]>([
  ['of a sandbox', closed, [], ['loop', 'map']],
  ['of a sandbox with requests', closed, [load], ['loop', 'map', 'traffic']],
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
