/** The built app in a Chromium, as a visitor has it; what goes wrong on the page is collected. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { PreviewServer } from 'vite'
import { launchChromium, serveApp } from './chromium.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type Language = 'en' | 'ko'

export interface Visit extends BrowserContextOptions {
  readonly language?: Language
  /** After the `#`. */
  readonly hash?: string
  readonly settings?: Readonly<Record<string, unknown>>
}

export interface Visited {
  readonly page: Page
  /** Errors of the console and of scripts, and addresses asked for elsewhere. */
  readonly troubles: string[]
}

export class App {
  readonly #browser: Browser
  readonly #server: PreviewServer
  readonly url: string

  private constructor(browser: Browser, server: PreviewServer, url: string) {
    this.#browser = browser
    this.#server = server
    this.url = url
  }

  static async start(): Promise<App> {
    const [browser, { server, url }] = await Promise.all([launchChromium(), serveApp()])
    return new App(browser, server, url)
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await this.#server.close()
  }

  /** A visitor of their own: nothing kept from others. */
  async visit({ language = 'en', hash = '', settings = {}, ...options }: Visit = {}): Promise<Visited> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    const kept = JSON.stringify({ language, ...settings })
    await context.addInitScript(`localStorage['kubeloop/settings'] ??= ${JSON.stringify(kept)}`)
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
    })
    page.on('request', (request) => {
      const address = request.url()
      if (!address.startsWith(this.url) && !/^(data|blob):/.test(address))
        troubles.push(`asked for ${address}`)
    })
    await page.goto(`${this.url}${hash === '' ? '' : `#${hash}`}`)
    return { page, troubles }
  }
}

/** A world is open and its workbench is on the screen, however late its code came. */
export function isOpen(page: Page): Promise<unknown> {
  return page.waitForFunction(openWorkbench)
}

export const openWorkbench =
  "globalThis.kubeloop?.state.session.status === 'open' && document.querySelector('header h1') !== null"

/** What axe objects to, in short. */
export async function objections(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  // A tag that fades is hard to read just then: it is judged when it has come or gone.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null
      return playState !== 'running' || target?.closest('[role=status]') == null
    }),
  )
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** Visible texts that are cut off without a way to see the rest, and whether the page is wider than its window. */
export function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`page is ${document.documentElement.scrollWidth} wide`)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (
        text === '' ||
        element === null ||
        !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue
      // The rolling digits of the clock stand in columns of which one digit is meant to be seen.
      if (element.closest('.visually-hidden, svg, script, style, pre, [role=timer]') !== null) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (box.width === 0) continue
      for (let parent: Element | null = element; parent !== null; parent = parent.parentElement) {
        const style = getComputedStyle(parent)
        if (style.textOverflow === 'ellipsis' || /auto|scroll/.test(style.overflowX + style.overflowY)) break
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
        const frame = parent.getBoundingClientRect()
        if (frame.width <= 1 || frame.height <= 1) break
        const cut = Math.max(
          box.right - frame.right,
          frame.left - box.left,
          box.bottom - frame.bottom - 2,
          frame.top - box.top - 2,
        )
        if (cut > 1.5) found.push(`"${text.slice(0, 60)}" is cut by ${Math.round(cut)} px`)
        break
      }
    }
    return found
  })
}
