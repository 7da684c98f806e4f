/** Every scenario, played in a browser by visible controls, with nothing said against it on the way. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarioNamed } from '../../src/lab/scenario/library.ts'
import { isSized, smallScenarios } from '../support/smallScenarios.ts'
import { App, clippedTexts, isOpen, objections } from './app.ts'
import { Keyboard, Pointer } from './hands.ts'
import { Learner } from './learner.ts'

const minutes = 60_000

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

describe.concurrent.each(smallScenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (id, scenario) => {
    // Most of a play is waiting for the world's own seconds, so they wait together.
    it.concurrent.each([
      ['en', 'light'],
      ['ko', 'dark'],
    ] as const)(
      'is played to its end in %s by what can be seen, in the %s theme',
      async (language, colorScheme) => {
        const hash = isSized(id) ? '/sandbox' : `/scenario/${id}`
        const { page, troubles } = await app.visit({ language, colorScheme, hash })
        if (isSized(id)) await dropSmall(page, id)
        const against: string[] = []
        // What comes first is played at its own pace; the course's minutes would add up to a quarter of an hour.
        const hurries = scenario.level !== 'first-steps'
        await new Learner(page, language, new Pointer(), hurries).play(scenario, async (moment) => {
          const found = await clippedTexts(page)
          if (moment.endsWith('told')) against.push(...(await objections(page)))
          against.push(...found.map((one) => `${moment}: ${one}`))
          if (firstOnes.includes(id)) against.push(...(await clippedElsewhere(page, moment)))
        })
        expect(against).toEqual([])
        expect(troubles).toEqual([])
        await page.context().close()
      },
      4 * minutes,
    )
  },
)

/** What everyone plays. */
const firstOnes = ['desired-vs-actual', 'control-loop', 'node-failure', 'rolling-update']
/** As `App.visit` has it. */
const usual = { width: 1280, height: 800 }
const elsewhere = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
]

/** The same moment in windows of other sizes: a play of its own for each would take minutes. */
async function clippedElsewhere(page: Page, moment: string): Promise<readonly string[]> {
  const against: string[] = []
  for (const viewport of elsewhere) {
    await page.setViewportSize(viewport)
    await page.evaluate(isDrawnTwice)
    const found = await clippedTexts(page)
    against.push(...found.map((one) => `${moment}, ${viewport.width} wide: ${one}`))
  }
  await page.setViewportSize(usual)
  return against
}

/** What is measured after a change of size is drawn after the next. */
const isDrawnTwice =
  'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))'

/** A large world would take the test its minutes: its file is dropped onto the page, with the small numbers in it. */
async function dropSmall(page: Page, id: string): Promise<void> {
  const text = readFileSync(`src/scenarios/${id}.yaml`, 'utf8').replace(
    /\{full: \d+, small: (\d+)\}/g,
    '{full: $1, small: $1}',
  )
  await isOpen(page)
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], 'scenario.yaml'))
    dispatchEvent(new DragEvent('drop', { dataTransfer }))
  }, text)
}

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
