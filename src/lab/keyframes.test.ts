import { expect, test } from 'vitest'
import { Typist } from '../../tests/support/lines.ts'
import { worldHash } from '../sim/world/hash.ts'
import { restoreImage } from '../sim/world/image.ts'
import { type Keyframe, Keyframes } from './keyframes.ts'
import { Sitting } from './sitting.ts'

/** A world in which something happens all the time, and its hash after each keyframe that was taken. */
function lived(keyframes: Keyframes, ticks: number) {
  const sitting = new Sitting({ keyframes: 'off' })
  sitting.execute('sim cluster --nodes 5')
  const { world } = sitting
  keyframes.begin(world)
  sitting.execute('kubectl create deployment web --image=web --replicas=60')
  const hashes = new Map<number, string>()
  let counted = keyframes.count
  for (let i = 0; i < ticks; i++) {
    if (i % 100 === 50) sitting.execute(`kubectl rollout restart deployment/web`)
    sitting.advance(world.tick + 1)
    keyframes.offer(world, 0)
    if (keyframes.count !== counted) hashes.set(world.tick, worldHash(world))
    counted = keyframes.count
  }
  return { world, hashes }
}

test('every world that is kept comes back as it was, in whatever order', () => {
  const keyframes = new Keyframes('dense')
  const { world, hashes } = lived(keyframes, 600)
  expect(hashes.size).toBeGreaterThan(8)
  const ticks = [...hashes.keys()]
  for (let i = 0; i < ticks.length; i++) {
    const tick = ticks[(i * 7) % ticks.length] as number
    const keyframe = keyframes.before({ tick, applied: 0 })
    expect(keyframe?.tick).toBe(tick)
    restoreImage(world, keyframe?.image as never)
    expect(worldHash(world)).toBe(hashes.get(tick))
  }
})

/** All that are kept of a world, from the first. */
function keptOf(keyframes: Keyframes, end: number): Keyframe[] {
  const kept: Keyframe[] = []
  for (let tick = end; ; tick = (kept[0] as Keyframe).tick - 1) {
    const keyframe = keyframes.before({ tick, applied: 0 })
    if (keyframe === undefined) return kept
    kept.unshift(keyframe)
  }
}

test('in a small world a few thousand writes lie between two, for they cost more than the writes', () => {
  const keyframes = new Keyframes('sparse')
  const { world } = lived(keyframes, 900)
  const writes = keptOf(keyframes, world.tick).map(({ progress }) => progress.writes)
  const gaps = writes.slice(1).map((head, i) => head - (writes[i] as number))
  expect(gaps.length).toBeGreaterThan(0)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2500)
  expect(Math.max(...gaps)).toBeLessThan(4000)
})

test('in a small world with requests as many lie between two as take about as long as those writes', () => {
  const typist = new Typist('sim cluster --nodes 3', { keyframes: 'off' })
  for (const line of [
    'kubectl create deployment web --image=web --port=80 --replicas=3',
    'kubectl expose deployment web',
    'kubectl rollout status deployment/web',
    'sim traffic svc/web --rps 20000',
  ])
    expect(typist.try(line).stderr).toBe('')
  const { world } = typist.sitting
  const keyframes = new Keyframes('sparse')
  keyframes.begin(world)
  for (let i = 0; i < 300; i++) {
    world.step(world.tick + 1)
    keyframes.offer(world, 0)
  }
  const sent = keptOf(keyframes, world.tick).map(({ progress }) => progress.requests)
  const gaps = sent.slice(1).map((requests, i) => requests - (sent[i] as number))
  expect(gaps.length).toBeGreaterThan(1)
  expect(Math.min(...gaps)).toBeGreaterThan(120_000)
  expect(Math.max(...gaps)).toBeLessThan(155_000)
})

test('together they take no more than they may: then those go between which the least is done', () => {
  const roomy = new Keyframes('dense')
  lived(roomy, 900)
  const budget = roomy.bytes / 3
  const tight = new Keyframes('dense', budget)
  const { world } = lived(tight, 900)
  expect(tight.bytes).toBeLessThanOrEqual(budget)
  expect(tight.count).toBeGreaterThan(2)
  expect(tight.count).toBeLessThan(roomy.count)
  const writes = keptOf(tight, world.tick).map(({ progress }) => progress.writes)
  expect(writes).toHaveLength(tight.count)
  const gaps = writes.slice(1).map((head, i) => head - (writes[i] as number))
  expect(Math.max(...gaps)).toBeLessThan(4 * ((writes.at(-1) as number) / writes.length))
})

/** A world that goes on by itself, and the way to any moment that it has been through. */
function selfPlaying(keyframes: Keyframes, ticks: number) {
  const sitting = new Sitting({ keyframes: 'off' })
  sitting.execute('sim cluster --nodes 10')
  sitting.execute('kubectl create deployment web --image=web --replicas=1000')
  const { world } = sitting
  const head = () => world.engine.state.registry.head
  keyframes.begin(world)
  const stepTo = (tick: number) => {
    while (world.tick < tick) {
      world.step(world.tick + 1)
      keyframes.offer(world, 0)
    }
  }
  /** Answers how much was played again. */
  const seek = (tick: number) => {
    restoreImage(world, keyframes.before({ tick, applied: 0 })?.image as never)
    const before = head()
    stepTo(tick)
    return head() - before
  }
  stepTo(ticks)
  return { world, seek }
}

test('who looks back to where many have gone has little to play again the next time, and other parts more', () => {
  const roomy = new Keyframes('dense')
  const reference = selfPlaying(roomy, 800)
  const tight = new Keyframes('dense', roomy.bytes / 3)
  const { world, seek } = selfPlaying(tight, 800)
  const moments = Array.from({ length: 12 }, (_, i) => 40 * (i + 1))
  const replayed = moments.map((tick) => ({
    tick,
    first: seek(tick),
    again: seek(tick),
    near: seek(tick - 3),
  }))
  const most = (which: 'first' | 'again') => Math.max(...replayed.map((one) => one[which]))
  expect(most('first')).toBeGreaterThan(600)
  expect(most('again')).toBeLessThan(400)
  expect(tight.bytes).toBeLessThanOrEqual(roomy.bytes / 3)
  for (const tick of [40, 200, 400]) {
    seek(tick)
    reference.seek(tick)
    expect(worldHash(world)).toBe(worldHash(reference.world))
  }
})

test('what is given up takes no room', () => {
  const keyframes = new Keyframes('dense')
  lived(keyframes, 400)
  const all = keyframes.bytes
  keyframes.dropAfter({ tick: 100, applied: 0 })
  expect(keyframes.bytes).toBeLessThan(all)
  keyframes.clear()
  expect([keyframes.bytes, keyframes.count]).toEqual([0, 0])
})
