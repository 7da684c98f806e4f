// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { changeSettings } from '../../../state/index.ts'
import { motion } from '../motion.ts'
import { useChipMotion } from './useChipMotion.ts'

interface ChipProps {
  readonly x?: number
  readonly look?: string
}

function Chip({ x = 0, look = 'starting' }: ChipProps) {
  const chip = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLSpanElement>(null)
  useChipMotion({ chip, body }, { x, y: 0 }, look)
  return (
    <div ref={chip} data-testid="chip">
      <span ref={body} data-testid="body" />
    </div>
  )
}

/** What was set in motion: whose, what of it, and for how long. */
let moved: string[] = []

function show(moving: boolean, props: ChipProps, again?: ChipProps): readonly string[] {
  const field = (chip: ChipProps) => (
    <div data-moving={moving}>
      <Chip {...chip} />
    </div>
  )
  const { rerender } = render(field(props))
  if (again === undefined) return moved
  moved = []
  rerender(field(again))
  return moved
}

beforeEach(() => {
  moved = []
  changeSettings({ reducedMotion: false })
  Element.prototype.animate = vi.fn(function (this: Element, keyframes, options) {
    const what = Array.isArray(keyframes) ? 'transform' : 'opacity'
    const duration = typeof options === 'number' ? options : options?.duration
    moved.push(`${this.getAttribute('data-testid')} ${what} ${duration}`)
    return { cancel() {} } as Animation
  })
})
afterEach(cleanup)

it('lets a chip that comes fade in, but not in the first picture', () => {
  expect(show(true, {})).toEqual([`chip opacity ${motion.appear}`])
  cleanup()
  moved = []
  expect(show(false, {})).toEqual([])
})

it('lets a chip fly to another place, and come up anew when its pod is another', () => {
  expect(show(true, {}, { x: 50 })).toEqual([`chip transform ${motion.flight}`])
  cleanup()
  expect(show(true, {}, { look: 'ready' })).toEqual([`body opacity ${motion.become}`])
})

it('moves nothing that stays as it is, and nothing while things are just where they are', () => {
  expect(show(true, {}, {})).toEqual([])
  cleanup()
  expect(show(false, {}, { x: 50, look: 'ready' })).toEqual([])
})

it('cross-fades for those who want nothing to move', () => {
  changeSettings({ reducedMotion: true })
  expect(show(true, {}, { x: 50, look: 'ready' })).toEqual([
    `body opacity ${motion.crossFade}`,
    `chip opacity ${motion.crossFade}`,
  ])
})
