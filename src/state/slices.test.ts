import { beforeEach, describe, expect, it } from 'vitest'
import type { Frame } from '../worker/protocol.ts'
import { looks, podWords } from '../worker/protocol.ts'
import { Pacing } from './pacing.ts'
import { type Slice, slicesOf } from './slices.ts'
import { applyFrame, onFrame, world } from './world.ts'

const none = { changed: [], gone: [] }
const quiet: Frame = {
  whole: false,
  tick: 1,
  revision: 1,
  pods: new Int32Array(),
  podNames: [],
  births: new Int32Array(),
  requests: new Int32Array(),
  sums: new Int32Array(),
  loopRows: new Int32Array(),
  nodes: none,
  deployments: none,
  replicaSets: none,
  services: none,
  gapCount: 0,
  apiServer: true,
  overdue: 0,
  left: 0,
  writes: new Int32Array(),
  writeCount: 0,
  samples: new Int32Array(),
}

function pods(look: (typeof looks)[number], ...slots: readonly number[]): Pick<Frame, 'pods' | 'podNames'> {
  return {
    pods: new Int32Array(slots.flatMap((slot) => [slot, looks.indexOf(look), 0, 0])),
    podNames: slots.map((slot) => [slot, 'default', `web-${slot}`]),
  }
}

const slots = () =>
  world
    .getState()
    .pods.all()
    .map(({ slot }) => slot)

/** A browser that draws when a test says so, and what it is given to draw. */
function screen() {
  const asked: (() => void)[] = []
  const drawing = { after: (then: () => void) => asked.push(then), end() {} }
  const pacing = new Pacing<Slice>(applyFrame, drawing)
  return {
    take: (frame: Frame) => {
      for (const slice of slicesOf(frame)) pacing.add(slice)
    },
    draw: () => asked.shift()?.(),
    flush: () => pacing.flush(),
  }
}

beforeEach(() => {
  for (const slice of slicesOf({ ...quiet, whole: true, tick: 0, revision: 0 })) applyFrame(slice)
})

describe('a frame', () => {
  const frame = {
    ...quiet,
    tick: 7,
    revision: 9,
    ...pods('ready', 1, 2),
    gaps: { keys: [], changed: [] },
    gapCount: 3,
  }

  it('is taken in by its parts, a drawing each', () => {
    const { take, draw } = screen()
    const seen = () => {
      const { tick, revision, gapCount } = world.getState()
      return [tick, slots().length, revision, gapCount]
    }
    take(frame)
    const drawings = [seen()]
    for (let drawing = 0; drawing < 4; drawing++) {
      draw()
      drawings.push(seen())
    }
    expect(drawings).toEqual([
      [0, 0, 0, 0],
      [7, 0, 0, 0],
      [7, 2, 0, 0],
      [7, 2, 9, 3],
      [7, 2, 9, 3],
    ])
  })

  it('is the same world in the end, taken in at once', () => {
    const bySlices = screen()
    bySlices.take(frame)
    bySlices.flush()
    const { epoch: _, pods: table, podsVersion: __, ...sliced } = world.getState()
    applyFrame({
      frame: { ...quiet, whole: true, tick: 0, revision: 0 },
      parts: slicesOf({ ...quiet, whole: true })[0]?.parts ?? [],
    })
    applyFrame({ frame, parts: ['frame', 'pods', 'loops', 'record'] })
    const { epoch: ___, pods: other, podsVersion: ____, ...whole } = world.getState()
    expect(sliced).toEqual({
      ...whole,
      samplesVersion: sliced.samplesVersion,
      trafficVersion: sliced.trafficVersion,
    })
    expect(table.all()).toEqual(other.all())
  })

  it('asks for no drawing for what does not come in it', () => {
    expect(slicesOf(quiet).flatMap(({ parts }) => parts)).toEqual(['frame', 'loops'])
  })

  it('brings many pods in two halves, each once and with its name', () => {
    const all = Array.from({ length: 9 }, (_, index) => index + 1)
    const slices = slicesOf({ ...quiet, ...pods('starting', ...all) })
    const lengths = slices
      .filter(({ parts }) => parts[0] === 'pods')
      .map(({ frame: { pods } }) => pods.length / podWords)
    expect(lengths).toEqual([4, 5])
    for (const slice of slices) applyFrame(slice)
    expect(
      world
        .getState()
        .pods.all()
        .map(({ name }) => name),
    ).toEqual(all.map((slot) => `web-${slot}`))
  })

  it('comes at once after a jump in time', () => {
    const { take, draw } = screen()
    take({ ...frame, whole: true })
    draw()
    expect(world.getState()).toMatchObject({ tick: 7, revision: 9, gapCount: 3 })
    expect(slots()).toEqual([1, 2])
  })
})

describe('who listens', () => {
  it('hears of a frame once, with the world before all of it and the world with all that moves', () => {
    const heard: unknown[] = []
    const stop = onFrame((frame, before, now) =>
      heard.push([frame.tick, before.tick, now.tick, now.pods.size]),
    )
    const { take, flush } = screen()
    take({ ...quiet, tick: 5, revision: 5, ...pods('ready', 1, 2, 3, 4, 5, 6, 7, 8) })
    flush()
    stop()
    expect(heard).toEqual([[5, 0, 5, 8]])
  })
})
