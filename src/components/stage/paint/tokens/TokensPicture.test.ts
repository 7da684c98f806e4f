import { expect, it } from 'vitest'
import { motion } from '../../motion.ts'
import { fakeCanvas, ground } from '../fakeCanvas.ts'
import { TokensPicture } from './TokensPicture.ts'

it('lets a token wait where it sets out, run along its rail, and be gone where it arrives', () => {
  const { canvas, context, done } = fakeCanvas()
  const picture = new TokensPicture(canvas, context)
  picture.hear({ type: 'ground', ground })
  const stops = [
    { x: 0, y: 50, offset: 0 },
    { x: 100, y: 50, offset: 1 },
  ]
  picture.hear({ type: 'run', errands: [{ shape: 'disc', stops, delay: 200 }] })
  const at = (now: number) => [picture.paint(now), done[0]]
  expect(at(1000)).toEqual([true, 'disc 0,50'])
  expect(at(1200)).toEqual([true, 'disc 0,50'])
  expect(at(1200 + motion.token / 2)).toEqual([true, 'disc 50,50'])
  expect(at(1200 + motion.token)).toEqual([false, undefined])
})
