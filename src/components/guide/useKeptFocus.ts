import { type RefObject, useEffect, useRef } from 'react'
import type { GuideState } from '../../state/index.ts'

/** Goes on what takes the place of a button that has been pressed. */
export const comesNext = { 'data-comes-next': true } as const

/** A button that goes away with its phase would leave the focus nowhere: it goes on to what has come instead. */
export function useKeptFocus(guide: RefObject<HTMLElement | null>, phase: GuideState['phase']): void {
  const before = useRef(phase)
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (before.current !== phase && isLost)
      guide.current?.querySelector<HTMLElement>('[data-comes-next]')?.focus({ preventScroll: true })
    before.current = phase
  }, [guide, phase])
}
