/**
 * How a chip moves: it fades in as it comes, flies to another place, and comes up anew when its pod is not what it was.
 * Only transform and opacity, by Web Animations: the compositor runs those, no style is worked out for them on the way,
 * and no listener on the page is called for each.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { motion } from '../motion.ts'
import { prefersStillness } from '../stillness.ts'
import { Flight, type Spot } from './flight.ts'

interface Parts {
  readonly chip: RefObject<HTMLElement | null>
  readonly body: RefObject<HTMLElement | null>
}

export function useChipMotion({ chip, body }: Parts, { x, y }: Spot, look: string): void {
  const before = useRef<{ readonly spot: Spot; readonly look: string }>(undefined)
  const flight = useRef<Flight>(undefined)
  useLayoutEffect(() => {
    const last = before.current
    before.current = { spot: { x, y }, look }
    const { current } = chip
    if (current === null || current.closest('[data-moving="true"]') === null) return
    if (last === undefined) return fade(current, 0, motion.appear)
    if (last.look !== look) fade(body.current, 0.3, motion.become)
    if (last.spot.x === x && last.spot.y === y) return
    // For those who want nothing to move, it fades in there.
    if (prefersStillness()) return fade(current, 0, motion.crossFade)
    flight.current ??= new Flight(current)
    flight.current.fly(last.spot, { x, y })
  }, [chip, body, x, y, look])
}

function fade(element: HTMLElement | null, from: number, duration: number): void {
  element?.animate({ opacity: [from, 1] }, prefersStillness() ? motion.crossFade : duration)
}
