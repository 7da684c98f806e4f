/** The spots, measured again whenever something may stand elsewhere: other things, another size, scrolled. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { LensMode } from '../../../viz/traffic/lensMode.ts'
import { type Spots, spotsOn } from './spots.ts'

/** `arrangement`: changes when other things stand on the stage. */
export function useSpots(
  stage: RefObject<HTMLElement | null>,
  mode: LensMode,
  arrangement: string,
): Spots | undefined {
  const [spots, setSpots] = useState<Spots>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the arrangement stands for what is to be measured
  useLayoutEffect(() => {
    const { current } = stage
    if (current === null) return
    let request = 0
    const measure = () => setSpots(spotsOn(current, mode === 'phone' ? 'downwards' : 'sideways'))
    const soon = () => {
      cancelAnimationFrame(request)
      request = requestAnimationFrame(measure)
    }
    measure()
    const observer = new ResizeObserver(soon)
    for (const part of [current, ...current.querySelectorAll('[data-pods] > *')]) observer.observe(part)
    current.addEventListener('scroll', soon, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(request)
      observer.disconnect()
      current.removeEventListener('scroll', soon, { capture: true })
    }
  }, [stage, mode, arrangement])
  return spots
}
