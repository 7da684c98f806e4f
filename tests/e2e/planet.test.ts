/** A planet in the sandbox: seen while it fills, stopped or left at any moment, and as light a page as any other. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { words as map } from '../../src/components/stage/map/words.ts'
import { words as shown } from '../../src/components/stage/words.ts'
import { words } from '../../src/components/workbench/words.ts'
import { App, clippedTexts, objections } from './app.ts'
import { elements, mostElements } from './elements.ts'
import { coloursOnMap } from './mapColours.ts'

const minute = 60_000
let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

const pods = (page: Page) => page.evaluate('kubeloop.state.world.pods.size') as Promise<number>
const isFilling = (page: Page) => page.evaluate('kubeloop.state.session.clock.filling') as Promise<boolean>

it(
  'is seen on the map while it fills, and stays as it is when one does not want to wait',
  async () => {
    const { page, troubles } = await app.visit({ hash: '/sandbox/planet' })
    const stop = page.getByRole('button', { name: words.stopHere.en })
    await stop.waitFor({ timeout: minute })
    await page.getByRole('progressbar', { name: words.filling.en }).waitFor()
    await page.getByRole('application', { name: map.map.en }).waitFor()
    await page.waitForFunction('kubeloop.state.world.pods.size > 4000', undefined, { timeout: minute })
    expect(await isFilling(page)).toBe(true)
    expect(await coloursOnMap(page)).toBeGreaterThan(3)
    expect(await elements(page)).toBeLessThanOrEqual(mostElements)
    expect(await clippedTexts(page)).toEqual([])
    expect(await objections(page)).toEqual([])

    await stop.click()
    await stop.waitFor({ state: 'detached' })
    expect(await isFilling(page)).toBe(false)
    const before = await pods(page)
    expect(before).toBeLessThan(150_000)
    await page.waitForTimeout(500)
    expect(await pods(page)).toBe(before)

    // What there is can be found, chosen and read as a table, and lines are taken.
    const search = page.getByRole('combobox', { name: map.search.en })
    await search.fill('node-4999')
    await page.getByRole('option').first().waitFor()
    await search.press('Enter')
    await page.waitForTimeout(500)
    const box = await page.getByRole('application').boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    await page.waitForFunction('kubeloop.state.session.selected !== 0')
    await page.keyboard.press('1')
    await page.waitForTimeout(1000)
    expect(await elements(page)).toBeLessThanOrEqual(mostElements)
    await page.keyboard.press('2')
    await page.getByRole('application').waitFor()
    expect(await coloursOnMap(page)).toBeGreaterThan(3)
    const lens = page.getByRole('region', { name: map.stage.en })
    await lens.getByRole('button', { name: shown.asTable.en, exact: true }).click()
    await page.getByRole('table').first().waitFor()
    expect(await page.getByRole('table').first().getAttribute('aria-rowcount')).toMatch(/^500[12]$/)
    expect(await elements(page)).toBeLessThanOrEqual(mostElements)
    expect(await page.evaluate("kubeloop.run('kubectl scale deployment/app-1 --replicas=10')")).toBe(true)
    expect(troubles).toEqual([])
    await page.context().close()
  },
  3 * minute,
)

it(
  // A scenario is there when all of it is set up.
  'is left before there is anything to see, and leaves nothing behind',
  async () => {
    const { page, troubles } = await app.visit({ hash: '/scenario/planet-scale' })
    await page.evaluate(pressInItsFirstFrame, words.giveUp.en)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate('kubeloop.state.session.status')).toBe('closed')
    await expect.poll(() => page.workers().length, { timeout: minute }).toBe(0)
    expect(troubles).toEqual([])
    await page.context().close()
  },
  2 * minute,
)

/** In the page: a planet may be there sooner than a button that still moves can be clicked. */
function pressInItsFirstFrame(name: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      if (button === undefined) requestAnimationFrame(look)
      else resolve(button.click())
    }
    look()
  })
}
