/** The engine in a worker of a real browser is the engine in Node, to the last bit of the world. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runScriptLines } from '../../src/lab/runScript.ts'
import { Script } from '../../src/lab/script.ts'
import { Sitting } from '../../src/lab/sitting.ts'
import type { ScriptResult } from '../../src/worker/protocol.ts'
import { App } from './app.ts'

const scripts = import.meta.glob<string>('../../examples/*.lab', {
  eager: true,
  query: '?raw',
  import: 'default',
})

let app: App
let page: Page

beforeAll(async () => {
  app = await App.start()
  ;({ page } = await app.visit())
})

afterAll(() => app?.stop())

it.each(Object.entries(scripts))(
  '%s gives the same output and hash in a worker as in Node',
  async (_, text) => {
    const { output, hash } = await runInThePage(text)
    expect({ output, hash }).toEqual(runHere(text))
  },
)

it('says what is wrong with a script', async () => {
  const { output, exit } = await runInThePage('kubectl get pots\n')
  expect(output).toBe('error: the server doesn\'t have a resource type "pots"\n')
  expect(exit).toBe(1)
})

function runInThePage(text: string): Promise<ScriptResult> {
  return page.evaluate((script) => globalThis.kubeloop.runScript(script), text)
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
