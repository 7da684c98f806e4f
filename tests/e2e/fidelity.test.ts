import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { App, clippedTexts, objections } from './app.ts'

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

describe.each(['en', 'ko'] as const)('the page about fidelity in %s', (language) => {
  it.each([
    ['light', 390, 844],
    ['dark', 1024, 768],
    ['light', 1920, 1080],
  ] as const)('holds nothing against %s at %i wide', async (colorScheme, width, height) => {
    const { page, troubles } = await app.visit({
      language,
      colorScheme,
      viewport: { width, height },
      hash: '/fidelity',
    })
    await page.getByRole('heading', { name: 'replicaset-controller' }).waitFor()
    expect(await objections(page)).toEqual([])
    expect(await clippedTexts(page)).toEqual([])
    expect(troubles).toEqual([])
    await page.context().close()
  })
})
