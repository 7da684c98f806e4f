/** Turns a ring once for the reconciles of a moment; those that come meanwhile are one more turn, not many. */
import { type RefObject, useEffect, useRef } from 'react'
import { motion } from '../motion.ts'
import { prefersStillness } from '../stillness.ts'
import { useMoving } from '../useMoving.ts'

export function useTurning(turns: number): RefObject<SVGSVGElement | null> {
  const dial = useRef<SVGSVGElement>(null)
  const seen = useRef(turns)
  const running = useRef<Animation>(undefined)
  const isQueued = useRef(false)
  const moving = useMoving()
  useEffect(() => {
    const isMore = turns > seen.current
    seen.current = turns
    if (!isMore || !moving || prefersStillness()) return
    if (running.current !== undefined) isQueued.current = true
    else turn()

    function turn() {
      // As a transform: the compositor can turn a drawing by that, and not by `rotate`.
      const animation = dial.current?.animate([{ transform: 'rotate(0)' }, { transform: 'rotate(1turn)' }], {
        duration: motion.turn,
        easing: 'cubic-bezier(.45, 0, .3, 1)',
      })
      if (animation === undefined) return
      running.current = animation
      animation.onfinish = () => {
        running.current = undefined
        if (!isQueued.current) return
        isQueued.current = false
        turn()
      }
    }
  }, [turns, moving])
  return dial
}
