import { expect, it } from 'vitest'
import { Pacing } from './pacing.ts'

/** A browser that draws when a test says so. */
function paced() {
  const taken: number[] = []
  const asked: (() => void)[] = []
  const pacing = new Pacing<number>((item) => taken.push(item), {
    after: (then) => asked.push(then),
    end() {},
  })
  return { pacing, taken, asked, draw: () => asked.shift()?.() }
}

it('takes in one thing after each drawing, in order', () => {
  const { pacing, taken, draw } = paced()
  pacing.add(1)
  pacing.add(2)
  expect(taken).toEqual([])
  draw()
  expect(taken).toEqual([1])
  draw()
  expect(taken).toEqual([1, 2])
  pacing.add(3)
  draw()
  expect(taken).toEqual([1, 2, 3])
})

it('waits for one drawing at a time, and for none when nothing waits', () => {
  const { pacing, asked, draw } = paced()
  for (const item of [1, 2]) pacing.add(item)
  expect(asked).toHaveLength(1)
  draw()
  draw()
  expect(asked).toHaveLength(0)
})

it('leaves only a few to wait, however much comes', () => {
  const { pacing, taken, draw } = paced()
  for (let item = 0; item < 20; item++) pacing.add(item)
  draw()
  expect(taken).toHaveLength(16)
})

it('takes in what waits at once when it is told to, and not again later', () => {
  const { pacing, taken, draw } = paced()
  pacing.add(1)
  pacing.flush()
  expect(taken).toEqual([1])
  draw()
  expect(taken).toEqual([1])
})

it('says nothing more once it has ended', () => {
  const { pacing, taken, draw } = paced()
  pacing.add(1)
  pacing.end()
  draw()
  expect(taken).toEqual([])
})
