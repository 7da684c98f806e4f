/** A presentation: what a room sees, and what a clicker does. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as guide } from '../../src/components/guide/words.ts'
import { words as present } from '../../src/components/present/words.ts'
import { App, clippedTexts, type Language, objections } from './app.ts'
import { Pointer } from './hands.ts'

const pointer = new Pointer()

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

describe.each([
  ['en', 'light', 1920, 1080],
  ['ko', 'dark', 1280, 800],
] as const)('a presentation in %s, %s, %i wide', (language, colorScheme, width, height) => {
  it('is legible at the back of a room, goes by a clicker, and outlives a reload', async () => {
    const { page, troubles } = await app.visit({
      language,
      colorScheme,
      viewport: { width, height },
      hash: '/scenario/desired-vs-actual',
    })
    await page.getByRole('button', { name: present.present[language], exact: true }).click()
    expect(await smallTexts(page)).toEqual([])
    await guessAndRun(page, language)
    expect(await smallTexts(page)).toEqual([])
    expect(await clippedTexts(page)).toEqual([])
    expect(await objections(page)).toEqual([])

    await page.keyboard.press('PageDown')
    await isAtStep(page, language, 2)
    await page.keyboard.press('ArrowLeft')
    await isAtStep(page, language, 1)

    await page.keyboard.press('b')
    await page.getByRole('button', { name: present.dark[language] }).waitFor()
    await page.keyboard.press('PageDown')
    await page.getByRole('button', { name: present.dark[language] }).waitFor({ state: 'detached' })
    await isAtStep(page, language, 1)

    await page.evaluate('globalThis.isTheSamePage = true')
    await page.keyboard.press('F5')
    expect(await page.evaluate('globalThis.isTheSamePage')).toBe(true)

    await page.waitForTimeout(500)
    await page.reload()
    await page.getByRole('button', { name: present.end[language], exact: true }).waitFor()
    await isAtStep(page, language, 1)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: present.present[language], exact: true }).waitFor()
    expect(troubles).toEqual([])
    await page.context().close()
  })
})

async function guessAndRun(page: Page, language: Language): Promise<void> {
  await pointer.choose(page.getByRole('radiogroup').getByRole('radio').first())
  for (const button of [guide.lock, guide.run])
    await page.getByRole('button', { name: button[language] }).click()
  await page.getByRole('button', { name: guide.next[language], exact: true }).waitFor({ timeout: 60_000 })
}

function isAtStep(page: Page, language: Language, step: number): Promise<void> {
  const text = guide.stepOf[language].replace('{step}', String(step)).replace('{steps}', '6')
  return page.getByText(text, { exact: true }).first().waitFor()
}

/** Texts that are seen and smaller than 24 px. */
function smallTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim()
      if (!text || !element?.checkVisibility() || element.closest('.visually-hidden') !== null) continue
      if (
        element.getBoundingClientRect().width > 2 &&
        Number.parseFloat(getComputedStyle(element).fontSize) < 24
      )
        found.push(text)
    }
    return found
  })
}
