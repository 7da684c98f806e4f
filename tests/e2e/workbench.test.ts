/** The screen of a world at every size: a sandbox with everything shown, something broken and something selected. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { App, clippedTexts, isOpen, objections } from './app.ts'

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

describe.each([
  ['en', 'light', 390, 844],
  ['ko', 'dark', 390, 844],
  ['en', 'dark', 1024, 768],
  ['ko', 'light', 1024, 768],
  ['ko', 'dark', 1280, 800],
  ['en', 'light', 1920, 1080],
] as const)('the sandbox in %s, %s, %i wide', (language, colorScheme, width, height) => {
  it('clips no text, has nothing that axe objects to, and says nothing to the console', async () => {
    const { page, troubles } = await app.visit({
      language,
      colorScheme,
      viewport: { width, height },
      hash: '/sandbox',
    })
    await isOpen(page)
    await page.evaluate("kubeloop.run('sim image break nginx:9')")
    await page.evaluate("kubeloop.run('kubectl set image deployment/web nginx=nginx:9')")
    await page.evaluate("kubeloop.run('sim node fail node-2')")
    await page.evaluate("kubeloop.run('sim wait 60s')")
    await page
      .getByRole('button', { name: /^node-1|node-1/ })
      .first()
      .click()
    expect(await clippedTexts(page)).toEqual([])
    expect(await objections(page)).toEqual([])
    expect(troubles).toEqual([])
    await page.context().close()
  })
})

it.each(['en', 'ko'] as const)(
  'shows branch and seed beside the clock at every width (%s)',
  async (language) => {
    const { page } = await app.visit({ language, hash: '/sandbox' })
    await isOpen(page)
    await page.evaluate("kubeloop.run('sim wait 5s')")
    await page.evaluate("kubeloop.run('sim branch what-if-the-node-fails')")
    for (const width of [390, 800, 900, 1024, 1100, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.waitForTimeout(200)
      expect(await clippedTexts(page), `${width} wide`).toEqual([])
      const seed = await page.getByText(/^(Seed|시드) 1$/).boundingBox()
      expect((seed?.x ?? width) + (seed?.width ?? 0), `${width} wide`).toBeLessThanOrEqual(width)
    }
    await page.context().close()
  },
)

it('continues after a reload at the same tick with the same world', async () => {
  const { page } = await app.visit({ hash: '/sandbox' })
  await isOpen(page)
  await page.evaluate("kubeloop.run('kubectl scale deployment/web --replicas=5')")
  await page.evaluate("kubeloop.run('sim wait 1500ms')")
  const [tick, hash] = [await page.evaluate('kubeloop.tick'), await page.evaluate('kubeloop.hash()')]
  await page.waitForTimeout(500)
  await page.reload()
  await isOpen(page)
  expect([await page.evaluate('kubeloop.tick'), await page.evaluate('kubeloop.hash()')]).toEqual([tick, hash])
  await page.context().close()
})

it('refuses a broken link in words, and nothing is lost', async () => {
  const { page, troubles } = await app.visit({ hash: 'k=rubbish' })
  await page.getByRole('heading', { level: 1, name: /Change the number/ }).waitFor()
  expect(troubles).toEqual([])
  await page.context().close()
})

it('comes with at most 250 KB before a world is opened', async () => {
  const { page } = await app.visit()
  await page.getByRole('heading', { level: 1 }).waitFor()
  const names = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => name)",
  )
  const { gzipSync } = await import('node:zlib')
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(new Uint8Array(await (await fetch(name)).arrayBuffer())).length),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000)
  await page.context().close()
})
