// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { looks } from '../../../../state/looks.ts'
import {
  type FromPainter,
  nodeWords,
  type Palette,
  type Thing,
  type ToPainter,
  type View,
} from './messages.ts'
import { Painter } from './painter.ts'

/** What was painted last, instead of pixels on a screen. */
const painted = {
  pixels: new Uint32Array(0) as Uint32Array,
  colours: new Set<number>(),
  texts: [] as string[],
}

const context = new Proxy<Record<string, unknown>>(
  {
    putImageData: (image: { data: Uint8ClampedArray }) => {
      painted.pixels = new Uint32Array(image.data.buffer)
      painted.colours = new Set(painted.pixels)
      painted.texts = []
    },
    // A mark is as it was asked for: of one colour that follows from its ink and its size.
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(width * height * 4).fill(
        [...String(context.strokeStyle)].reduce((sum, letter) => sum * 3 + letter.charCodeAt(0), width),
      ),
    }),
    measureText: (text: string) => ({ width: text.length * 6 }),
    fillText: (text: string) => painted.texts.push(text),
  },
  {
    get: (target, name: string) => target[name] ?? (() => {}),
    set: (target, name: string, value) => {
      if (name === 'strokeStyle') target[name] = value
      return true
    },
  },
)

const shades = Object.fromEntries(
  [
    'canvas',
    'surface',
    'sunken',
    'ink',
    'secondary',
    'line',
    'hairline',
    'cluster',
    'onCluster',
    'gap',
    'fault',
    'onFault',
    'faultTint',
    'terminating',
    'sans',
    'mono',
  ].map((name) => [
    name,
    `#${[...name]
      .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffff, 7)
      .toString(16)
      .padStart(6, '0')}`,
  ]),
) as unknown as Palette

const view: View = {
  room: { width: 800, height: 500 },
  ratio: 1,
  colouring: 'phase',
  palette: shades,
  writing: {
    waiting: 'waiting {n}',
    notReady: 'NotReady',
    unknown: 'Unknown',
    cordoned: 'cordoned',
    machines: ['', 'off', 'stopped', 'cut', 'none'],
  },
  selected: 0,
  marked: 0,
  aimed: 0,
  isMoving: false,
}

let said: FromPainter[]
let painter: Painter
let waiting: (() => void)[]
let now: number

beforeEach(() => {
  vi.stubGlobal(
    'ImageData',
    class {
      readonly data: Uint8ClampedArray
      constructor(data: Uint8ClampedArray) {
        this.data = data
      }
    },
  )
  vi.stubGlobal('Path2D', class {})
  said = []
  waiting = []
  now = 0
  painter = newPainter(waiting)
})

function newPainter(later: (() => void)[]) {
  return new Painter(
    (message) => said.push(message),
    (width, height) =>
      ({
        width,
        height,
        getContext: () => context,
        transferToImageBitmap: () => ({}),
      }) as unknown as OffscreenCanvas,
    () => now,
    (then) => void later.push(then),
  )
}

function paint() {
  for (const work of waiting.splice(0)) work()
  const last = said.findLast((message) => message.type === 'picture')
  painter.hear({ type: 'shown' })
  return last?.picture
}

/** Nodes with slots from 1 on, in two zones in turn. */
function nodes(count: number, machine = 0) {
  const rows = new Int32Array(count * nodeWords)
  for (let i = 0; i < count; i++) rows.set([i + 1, i % 2, 0, i === 0 ? machine : 0, 0, 0], i * nodeWords)
  const names = Array.from({ length: count }, (_, i) => `node-${i + 1}`)
  painter.hear({ type: 'nodes', rows, names, zones: ['a', 'b'], cpu: new Float64Array(count).fill(1000) })
}

/** What pods ask for of their nodes, which have 1000 millicores each. */
const requests = Int32Array.from([100, 900, 101, 0, 102, 900])

function pods(...rows: [slot: number, look: (typeof looks)[number], node: number, revision?: number][]) {
  const words = rows.flatMap(([slot, look, node, revision = 0]) => [
    slot,
    looks.indexOf(look) | (revision << 16),
    node,
    0,
  ])
  painter.hear({ type: 'pods', whole: true, rows: Int32Array.from(words), requests })
}

async function thing(question: { x: number; y: number } | { slot: number }): Promise<Thing | undefined> {
  painter.hear(
    'slot' in question ? { type: 'locate', id: 9, ...question } : { type: 'hit', id: 9, ...question },
  )
  const answer = said.findLast((message) => message.type === 'thing')
  return answer?.thing
}

describe('the painter', () => {
  it('paints all of the map unless it is told where to look, one picture at a time', () => {
    nodes(6)
    pods([100, 'ready', 1])
    painter.hear({ type: 'view', view })
    const picture = paint()
    expect(picture?.camera.x).toBeCloseTo((picture?.map.width ?? 0) / 2)
    expect(painted.colours.size).toBeGreaterThan(4)
    expect(said.filter(({ type }) => type === 'picture')).toHaveLength(1)
  })

  it('paints nothing anew while nothing has changed', () => {
    nodes(2)
    painter.hear({ type: 'view', view })
    paint()
    paint()
    painter.hear({ type: 'tick', tick: 9 })
    expect(waiting).toEqual([])
  })

  it('finds what is at a point, where that is, and nothing beside the map', async () => {
    nodes(6)
    pods([100, 'ready', 1], [101, 'ready', 1], [102, 'unbound', 0])
    painter.hear({ type: 'view', view })
    for (const slot of [100, 101, 102, 1, 6]) {
      const found = await thing({ slot })
      expect(found?.slot).toBe(slot)
      const { x = 0, y = 0 } = found?.box ?? {}
      expect(await thing({ x: x + 0.5, y: y + 0.3 })).toMatchObject({ slot })
    }
    expect(await thing({ slot: 999 })).toBeUndefined()
    expect(await thing({ x: -10, y: -10 })).toBeUndefined()
  })

  it('counts by what the colours tell', () => {
    nodes(2)
    pods([100, 'ready', 1, 1], [101, 'failed', 1, 2], [102, 'unbound', 0, 5])
    painter.hear({ type: 'births', rows: Int32Array.from([100, 0, 102, 500]) })
    painter.hear({ type: 'tick', tick: 650 })
    const counts = (colouring: View['colouring']) => {
      painter.hear({ type: 'view', view: { ...view, colouring } })
      return paint()?.tally.counts
    }
    expect(counts('phase')).toEqual([0, 1, 0, 1, 0, 1, 0, 0])
    expect(counts('revision')).toEqual([0, 2, 1, 0, 0])
    expect(counts('cpu')).toEqual([1, 0, 0, 0, 1])
    expect(counts('age')).toEqual([0, 2, 1, 0, 0])
  })

  it.each(['phase', 'revision', 'cpu', 'age'] as const)(
    'counts what changes as it would count all anew: %s',
    (colouring) => {
      nodes(2)
      painter.hear({ type: 'births', rows: Int32Array.from([100, 0, 103, 500]) })
      pods([100, 'ready', 1, 1], [101, 'failed', 1, 2], [102, 'unbound', 0, 5])
      painter.hear({ type: 'view', view: { ...view, colouring } })
      paint()
      const after: Parameters<typeof pods> = [
        [101, 'ready', 2, 2],
        [102, 'starting', 1, 5],
        [103, 'unbound', 0, 1],
      ]
      const rows = [...after, [100, 'gone', 0] as const].flatMap(([slot, look, node, revision = 0]) => [
        slot,
        looks.indexOf(look) | (revision << 16),
        node,
        0,
      ])
      painter.hear({ type: 'pods', whole: false, rows: Int32Array.from(rows), requests })
      const changed = paint()?.tally
      pods(...after)
      expect(changed).toEqual(paint()?.tally)
    },
  )

  it('writes the names it knows where there is room, and asks for those it lacks', () => {
    nodes(1)
    pods([100, 'ready', 1], [101, 'ready', 1])
    painter.hear({ type: 'view', view: { ...view, room: { width: 1400, height: 1000 } } })
    expect(paint()?.unnamed).toEqual([100, 101])
    painter.hear({ type: 'names', names: [[100, 'web-abcde-12345']] })
    expect(paint()?.unnamed).toEqual([101])
    expect(painted.texts).toContain('12345')
    expect(painted.texts).toContain('node-1')
  })

  it.each([0.3, 2, 8, 20, 60])('shows a dead machine in a colour of its own at %d pixels a pod', (scale) => {
    const seen = (machine: number) => {
      nodes(4, machine)
      pods([100, 'ready', 1])
      const camera = { x: 4, y: 4, scale }
      painter.hear({ type: 'view', view: { ...view, camera } })
      paint()
      return painted.colours
    }
    const [healthy, dead] = [seen(0), seen(1)]
    expect([...dead].some((colour) => !healthy.has(colour))).toBe(true)
  })

  it.each(['phase', 'revision', 'cpu', 'age'] as const)(
    'paints what moved and what changed as it would paint all anew, at every size: %s',
    (colouring) => {
      const draw = luckOf(7)
      const later: (() => void)[] = []
      const anew = newPainter(later)
      const tell = (message: ToPainter) => {
        painter.hear(message)
        anew.hear(message)
      }
      const tellNodes = (count: number) => {
        const rows = Array.from({ length: count }, (_, i) => [
          i + 1,
          i % 2,
          draw(3),
          +(draw(9) === 0),
          draw(2),
          draw(6),
        ])
        const names = rows.map(([slot]) => `node-${slot}`)
        const cpu = new Float64Array(count).fill(3000)
        tell({ type: 'nodes', rows: Int32Array.from(rows.flat()), names, zones: ['a', 'b'], cpu })
      }
      const tellPods = (slots: readonly number[], whole = false) => {
        const rows = slots.flatMap((slot) => [slot, draw(8) | (draw(5) << 16), draw(42), 99])
        tell({ type: 'pods', whole, rows: Int32Array.from(rows), requests: Int32Array.from([99, 400]) })
      }
      let slots = 300
      tellNodes(40)
      tellPods(
        Array.from({ length: slots }, (_, i) => 100 + i),
        true,
      )
      for (const scale of [0.3, 0.9, 2.1, 3.7, 8, 20, 60]) {
        let camera = { x: 20, y: 15, scale }
        for (let picture = 0; picture < 12; picture++) {
          now += 100
          if (picture % 3 > 0)
            camera = {
              ...camera,
              x: camera.x + (draw(99) - 49) / scale,
              y: camera.y + (draw(60) - 30) / scale,
            }
          if (picture % 4 > 0) tellPods(Array.from({ length: draw(6) }, () => 100 + draw(++slots)))
          if (picture % 5 === 4) tellNodes(40 + draw(2))
          tell({ type: 'births', rows: Int32Array.from([150, 0, 100 + slots, now]) })
          tell({ type: 'tick', tick: now })
          const seen = { ...view, colouring, camera, room: { width: 300, height: 200 }, isMoving: true }
          painter.hear({ type: 'view', view: seen })
          paint()
          const { pixels } = painted
          // Another palette, even of the same colours, and nothing of the last picture is kept.
          anew.hear({ type: 'view', view: { ...seen, palette: { ...shades, sans: `${now}` } } })
          for (const work of later.splice(0)) work()
          anew.hear({ type: 'shown' })
          expect(differing(pixels, painted.pixels), `scale ${scale}, picture ${picture}`).toBe(0)
        }
      }
    },
  )
})

function luckOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function differing(one: Uint32Array, other: Uint32Array): number {
  return one.reduce((count, pixel, at) => count + Number(pixel !== other[at]), 0)
}
