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
const since = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
await page.goto(`${server.resolvedUrls.local[0]}#/sandbox${template === 'small' ? '' : `/${template}`}`)
const isOpen = "globalThis.kubeloop?.state.session.status === 'open' && kubeloop.state.world.nodes.size > 0"
await page.waitForFunction(isOpen, undefined, { timeout: 600_000 })
console.log(`open after ${since()}`)
if (template !== 'planet') await page.keyboard.press('2')
await page.getByRole('application').waitFor()
await page.waitForFunction('bench.pictures.length > 0')
console.log(`  the first picture of the map after ${since()}`)
if (await page.evaluate('kubeloop.state.session.clock.filling')) {
  const { main: tasks } = await traced(devtools, () =>
    page.waitForFunction('!kubeloop.state.session.clock.filling', undefined, { timeout: 600_000 }),
  )
  const { pictures } = await page.evaluate('bench')
  console.log(`  filled after ${since()}: main thread ${load(tasks)}`)
  console.log(`    ${costs(await page.evaluate('bench.frames'))}; a picture in ${spread(pictures)}`)
}
const [nodes, pods] = await page.evaluate('[kubeloop.state.world.nodes.size, kubeloop.state.world.pods.size]')
console.log(`${nodes} nodes, ${pods} pods`)
await page.keyboard.press('1')
await page.waitForTimeout(1000)
console.log(`  Loop lens: ${await elements()} elements`)
await page.keyboard.press('2')
await page.getByRole('application').waitFor()
await page.waitForTimeout(1500)
console.log(`  Map lens: ${await elements()} elements`)

/** The worker that works while a hand drags the map: the painter's. */
let painter
await page.mouse.move(400, 300)
for (let level = 0; level < 6; level++) {
  await page.evaluate('bench.pictures.length = 0')
  let intervals
  const threads = await traced(devtools, async () => {
    intervals = await drag()
  })
  painter ??= busiest(threads)
  const pictures = await page.evaluate('bench.pictures')
  console.log(
    `  zoom ${level}: a picture in ${spread(pictures)}, on the processor ${processor(threads)}; ${pictures.length} pictures; the page drew every ${spread(intervals)}, main thread on the processor ${spread(perFrame(threads.main, 2))}`,
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
  const threads = await traced(devtools, async () => {
    await page.evaluate(`kubeloop.setSpeed(${speed}), kubeloop.play()`)
    await page.waitForTimeout(6000)
    await page.evaluate('kubeloop.pause()')
  })
  const { frames, pictures } = await page.evaluate('bench')
  console.log(`  a rollout at ${speed}×: main thread ${load(threads.main)}`)
  console.log(
    `    ${costs(frames)}; a picture in ${spread(pictures)}, on the processor ${processor(threads)}; ${pictures.length} pictures`,
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
        if (event.data.type === 'frame') note(event.data)
        take.call(this, event)
      })
    },
  })
  /** The sixth number of a frame is the length of its pods' column (`src/worker/wire.ts`). */
  function note({ type, words, ...rest }) {
    let objects = 0
    const text = JSON.stringify(rest, (_, value) => {
      if (typeof value === 'object' && value !== null) objects++
      return value
    })
    globalThis.bench.frames.push({
      changes: words[5] / 4,
      columns: words.byteLength,
      rest: text === '{}' ? 0 : text.length,
      objects: objects - 1,
    })
  }
}

/** By the clock, and on the processor: on a busy machine the first is longer than the work. */
function load(tasks) {
  return `${spread(perFrame(tasks, 1))} a frame of 16.7 ms, on the processor ${spread(perFrame(tasks, 2))}`
}

function busiest({ workers }) {
  const work = (tasks) => sum(tasks.map((task) => task[2]))
  return [...workers].sort((one, other) => work(other[1]) - work(one[1]))[0]?.[0]
}

/** What pictures took of the processor: tasks of the painter that are longer than what it is told takes. */
function processor({ workers }) {
  const tasks = workers.get(painter) ?? []
  return spread(tasks.map((task) => task[2]).filter((time) => time > 1))
}

function costs(frames) {
  const changes = frames.map((frame) => frame.changes)
  const besides = frames.map(({ columns, changes }) => columns - 16 * changes)
  return `${frames.length} frames, ${sum(changes)} changes of pods, longest ${Math.max(0, ...changes)}; besides 16 B a change ${spread(besides, 'B')}, as objects ${spread(
    frames.map(({ rest }) => rest),
    'B',
  )} a frame, ${frames.filter(({ objects }) => objects > 0).length} of them with objects`
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
