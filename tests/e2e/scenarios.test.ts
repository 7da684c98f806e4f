/** Every scenario, played in a browser by visible controls, with nothing said against it on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarioNamed, scenarios } from '../../src/lab/scenario/library.ts'
import { App, clippedTexts, objections } from './app.ts'
import { Keyboard, Pointer } from './hands.ts'
import { Learner } from './learner.ts'

const minutes = 60_000

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

describe.concurrent.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (id, scenario) => {
    // Most of a play is waiting for the world's own seconds, so they wait together.
    it.concurrent.each([
      ['en', 'light'],
      ['ko', 'dark'],
    ] as const)(
      'is played to its end in %s by what can be seen, in the %s theme',
      async (language, colorScheme) => {
        const { page, troubles } = await app.visit({ language, colorScheme, hash: `/scenario/${id}` })
        const against: string[] = []
        // What comes first is played at its own pace; the course's minutes would add up to a quarter of an hour.
        const hurries = scenario.level !== 'first-steps'
        await new Learner(page, language, new Pointer(), hurries).play(scenario, async (moment) => {
          const found = await clippedTexts(page)
          if (moment.endsWith('told')) against.push(...(await objections(page)))
          against.push(...found.map((one) => `${moment}: ${one}`))
        })
        expect(against).toEqual([])
        expect(troubles).toEqual([])
        await page.context().close()
      },
      4 * minutes,
    )
  },
)

it.concurrent.each(['en', 'ko'] as const)(
  'the first scenario is played to its end in %s by keyboard alone',
  async (language) => {
    const { page, troubles } = await app.visit({ language, hash: '/scenario/desired-vs-actual' })
    const scenario = scenarioNamed('desired-vs-actual')
    if (scenario === undefined) throw new Error('the library has lost its first scenario')
    await new Learner(page, language, new Keyboard(page)).play(scenario)
    expect(troubles).toEqual([])
    await page.context().close()
  },
  4 * minutes,
)

it.concurrent.each([
  ['en', 'dark'],
  ['ko', 'light'],
] as const)(
  'the first scenario is played to its end on a phone in %s, in the %s theme, and no text is clipped there',
  async (language, colorScheme) => {
    const viewport = { width: 390, height: 844 }
    const { page, troubles } = await app.visit({
      language,
      colorScheme,
      viewport,
      hash: '/scenario/desired-vs-actual',
    })
    const scenario = scenarioNamed('desired-vs-actual')
    if (scenario === undefined) throw new Error('the library has lost its first scenario')
    const against: string[] = []
    await new Learner(page, language).play(scenario, async (moment) => {
      const found = [...(await clippedTexts(page)), ...(await objections(page))]
      against.push(...found.map((one) => `${moment}: ${one}`))
    })
    expect(against).toEqual([])
    expect(troubles).toEqual([])
    await page.context().close()
  },
  4 * minutes,
)
