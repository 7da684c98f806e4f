/** The engine in a worker of a real browser is the engine in Node, to the last bit of the world. */
import type { Browser, Page } from 'playwright-core'
import type { PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runScriptLines } from '../../src/lab/runScript.ts'
import { Script } from '../../src/lab/script.ts'
import { Sitting } from '../../src/lab/sitting.ts'
import { launchChromium, serveApp } from './chromium.ts'

const scripts = import.meta.glob<string>('../../examples/*.lab', {
  eager: true,
  query: '?raw',
  import: 'default',
})

let browser: Browser
let server: PreviewServer
let page: Page

beforeAll(async () => {
  const [launched, served] = await Promise.all([launchChromium(), serveApp()])
  browser = launched
  server = served.server
  page = await browser.newPage()
  await page.goto(served.url)
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

it.each(Object.entries(scripts))(
  '%s gives the same output and hash in a worker as in Node',
  async (_, text) => {
    const { output, hash } = runHere(text)
    await page.getByRole('textbox').fill(text)
    await page.getByRole('button', { name: /Run/ }).click()
    await page.locator('output[aria-busy=false]').getByText(hash).waitFor()
    expect(await page.locator('output pre').textContent()).toBe(output)
  },
)

it('shows what is wrong with a script', async () => {
  const { output, ending } = await runInThePage('kubectl get pots\n')
  expect(output).toBe('error: the server doesn\'t have a resource type "pots"\n')
  expect(ending).toMatch(/^exit 1/)
})

async function runInThePage(text: string) {
  await page.getByRole('textbox').fill(text)
  await page.getByRole('button', { name: /Run/ }).click()
  await page.locator('output[aria-busy=false] p').waitFor()
  const [output, ending, hash] = await Promise.all(
    ['output pre', 'output p', 'output code'].map((part) => page.locator(part).textContent()),
  )
  return { output, ending, hash }
}

function runHere(text: string) {
  const sitting = new Sitting()
  let output = ''
  runScriptLines(sitting, new Script(text), {
    keepGoing: false,
    write: (_descriptor, part) => {
      output += part
    },
  })
  return { output, hash: sitting.hash }
}
