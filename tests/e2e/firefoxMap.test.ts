/** The Map in Firefox: it is drawn, moved, zoomed, and a pod is selected on it. */
import { setTimeout as pause } from 'node:timers/promises'
import type { PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorkbench } from './app.ts'
import { serveApp } from './chromium.ts'
import { firefoxPath } from './firefox.ts'
import { FirefoxPage, type Point } from './marionette.ts'

const minute = 60_000

/** Of the wheel: as near as one can come, where every pod has its name. */
const turns = 5

const manifest = `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 900, selector: {matchLabels: {app: web}},
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web, resources: {requests: {cpu: 100m}}}]}}}}`

let page: FirefoxPage
let server: PreviewServer

beforeAll(async () => {
  if (firefoxPath === undefined) return
  const [served, started] = await Promise.all([serveApp(), FirefoxPage.start()])
  server = served.server
  page = started
  await page.open(`${served.url}#/sandbox`)
}, minute)

afterAll(async () => {
  await page?.stop()
  await server?.close()
})

it.skipIf(firefoxPath === undefined)(
  'is drawn in Firefox, moves by hand and wheel, and a pod is selected where it is clicked (skipped where there is none)',
  async () => {
    await page.until(openWorkbench)
    for (const line of [
      'sim cluster --nodes 30 --zones zone-a,zone-b,zone-c',
      'sim limit controller-manager --qps 900 --burst 900',
      'sim limit scheduler --qps 800 --burst 800',
    ])
      await page.evaluate(`kubeloop.run(${JSON.stringify(line)})`)
    await page.evaluate(`kubeloop.run('kubectl apply -f -', ${JSON.stringify(manifest)})`)
    await page.evaluate("kubeloop.run('sim wait 5s')")
    await page.press('2')
    const whole = await settledPicture()
    expect(whole.colours).toBeGreaterThan(3)

    const middle = await page.evaluate<Point>(
      `(({ x, y, width, height }) => ({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) }))(${map}.getBoundingClientRect())`,
    )
    let near = whole
    for (let turn = 0; turn < turns; turn++) {
      await page.wheel(middle, -300)
      near = await anotherPicture(near)
      expect(near.colours, `after ${turn + 1} turns of the wheel`).toBeGreaterThan(2)
    }
    await page.drag(middle, { x: middle.x - 90, y: middle.y - 60 })
    const moved = await anotherPicture(near)
    expect(moved.colours).toBeGreaterThan(2)

    await selectPod(middle)
    expect(
      await page.evaluate('kubeloop.state.world.pods.get(kubeloop.state.session.selected).name'),
    ).toMatch(/^web-/)
  },
  minute,
)

const map = "document.querySelector('[role=application]')"

interface Picture {
  readonly colours: number
  readonly sum: number
}

/** Once two looks see the same. */
async function settledPicture(): Promise<Picture> {
  let last = await page.evaluate<Picture>(picture)
  for (let looks = 0; looks < 100; looks++) {
    await pause(100)
    const next = await page.evaluate<Picture>(picture)
    if (next.colours > 1 && next.sum === last.sum) return next
    last = next
  }
  throw new Error('the picture does not come to rest')
}

async function anotherPicture({ sum }: Picture): Promise<Picture> {
  for (let looks = 0; looks < 50; looks++) {
    const next = await settledPicture()
    if (next.sum !== sum) return next
  }
  throw new Error('the picture stays the same')
}

/** Between pods there is the node: somewhere near there is one. */
async function selectPod({ x, y }: Point): Promise<void> {
  for (const [dx, dy] of [0, -20, 20].flatMap((one) => [0, -20, 20].map((other) => [one, other] as const))) {
    await page.click({ x: x + dx, y: y + dy })
    await page.until('kubeloop.state.session.selected !== 0', 5)
    if (await page.evaluate('kubeloop.state.world.pods.get(kubeloop.state.session.selected) !== undefined'))
      return
  }
  throw new Error('there is no pod where one is clicked')
}

/** What is seen in the middle of the map: how many colours, and a number that is another for another picture. */
const picture = `(() => {
  const canvas = document.querySelector('[role=application] canvas')
  if (canvas === null || canvas.width < 400) return { colours: 0, sum: 0 }
  const copy = new OffscreenCanvas(canvas.width, canvas.height)
  const context = copy.getContext('2d')
  context.drawImage(canvas, 0, 0)
  const [width, height] = [canvas.width >> 1, canvas.height >> 1]
  const pixels = new Uint32Array(context.getImageData(width >> 1, height >> 1, width, height).data.buffer)
  return { colours: new Set(pixels).size, sum: pixels.reduce((sum, pixel) => (sum * 31 + pixel) | 0, 7) }
})()`
