import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import type { PreviewServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, serveApp } from './chromium.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let server: PreviewServer
let url: string

beforeAll(async () => {
  ;[browser, { server, url }] = await Promise.all([launchChromium(), serveApp()])
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.each(['light', 'dark'] as const)('the first page in the %s theme', (colorScheme) => {
  it('says in both languages what it is, without an error', async () => {
    const errors: string[] = []
    const page = await open({ colorScheme })
    page.on('pageerror', (error) => errors.push(error.message))
    await page.reload()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Kubeloop')
    expect(await page.locator('main').textContent()).toMatch(/reconciliation loop[\s\S]*조정 루프/)
    expect(errors).toEqual([])
  })

  it('has nothing that axe objects to, and nothing wider than a phone', async () => {
    const page = await open({ colorScheme, viewport: { width: 360, height: 740 } })
    await page.getByRole('button', { name: /Run/ }).click()
    await page.getByText('successfully rolled out').waitFor()
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate<AxeResults>('axe.run()')
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })
})

async function open(options: Parameters<Browser['newPage']>[0]): Promise<Page> {
  const page = await browser.newPage(options)
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}
