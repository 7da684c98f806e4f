/** The stage while the cluster closes a gap: what is painted on it, and that it is where it can be pressed. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { words as settings } from '../../src/components/settings/words.ts'
import { words as twin } from '../../src/components/stage/twin/words.ts'
import { words as shown } from '../../src/components/stage/words.ts'
import { words as transport } from '../../src/components/transport/words.ts'
import { App, clippedTexts, isOpen, objections } from './app.ts'
import { elements, mostElements } from './elements.ts'

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

it.each([
  ['light', 'no-preference'],
  ['dark', 'reduce'],
] as const)(
  'shows pods that come and go where they can be pressed, in %s with motion: %s',
  async (colorScheme, reducedMotion) => {
    const { page, troubles } = await app.visit({ hash: '/sandbox', colorScheme, reducedMotion })
    await isOpen(page)
    await page.evaluate("kubeloop.run('kubectl scale deployment/web --replicas=9')")
    await page.evaluate('kubeloop.setSpeed(4), kubeloop.play()')
    await page.locator('[data-picture=chips][data-in-motion=true]').waitFor({ state: 'attached' })
    if (reducedMotion === 'no-preference')
      await page.locator('[data-picture=tokens][data-in-motion=true]').waitFor({ state: 'attached' })
    await page.waitForFunction('kubeloop.state.world.gapCount === 0')
    await page.evaluate("kubeloop.run('kubectl scale deployment/web --replicas=6')")
    await page.waitForFunction('kubeloop.state.world.pods.size === 6')
    await page.evaluate('kubeloop.pause()')
    await expect.poll(() => page.evaluate(paintedChips), { timeout: 10_000 }).toBe(6)
    expect(await page.getByRole('toolbar', { name: 'Pods' }).getByRole('button').count()).toBe(6)
    expect(troubles).toEqual([])
    await page.context().close()
  },
)

it('has no more elements for two thousand Deployments, seen or read as a table', async () => {
  const { page, troubles } = await app.visit({ hash: '/sandbox' })
  await isOpen(page)
  await page.evaluate(`kubeloop.run('kubectl apply -f -', ${JSON.stringify(twoThousand)})`)
  await page.waitForFunction('kubeloop.state.world.deployments.size > 2000')
  await page.waitForTimeout(2500)
  expect(await elements(page)).toBeLessThanOrEqual(mostElements)
  const stage = page.getByRole('region', { name: shown.stage.en })
  await stage.getByRole('button', { name: shown.asTable.en, exact: true }).click()
  const table = page.getByRole('table', { name: twin.workloads.en })
  expect(await table.getAttribute('aria-rowcount')).toMatch(/^200[23]$/)
  expect(await elements(page)).toBeLessThanOrEqual(mostElements)
  expect(await clippedTexts(page)).toEqual([])
  expect(await objections(page)).toEqual([])
  expect(troubles).toEqual([])
  await page.context().close()
}, 120_000)

const twoThousand = Array.from(
  { length: 2000 },
  (_, i) =>
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: app-${i}}, spec: {replicas: 0, selector: {matchLabels: {app: app-${i}}}, template: {metadata: {labels: {app: app-${i}}}, spec: {containers: [{name: web, image: web}]}}}}`,
).join('\n---\n')

it('tells of what a tick has no room for, where it moves nothing, and no longer than it waits', async () => {
  const { page, troubles } = await app.visit({ hash: '/sandbox' })
  await isOpen(page)
  const server = page.locator('[data-place=api]')
  const place = await server.boundingBox()
  await page.evaluate("kubeloop.run('sim node add --count 400')")
  await page.getByText('kubelets: 250 waiting').waitFor()
  const stage = page.getByRole('region', { name: shown.stage.en })
  const asTable = stage.getByRole('button', { name: shown.asTable.en, exact: true })
  await asTable.click()
  await page.getByRole('listitem').filter({ hasText: '250 Pods and machines' }).waitFor()
  expect(await objections(page)).toEqual([])
  await asTable.click()
  await page.evaluate('kubeloop.play()')
  await page.waitForFunction('kubeloop.state.world.nodes.size === 403')
  await page.getByText(/kubelets: \d+ waiting/).waitFor({ state: 'detached' })
  await page.evaluate('kubeloop.setSpeed(0.5), void kubeloop.run("kubectl label nodes --all a=b")')
  await server.getByText('203 objects that your line has not come to yet').waitFor({ state: 'attached' })
  expect(await server.boundingBox()).toEqual(place)
  await server.getByText(/your line/).waitFor({ state: 'detached' })
  expect(troubles).toEqual([])
  await page.context().close()
})

it('paints anew in the colours of another theme', async () => {
  const { page } = await app.visit({ hash: '/sandbox', colorScheme: 'light' })
  await isOpen(page)
  await page.waitForFunction(paintedChips)
  const before = await inkOfChip(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => inkOfChip(page)).not.toEqual(before)
  await page.context().close()
})

it.each([
  ['en', 'dark'],
  ['ko', 'light'],
] as const)(
  'opens menus in %s, in the %s theme, to which axe has no objection',
  async (language, colorScheme) => {
    const { page, troubles } = await app.visit({ hash: '/sandbox', language, colorScheme })
    await isOpen(page)
    const against: string[] = []
    for (const kind of ['node', 'pod', 'workload', 'loop', 'api-server']) {
      await page.locator(`[data-target^="${kind}/"]`).first().click({ button: 'right' })
      await page.getByRole('menu').waitFor()
      for (const one of [...(await objections(page)), ...(await clippedTexts(page))])
        against.push(`${kind}: ${one}`)
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
    for (const [name, role] of [
      [transport.until[language], 'menu'],
      [settings.settings[language], 'dialog'],
    ] as const) {
      await page.getByRole('button', { name }).click()
      await page.getByRole(role).first().waitFor()
      against.push(...(await objections(page)).map((one) => `${name}: ${one}`))
      await page.keyboard.press('Escape')
      await page.getByRole(role).first().waitFor({ state: 'detached' })
    }
    expect(against).toEqual([])
    expect(troubles).toEqual([])
    await page.context().close()
  },
)

/** How many chips there are to press, if each has its picture just there and nothing moves; else nothing. */
const paintedChips = `(${() => {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-picture=chips]')
  if (canvas === null || canvas.dataset.inMotion === 'true') return undefined
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })
  copy?.drawImage(canvas, 0, 0)
  const origin = canvas.getBoundingClientRect()
  const scale = canvas.width / origin.width
  const chips = [...document.querySelectorAll('[data-slot]')].map((chip) => chip.getBoundingClientRect())
  const isPainted = ({ x, y, width, height }: DOMRect) =>
    (copy?.getImageData((x - origin.x + width / 2) * scale, (y - origin.y + height / 2) * scale, 1, 1)
      .data[3] ?? 0) > 250
  return chips.length > 0 && chips.every(isPainted) ? chips.length : undefined
}})()`

function inkOfChip(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector('[data-picture=chips]') as HTMLCanvasElement
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
      willReadFrequently: true,
    })
    copy?.drawImage(canvas, 0, 0)
    const origin = canvas.getBoundingClientRect()
    const { x, y, width, height } = (
      document.querySelector('[data-slot][data-look=ready]') as Element
    ).getBoundingClientRect()
    const at = copy?.getImageData(x - origin.x + width / 2, y - origin.y + height / 2, 1, 1)
    return [...(at?.data ?? [])]
  })
}
