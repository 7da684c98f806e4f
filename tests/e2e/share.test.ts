/** Sharing a world, opening somebody's, and finding one's own as it was: in a browser, with its database and clipboard. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../src/components/share/words.ts'
import { words as map } from '../../src/components/stage/map/words.ts'
import { App, clippedTexts, type Language, objections, type Visited } from './app.ts'

let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

const hash = (page: Page) => page.evaluate(() => kubeloop.hash())
const run = (page: Page, line: string) => page.evaluate((line) => kubeloop.run(line), line)
const visibleNotice = (page: Page, text: RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor()

/** Whatever is being opened is there, and drawn. */
function opened(page: Page, isShared = false) {
  return page.waitForFunction(
    (isShared) => {
      const { status, opened, save } = kubeloop.state.session
      return status === 'open' && opened.shared === isShared && save !== undefined
    },
    isShared,
    { timeout: 20_000 },
  )
}

async function inSandbox(visit: Parameters<App['visit']>[0] = {}): Promise<Visited> {
  const visited = await app.visit({ hash: '/sandbox', ...visit })
  await opened(visited.page)
  return visited
}

async function openDialog(page: Page, language: Language = 'en') {
  await page.getByRole('button', { name: words.share[language], exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.title[language] })
  await dialog.waitFor()
  return dialog
}

async function linkOf(page: Page): Promise<string> {
  const dialog = await openDialog(page)
  const link = await dialog.getByRole('textbox', { name: words.address.en }).inputValue()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return link
}

/** Waits until the browser has written down how the world is now. */
async function kept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(readKept), { timeout: 10_000 })
    .toBe(await page.evaluate(() => JSON.stringify(kubeloop.state.session.save?.log)))
}

async function readKept(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('kubeloop')
    request.onsuccess = () => resolve(request.result)
  })
  return new Promise((resolve) => {
    const request = database.transaction('saves').objectStore('saves').get('kubeloop/sandbox')
    request.onsuccess = () => {
      database.close()
      resolve(JSON.stringify(request.result?.log))
    }
  })
}

async function breakKept(value: unknown): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('kubeloop')
    request.onsuccess = () => resolve(request.result)
  })
  await new Promise<void>((resolve) => {
    const writing = database.transaction('saves', 'readwrite')
    writing.objectStore('saves').put(value, 'kubeloop/sandbox')
    writing.oncomplete = () => resolve()
  })
  database.close()
}

describe.each(['en', 'ko'] as const)('the share dialog in %s', (language) => {
  it.each([
    ['light', 390, 844],
    ['dark', 1024, 768],
    ['dark', 1280, 800],
    ['light', 1920, 1080],
  ] as const)('holds nothing against %s at %i wide', async (colorScheme, width, height) => {
    const { page, troubles } = await inSandbox({ language, colorScheme, viewport: { width, height } })
    const dialog = await openDialog(page, language)
    await dialog.getByText(words.showQr[language]).click()
    await dialog.getByRole('img', { name: words.qr[language] }).waitFor()
    expect(await objections(page)).toEqual([])
    expect(await clippedTexts(page)).toEqual([])
    expect(troubles).toEqual([])
  })
})

describe('a link', () => {
  it('is copied, told to be, and opens the same world for another reader, paused', async () => {
    const { page } = await inSandbox({ permissions: ['clipboard-read', 'clipboard-write'] })
    await run(page, 'sim node fail node-2')
    await page.evaluate(() => kubeloop.setSpeed(50))
    await page.evaluate(() => kubeloop.play())
    await page.waitForFunction(() => kubeloop.tick > 700)
    const dialog = await openDialog(page)
    await dialog.getByRole('button', { name: words.copy.en }).click()
    await dialog.getByRole('status').filter({ hasText: words.copied.en }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const mine = { hash: await hash(page), tick: await page.evaluate(() => kubeloop.tick) }

    const { page: other, troubles } = await app.visit({ hash: new URL(link).hash.slice(1) })
    await opened(other, true)
    await other.getByRole('region', { name: words.banner.en }).waitFor()
    expect({ hash: await hash(other), tick: await other.evaluate(() => kubeloop.tick) }).toEqual(mine)
    expect(await other.evaluate(() => kubeloop.state.session.clock.playing)).toBe(false)
    expect(troubles).toEqual([])

    await dialog.getByRole('button', { name: words.close.en }).click()
    await page.waitForFunction((tick) => kubeloop.tick > tick, mine.tick)
  })

  it("leaves the reader's own world alone, and there is a way back to it", async () => {
    const { page: giver } = await inSandbox()
    await run(giver, 'kubectl delete deployment web --wait=false')
    const link = await linkOf(giver)

    const { page } = await inSandbox()
    await run(page, 'kubectl scale deployment/web --replicas=7')
    await kept(page)
    const mine = await hash(page)
    await page.evaluate((hash) => {
      location.hash = hash
    }, new URL(link).hash)
    await opened(page, true)
    await run(page, 'sim node fail node-1')
    expect(await hash(page)).not.toBe(mine)
    await page.getByRole('button', { name: words.back.en }).click()
    await opened(page)
    expect(await hash(page)).toBe(mine)
    expect(await page.evaluate(() => location.hash)).toBe('#/sandbox')
  })

  it('may be explored under no banner', async () => {
    const { page: giver } = await inSandbox()
    const { page } = await app.visit({ hash: new URL(await linkOf(giver)).hash.slice(1) })
    await opened(page, true)
    await page.getByRole('button', { name: words.explore.en }).click()
    await page.getByRole('region', { name: words.banner.en }).waitFor({ state: 'detached' })
    expect(await run(page, 'kubectl scale deployment/web --replicas=1')).toBe(true)
  })

  it('shows what its maker looked at: the lens and the object selected', async () => {
    const { page: giver } = await inSandbox()
    await giver.keyboard.press('2')
    const selected = await giver.evaluate(() => {
      const [node = 0] = kubeloop.state.world.nodes.keys()
      kubeloop.select(node)
      return node
    })
    const { page } = await app.visit({ hash: new URL(await linkOf(giver)).hash.slice(1) })
    await opened(page, true)
    await page.getByRole('region', { name: map.stage.en }).waitFor()
    expect(await page.evaluate(() => kubeloop.state.session.selected)).toBe(selected)
    await page.getByRole('heading', { name: 'node-1' }).waitFor()
  })

  it('that would be too long is none: a file is offered instead', async () => {
    const { page } = await inSandbox()
    for (let n = 0; n < 100; n++) {
      const label = `${Math.sin(n)}${Math.cos(n)}`.replace(/[^0-9]/g, '')
      expect(await run(page, `kubectl annotate deployment web --overwrite note=${label}`)).toBe(true)
    }
    const dialog = await openDialog(page)
    await dialog.getByText(/a link: it would take \d,\d{3} characters/).waitFor()
    expect(await dialog.getByRole('textbox').count()).toBe(0)
    await dialog.getByRole('button', { name: words.save.en }).waitFor()
  })

  it('that is hostile is refused in words, and what was open stays as it was', async () => {
    const { page, troubles } = await inSandbox()
    await run(page, 'kubectl scale deployment/web --replicas=7')
    const mine = await hash(page)
    for (const code of ['<img src=x onerror=alert(1)>', 'A'.repeat(70_000), 'AAAA']) {
      await page.evaluate((code) => {
        location.hash = `#k=${code}`
      }, code)
      await visibleNotice(page, /link/)
      expect(await page.evaluate(() => location.hash)).toBe('#/sandbox')
      expect(await hash(page)).toBe(mine)
      await page.getByRole('button', { name: 'Dismiss' }).click()
    }
    expect(troubles).toEqual([])
  })

  it('that is hostile tells a newcomer so on the first page', async () => {
    const { page } = await app.visit({ hash: 'k=AAAA' })
    await visibleNotice(page, /damaged/)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})

describe('a file', () => {
  it('holds the world, and opens it again', async () => {
    const { page } = await inSandbox()
    await run(page, 'kubectl scale deployment/web --replicas=2')
    const mine = await hash(page)
    const dialog = await openDialog(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: words.save.en }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^kubeloop-sandbox-\d+s\.json$/)
    const path = await download.path()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ v: 1, cluster: /^sim cluster/ })

    const { page: other } = await inSandbox()
    const dialogThere = await openDialog(other)
    await dialogThere.locator('input[type=file]').setInputFiles(path)
    await opened(other, true)
    expect(await hash(other)).toBe(mine)
  })

  it('that is none is refused beside the button', async () => {
    const { page } = await inSandbox()
    const mine = await hash(page)
    const dialog = await openDialog(page)
    const files = [
      { name: 'a.json', text: '{"v": 99}', says: /newer/ },
      { name: 'b.json', text: `{"v": 1, "log": "${'x'.repeat(2 ** 21)}"}`, says: /2 MB/ },
    ]
    for (const { name, text, says } of files) {
      const buffer = Buffer.from(text)
      await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer })
      await dialog.getByRole('alert').filter({ hasText: says }).waitFor()
    }
    expect(await hash(page)).toBe(mine)
  })
})

describe('what one has done', () => {
  it('is there again after a reload and after a look at the first page', async () => {
    const { page } = await inSandbox()
    await run(page, 'sim node fail node-3')
    await kept(page)
    const mine = await hash(page)
    await page.reload()
    await opened(page)
    expect(await hash(page)).toBe(mine)
    await page.evaluate(() => kubeloop.go({ page: 'home' }))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(() => kubeloop.go({ page: 'sandbox' }))
    await opened(page)
    expect(await hash(page)).toBe(mine)
  })

  it.each([
    ['rubbish', 'rubbish'],
    [
      'a recording that the engine refuses',
      { v: 1, cluster: 'sim cluster --nodes many', seed: 1, log: [], at: 0 },
    ],
  ])('when it has become %s is set aside, said so, and offered as a file', async (_, value) => {
    const { page } = await inSandbox()
    await page.evaluate(() => kubeloop.go({ page: 'home' }))
    await page.evaluate(breakKept, value)
    await page.evaluate(() => kubeloop.go({ page: 'sandbox' }))
    await opened(page)
    await visibleNotice(page, /set aside/)
    expect(await run(page, 'kubectl get deployment web')).toBe(true)
    const dialog = await openDialog(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: words.saveAside.en }).click(),
    ])
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(value)
  })
})
