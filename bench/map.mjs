/**
 * `npm run bench:map [-- small|medium|planet]`: what the Map costs. For a sandbox of that size: how long it takes to open,
 * how long the painter takes for a picture at each level of detail, how evenly the page draws while a hand drags the map,
 * what a rollout costs the page's main thread frame by frame, how large the frames are that tell of it, and how many
 * elements the page has. Machines are noisy: compare figures of one run.
 */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import { findOrInstallChromium } from '../scripts/chromium.mjs'
import { perFrame, traced } from './mainThread.mjs'

const template = process.argv[2] ?? 'medium'
if (!existsSync('dist/index.html')) {
  console.error('There is no dist/: run `npm run build:app` first.')
  process.exit(2)
}
const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
const browser = await chromium.launch({
  executablePath: findOrInstallChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
const devtools = await page.context().newCDPSession(page)
await page.addInitScript(listen)

const start = performance.now()
await page.goto(`${server.resolvedUrls.local[0]}#/sandbox${template === 'small' ? '' : `/${template}`}`)
const isOpen = "globalThis.kubeloop?.state.session.status === 'open' && kubeloop.state.world.nodes.size > 0"
await page.waitForFunction(isOpen, undefined, { timeout: 600_000 })
const [nodes, pods] = await page.evaluate('[kubeloop.state.world.nodes.size, kubeloop.state.world.pods.size]')
console.log(`${nodes} nodes, ${pods} pods: open after ${((performance.now() - start) / 1000).toFixed(1)} s`)
await page.waitForTimeout(1000)
console.log(`  Loop lens: ${await elements()} elements`)
await page.keyboard.press('2')
await page.getByRole('application').waitFor()
await page.waitForFunction('bench.pictures.length > 0')
await page.waitForTimeout(1500)
console.log(`  Map lens: ${await elements()} elements`)

await page.mouse.move(400, 300)
for (let level = 0; level < 6; level++) {
  await page.evaluate('bench.pictures.length = 0')
  const intervals = await drag()
  const pictures = await page.evaluate('bench.pictures')
  console.log(
    `  zoom ${level}: a picture in ${spread(pictures)}; ${pictures.length} pictures; the page drew every ${spread(intervals)}`,
  )
  await page.mouse.wheel(0, -600)
  await page.waitForTimeout(600)
}
await page.keyboard.press('Escape')
await page.getByRole('application').focus()
await page.keyboard.press('0')

const deployment = template === 'planet' ? 'app-1' : 'web'
await page.evaluate(`kubeloop.run('kubectl rollout restart deployment/${deployment}')`)
for (const speed of [1, 4]) {
  await page.evaluate('bench.frames.length = 0, bench.pictures.length = 0')
  const tasks = await traced(devtools, async () => {
    await page.evaluate(`kubeloop.setSpeed(${speed}), kubeloop.play()`)
    await page.waitForTimeout(6000)
    await page.evaluate('kubeloop.pause()')
  })
  const { frames, pictures } = await page.evaluate('bench')
  const changes = frames.map((frame) => frame.changes)
  const bytes = frames.map((frame) => frame.columns)
  const rest = frames.map((frame) => frame.rest)
  console.log(`  a rollout at ${speed}×: main thread ${spread(perFrame(tasks, 1))} a frame of 16.7 ms`)
  console.log(
    `    ${frames.length} frames, ${sum(changes)} changes of pods, longest ${Math.max(0, ...changes)}`,
  )
  console.log(
    `    columns ${sum(bytes)} B (${(sum(bytes) / Math.max(1, sum(changes))).toFixed(1)} B a change), all else ${spread(rest, 'B')} a frame; a picture in ${spread(pictures)}`,
  )
}
await browser.close()
await server.close()

/** Runs in the page: notes what the painter and the engine say. */
function listen() {
  globalThis.bench = { pictures: [], frames: [] }
  addEventListener('picture', ({ detail }) => globalThis.bench.pictures.push(detail))
  const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage')
  Object.defineProperty(Worker.prototype, 'onmessage', {
    set(take) {
      set.call(this, (event) => {
        if (event.data.type === 'frame') note(event.data.frame)
        take.call(this, event)
      })
    },
  })
  function note(frame) {
    const isColumn = (value) => ArrayBuffer.isView(value)
    const columns = Object.values(frame).filter(isColumn)
    const rest = JSON.stringify(frame, (_, value) => (isColumn(value) ? undefined : value))
    globalThis.bench.frames.push({
      changes: frame.pods.length / 4,
      columns: frame.pods.byteLength,
      rest:
        rest.length +
        columns.reduce((total, { byteLength }) => total + byteLength, 0) -
        frame.pods.byteLength,
    })
  }
}

/** Drags the map to and fro for two seconds; answers the milliseconds between what the page drew. */
async function drag() {
  const intervals = page.evaluate(`new Promise((done) => {
    const times = []
    const next = (time) => {
      times.push(time)
      if (time - times[0] < 2000) requestAnimationFrame(next)
      else done(times.slice(1).map((one, at) => one - times[at]))
    }
    requestAnimationFrame(next)
  })`)
  await page.mouse.move(500, 300)
  await page.mouse.down()
  for (let step = 0; step < 90; step++) {
    await page.mouse.move(500 + 120 * Math.sin(step / 7), 300 + 60 * Math.cos(step / 9))
    await page.waitForTimeout(12)
  }
  await page.mouse.up()
  return intervals
}

function elements() {
  return page.evaluate("document.querySelectorAll('*').length")
}

function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0)
}

function spread(numbers, unit = 'ms') {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(unit === 'B' ? 0 : 1)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} ${unit}`
}
