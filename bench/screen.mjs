/**
 * `npm run bench:screen`: what the screen costs the page's main thread. Ten nodes take up a hundred pods while Chromium
 * traces; work is what the main thread's tasks took in each window of 16.7 ms, and each figure is told as 50th and 95th
 * percentile and the longest. Beside them the 95th percentile of what the thread had of the processor: where that is much
 * less, others had it. Also: how long after a click on its link the first scenario can be used. Machines are noisy: compare
 * figures of one run.
 */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { findOrInstallChromium } from '../scripts/chromium.mjs'
import { perFrame, traced } from './mainThread.mjs'

if (!existsSync('dist/index.html')) {
  console.error('There is no dist/: run `npm run build:app` first.')
  process.exit(2)
}
const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
const url = server.resolvedUrls.local[0]
const browser = await chromium.launch({
  executablePath: findOrInstallChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
for (const throttle of [1, 4]) {
  console.log(`CPU throttled ${throttle}×`)
  console.log(`  first scenario usable after ${Math.round(await timeToUse(throttle))} ms`)
  for (const speed of [1, 10]) tell(`converging at ${speed}×`, await workPerFrame(throttle, speed))
}
await browser.close()
await server.close()

async function visit(throttle) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  return { page, devtools }
}

async function timeToUse(throttle) {
  const { page } = await visit(throttle)
  const start = performance.now()
  await page.goto(`${url}#/scenario/desired-vs-actual`)
  await page.getByRole('radio').first().waitFor()
  const time = performance.now() - start
  await page.context().close()
  return time
}

async function workPerFrame(throttle, speed) {
  const { page, devtools } = await visit(throttle)
  await page.goto(`${url}#/sandbox`)
  await page.waitForFunction("globalThis.kubeloop?.state.session.status === 'open'")
  await page.evaluate("kubeloop.run('sim cluster --nodes 10 --cpu 16')")
  await page.evaluate("kubeloop.run('kubectl create deployment web --image=nginx --replicas=100')")
  await page.waitForTimeout(500)
  const { main: tasks } = await traced(devtools, async () => {
    await page.evaluate(`kubeloop.setSpeed(${speed}), kubeloop.play()`)
    await page.waitForFunction('kubeloop.state.world.gapCount === 0 && kubeloop.tick > 20', undefined, {
      timeout: 60_000,
    })
  })
  await page.context().close()
  return { work: perFrame(tasks, 1), processor: perFrame(tasks, 2) }
}

function tell(what, { work, processor }) {
  const at = (share, sorted = work) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1)
  console.log(
    `  ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${at(0.95, processor)} ms on the processor), longest ${at(1)} ms of ${work.length} frames`,
  )
}
