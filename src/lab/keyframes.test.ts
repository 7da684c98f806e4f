import { expect, test } from 'vitest'
import { worldHash } from '../sim/world/hash.ts'
import { restoreImage } from '../sim/world/image.ts'
import { Keyframes } from './keyframes.ts'
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

test('in a small world a few thousand writes lie between two, for they cost more than the writes', () => {
  const keyframes = new Keyframes('sparse')
  const { world } = lived(keyframes, 900)
  const works: number[] = []
  for (let tick = world.tick; tick >= 0; ) {
    const keyframe = keyframes.before({ tick, applied: 0 })
    if (keyframe === undefined) break
    works.unshift(keyframe.work)
    tick = keyframe.tick - 1
  }
  const gaps = works.slice(1).map((work, i) => work - (works[i] as number))
  expect(gaps.length).toBeGreaterThan(0)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2500)
  expect(Math.max(...gaps)).toBeLessThan(4000)
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
  const works: number[] = []
  for (let tick = world.tick; tick >= 0; ) {
    const keyframe = tight.before({ tick, applied: 0 })
    if (keyframe === undefined) break
    works.unshift(keyframe.work)
    tick = keyframe.tick - 1
  }
  expect(works).toHaveLength(tight.count)
  const gaps = works.slice(1).map((work, i) => work - (works[i] as number))
  expect(Math.max(...gaps)).toBeLessThan(4 * ((works.at(-1) as number) / works.length))
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
