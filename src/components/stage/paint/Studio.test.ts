import { expect, it } from 'vitest'
import { motion } from '../motion.ts'
import { fakeCanvas, ground } from './fakeCanvas.ts'
import type { FromStudio } from './messages.ts'
import { Studio } from './Studio.ts'

/** A studio that paints when a test says so. */
function studio() {
  const asked: ((now: number) => void)[] = []
  const answers: FromStudio[] = []
  const made = new Studio({
    nextFrame: (then) => asked.push(then),
    makeCanvas: () => fakeCanvas().canvas,
    answer: (message) => answers.push(message),
  })
  return { studio: made, asked, answers, draw: (now: number) => asked.shift()?.(now) }
}

const stops = [
  { x: 0, y: 0, offset: 0 },
  { x: 9, y: 0, offset: 1 },
]

it('paints a picture when something was said to it and as long as something moves, and no other', () => {
  const { studio: made, asked, answers, draw } = studio()
  const [one, other] = [fakeCanvas(), fakeCanvas()]
  made.hear({ type: 'open', id: 1, kind: 'tokens', canvas: one.canvas })
  made.hear({ type: 'open', id: 2, kind: 'tokens', canvas: other.canvas })
  expect(asked).toHaveLength(0)
  for (const id of [1, 2]) made.hear({ type: 'tell', id, message: { type: 'ground', ground } })
  draw(0)
  expect([one.wasPainted(), other.wasPainted(), asked.length]).toEqual([true, true, 0])
  made.hear({
    type: 'tell',
    id: 1,
    message: { type: 'run', errands: [{ shape: 'square', stops, delay: 0 }] },
  })
  draw(100)
  draw(120)
  expect([one.wasPainted(), other.wasPainted(), asked.length]).toEqual([true, false, 1])
  draw(100 + motion.token)
  expect(asked).toHaveLength(0)
  expect(answers).toEqual([
    { id: 1, isMoving: true },
    { id: 1, isMoving: false },
  ])
})

it('forgets a picture that is closed', () => {
  const { studio: made, draw } = studio()
  const { canvas, wasPainted } = fakeCanvas()
  made.hear({ type: 'open', id: 1, kind: 'tokens', canvas })
  made.hear({ type: 'tell', id: 1, message: { type: 'ground', ground } })
  made.hear({ type: 'close', id: 1 })
  draw(0)
  expect(wasPainted()).toBe(false)
})
