/** The Map on the screen with a thousand nodes: seen, moved, searched and selected at every level, by hand and by keys. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { colouringWords, words as map } from '../../src/components/stage/map/words.ts'
import { words as shown } from '../../src/components/stage/words.ts'
import { App, clippedTexts, isOpen, type Language, objections, type Visit } from './app.ts'
import { elements, mostElements } from './elements.ts'
import { coloursOnMap } from './mapColours.ts'

const minute = 60_000
let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

const manifest = `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 3000, selector: {matchLabels: {app: web}},
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web, resources: {requests: {cpu: 400m}}}]}}}}`

/** A thousand nodes in three zones; pods on them, some of them still waiting, and a machine that is off. */
async function thousandNodes(visit: Visit) {
  const { page, troubles } = await app.visit({ hash: '/sandbox', ...visit })
  await isOpen(page)
  for (const line of [
    'sim cluster --nodes 1000 --zones zone-a,zone-b,zone-c',
    'sim limit controller-manager --qps 900 --burst 900',
    'sim limit scheduler --qps 800 --burst 800',
  ])
    await page.evaluate(`kubeloop.run(${JSON.stringify(line)})`)
  await page.evaluate(`kubeloop.run('kubectl apply -f -', ${JSON.stringify(manifest)})`)
  for (const line of ['sim wait 5s', 'sim node fail node-7', 'kubectl cordon node-8'])
    await page.evaluate(`kubeloop.run(${JSON.stringify(line)})`)
  await page.keyboard.press('2')
  await field(page, visit.language).waitFor()
  await hasPicture(page)
  return { page, troubles }
}

function field(page: Page, language: Language = 'en') {
  return page.getByRole('application', { name: map.map[language] })
}

async function hasPicture(page: Page): Promise<void> {
  await page.waitForFunction(
    () => (document.querySelector<HTMLCanvasElement>('[role=application] canvas')?.width ?? 0) > 400,
  )
  await page.waitForTimeout(400)
}

const selected = (page: Page) => page.evaluate('kubeloop.state.session.selected') as Promise<number>

describe.each([
  ['en', 'light', 1280, 800],
  ['ko', 'dark', 1920, 1080],
  ['ko', 'light', 1024, 768],
  ['en', 'dark', 390, 844],
] as const)('the Map in %s, %s, %i wide', (language, colorScheme, width, height) => {
  it(
    'is never empty, clips no text, has nothing that axe objects to and few elements, in colours of every kind and as a table',
    async () => {
      const { page, troubles } = await thousandNodes({ language, colorScheme, viewport: { width, height } })
      await page.waitForTimeout(2000)
      for (const word of Object.values(colouringWords)) {
        await page.getByRole('button', { name: word[language], exact: true }).click()
        await page.waitForTimeout(300)
        expect(await coloursOnMap(page)).toBeGreaterThan(3)
      }
      expect(await clippedTexts(page)).toEqual([])
      expect(await objections(page)).toEqual([])
      expect(await elements(page)).toBeLessThan(mostElements)
      const lens = page.getByRole('region', { name: map.stage[language] })
      await lens.getByRole('button', { name: shown.asTable[language], exact: true }).click()
      await page.getByRole('table').first().waitFor()
      expect(await page.getByRole('table').first().getAttribute('aria-rowcount')).toMatch(/^100[12]$/)
      expect(await clippedTexts(page)).toEqual([])
      expect(await objections(page)).toEqual([])
      expect(await elements(page)).toBeLessThan(mostElements)
      expect(troubles).toEqual([])
      await page.context().close()
    },
    2 * minute,
  )
})

it(
  'is zoomed by the wheel from all of it to a name each, shows something at every level and selects what is clicked',
  async () => {
    const { page, troubles } = await thousandNodes({})
    const box = await field(page).boundingBox()
    const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
    await page.mouse.move(middle.x, middle.y)
    for (let level = 0; level < 8; level++) {
      expect(await coloursOnMap(page), `level ${level}`).toBeGreaterThan(2)
      await page.mouse.wheel(0, -300)
      await page.waitForTimeout(250)
    }
    await page.keyboard.press('Escape')
    for (const name of ['node-500', 'node-7']) {
      const slot = await jumpTo(page, name)
      await page.mouse.click(middle.x, middle.y)
      await page.waitForFunction(`kubeloop.state.session.selected !== 0`)
      const chosen = await selected(page)
      const node = await page.evaluate(`kubeloop.state.world.pods.get(${chosen})?.node ?? ${chosen}`)
      expect(node).toBe(slot)
      await page.keyboard.press('Escape')
      await page.waitForFunction('kubeloop.state.session.selected === 0')
      await page.waitForTimeout(300)
    }
    expect(troubles).toEqual([])
    await page.context().close()
  },
  2 * minute,
)

/** Answers the node's slot. */
async function jumpTo(page: Page, name: string): Promise<number> {
  const search = page.getByRole('combobox', { name: map.search.en })
  await search.fill(name)
  await page.getByRole('option').first().waitFor()
  await search.press('Enter')
  await page.waitForTimeout(500)
  return page.evaluate(
    `[...kubeloop.state.world.nodes.values()].find((node) => node.name === '${name}').slot`,
  ) as Promise<number>
}

it.each(['en', 'ko'] as const)(
  'is walked, zoomed and acted upon by keyboard alone, and says where one is (%s)',
  async (language) => {
    const { page, troubles } = await thousandNodes({ language })
    const host = field(page, language)
    await host.focus()
    const said = host.locator('[aria-live]')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(
      () => document.querySelector('[role=application] [aria-live]')?.textContent !== '',
    )
    const first = await said.textContent()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(300)
    expect(await said.textContent()).not.toBe(first)
    for (let press = 0; press < 8; press++) await page.keyboard.press('+')
    await page.waitForTimeout(300)
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(300)
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await host.focus()
    await page.keyboard.press('ArrowUp')
    await page.waitForTimeout(300)
    await page.keyboard.press('Enter')
    await page.waitForFunction('kubeloop.state.session.selected !== 0')
    await page.keyboard.press('0')
    expect(troubles).toEqual([])
    await page.context().close()
  },
  2 * minute,
)

it(
  'offers itself where the stage has too many for chips',
  async () => {
    const { page } = await thousandNodes({})
    await page.keyboard.press('1')
    expect(await elements(page)).toBeLessThan(mostElements)
    await page.getByRole('button', { name: 'See each of them on the map' }).click()
    await field(page).waitFor()
    await page.context().close()
  },
  2 * minute,
)
