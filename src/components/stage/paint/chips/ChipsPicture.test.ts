import { beforeAll, expect, it } from 'vitest'
import { motion } from '../../motion.ts'
import { fakeCanvas, ground } from '../fakeCanvas.ts'
import type { Chip, Manner, ToChips } from '../messages.ts'
import { ChipsPicture } from './ChipsPicture.ts'

beforeAll(() => {
  globalThis.Path2D ??= class {} as typeof Path2D
})

const chip: Chip = {
  slot: 1,
  x: 10,
  y: 20,
  look: 'starting',
  density: 'roomy',
  stripe: 'solid',
  restarts: 0,
  tail: 'abcde',
  drained: 0,
  isSelected: false,
}
const moving: Manner = { isMoving: true, isStill: false }
const still: Manner = { isMoving: true, isStill: true }
const standing: Manner = { isMoving: false, isStill: false }

type Change = Partial<Extract<ToChips, { type: 'chips' }>>

/** A picture that is told things and painted when a test says so. */
function shown() {
  const { canvas, context, done } = fakeCanvas()
  const picture = new ChipsPicture(canvas, context, () => fakeCanvas().canvas)
  picture.hear({ type: 'ground', ground })
  return {
    tell: (change: Change) =>
      picture.hear({
        type: 'chips',
        chips: [],
        gone: [],
        hidden: [],
        ghosts: undefined,
        manner: moving,
        ...change,
      }),
    at: (now: number) => {
      const isMoving = picture.paint(now)
      return [...done, isMoving ? 'moves' : 'rests']
    },
  }
}

function withChip() {
  const picture = shown()
  picture.tell({ chips: [chip], manner: standing })
  expect(picture.at(0)).toEqual(['10,20 1', 'rests'])
  return picture
}

it('lets a chip that comes fade in, but not in the first picture', () => {
  const picture = withChip()
  picture.tell({ chips: [{ ...chip, slot: 2, x: 100 }] })
  expect(picture.at(1000)).toEqual(['10,20 1', '100,20 0', 'moves'])
  expect(picture.at(1000 + motion.appear / 2)).toEqual(['10,20 1', '100,20 0.5', 'moves'])
  expect(picture.at(1000 + motion.appear)).toEqual(['10,20 1', '100,20 1', 'rests'])
})

it('lets a chip fly to another place', () => {
  const picture = withChip()
  picture.tell({ chips: [{ ...chip, x: 210 }] })
  expect(picture.at(0)).toEqual(['10,20 1', 'moves'])
  const [onTheWay] = picture.at(motion.flight / 4)
  expect(Number.parseInt(onTheWay as string, 10)).toBeGreaterThan(100)
  expect(picture.at(motion.flight)).toEqual(['210,20 1', 'rests'])
})

it('lets a chip come up anew when its pod is another', () => {
  const picture = withChip()
  picture.tell({ chips: [{ ...chip, look: 'ready' }] })
  expect(picture.at(0)).toEqual(['10,20 0.3', 'moves'])
  expect(picture.at(motion.become)).toEqual(['10,20 1', 'rests'])
})

it('puts everything where it is while nothing may be seen to move', () => {
  const picture = withChip()
  picture.tell({ chips: [{ ...chip, x: 210, look: 'ready' }], manner: standing })
  expect(picture.at(0)).toEqual(['210,20 1', 'rests'])
})

it('cross-fades for those who want nothing to move', () => {
  const picture = withChip()
  picture.tell({ chips: [{ ...chip, x: 210 }], manner: still })
  expect(picture.at(0)).toEqual(['210,20 0', 'moves'])
  expect(picture.at(motion.crossFade)).toEqual(['210,20 1', 'rests'])
})

it('lets a pod that is gone fade where it stood, and drops one that has no room at once', () => {
  const picture = withChip()
  picture.tell({ chips: [{ ...chip, slot: 2, x: 100 }], manner: standing })
  picture.tell({ gone: [1], hidden: [2] })
  expect(picture.at(0)).toEqual(['10,20 1', 'moves'])
  expect(picture.at(motion.farewell / 2)).toEqual(['10,20 0.5', 'moves'])
  picture.at(motion.farewell)
  expect(picture.at(motion.farewell + 1)).toEqual(['rests'])
})

it('lets holes fade in and takes them away at once', () => {
  const picture = shown()
  const places = [
    { x: 1, y: 2 },
    { x: 30, y: 2 },
  ]
  picture.tell({ ghosts: { density: 'dense', places } })
  expect(picture.at(0)).toEqual(['1,2 0', '30,2 0', 'moves'])
  expect(picture.at(motion.ghost)).toEqual(['1,2 1', '30,2 1', 'rests'])
  picture.tell({ ghosts: { density: 'dense', places: places.slice(1) } })
  expect(picture.at(500)).toEqual(['30,2 1', 'rests'])
})
