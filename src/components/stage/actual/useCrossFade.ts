/** For those who want nothing to move: what has another place fades in there. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { prefersStillness } from '../stillness.ts'

const fade = 120

export function useCrossFade(element: RefObject<HTMLElement | null>, x: number, y: number): void {
  const before = useRef({ x, y })
  useLayoutEffect(() => {
    const isMoved = before.current.x !== x || before.current.y !== y
    before.current = { x, y }
    const isShown = element.current?.closest('[data-moving="true"]') != null
    if (isMoved && isShown && prefersStillness()) element.current?.animate({ opacity: [0, 1] }, fade)
  }, [element, x, y])
}
