import { useEffect, useRef, useState } from 'react'
import { type Clock, session } from '../../state/index.ts'
import { jumpBetween } from './jump.ts'

export interface Jump {
  readonly number: number
  readonly ticks: number
}

const shownFor = 2400

/** The jump just made. Several frames of one way are one jump, as long as it goes on. */
export function useJump(): Jump | undefined {
  const [jump, setJump] = useState<Jump>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const stop = watchJumps((ticks, isNew) => {
      setJump((last) => {
        const number = last?.number ?? 0
        return isNew || last === undefined
          ? { number: number + 1, ticks }
          : { number, ticks: last.ticks + ticks }
      })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setJump(undefined), shownFor)
    })
    return () => {
      stop()
      clearTimeout(timer.current)
    }
  }, [])
  return jump
}

function watchJumps(tell: (ticks: number, isNew: boolean) => void): () => void {
  let before: { readonly clock: Clock; readonly at: number } = {
    clock: session.getState().clock,
    at: performance.now(),
  }
  return session.subscribe(({ clock, opened }, last) => {
    if (clock === before.clock) return
    const at = performance.now()
    const ticks = opened === last.opened ? jumpBetween(before.clock, clock, at - before.at) : 0
    if (ticks > 0) tell(ticks, !before.clock.seeking)
    before = { clock, at }
  })
}
