import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { App, clippedTexts, objections } from './app.ts'

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

describe.each(['en', 'ko'] as const)('the home page in %s', (language) => {
  it.each([
    ['light', 390, 844],
    ['dark', 1024, 768],
    ['light', 1280, 800],
    ['dark', 1920, 1080],
  ] as const)('holds nothing against %s at %i wide', async (colorScheme, width, height) => {
    const { page, troubles } = await app.visit({ language, colorScheme, viewport: { width, height } })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    expect(await page.getByRole('link', { name: /desired|원하는/i }).count()).toBeGreaterThan(0)
    expect(await objections(page)).toEqual([])
    expect(await clippedTexts(page)).toEqual([])
    expect(troubles).toEqual([])
  })
})

it('changes its language at a press, and remembers it', async () => {
  const { page } = await app.visit()
  await page.getByRole('button', { name: '한국어' }).click()
  expect(await page.getAttribute('html', 'lang')).toBe('ko')
  await page.reload()
  await page.getByRole('button', { name: 'English' }).waitFor()
})
