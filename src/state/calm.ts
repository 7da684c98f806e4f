/** For what is read rather than watched: the world at a pace at which one can read. */
import { useEffect, useState } from 'react'
import { type World, world } from './world.ts'

const pace = 400

/**
 * The world as it last was shown: at once after a quiet while or a jump in time, else at most once in `pause` ms. `isSame`
 * says whether all that is read of two worlds is the same, and then nothing is drawn.
 */
export function useCalmWorld(isSame: (a: World, b: World) => boolean, pause = pace): World {
  const [shown, setShown] = useState(() => world.getState())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = Number.NEGATIVE_INFINITY
    const show = () => {
      clearTimeout(timer)
      timer = undefined
      last = performance.now()
      setShown(world.getState())
    }
    const stop = world.subscribe((now, before) => {
      if (isSame(now, before)) return
      const wait = last + pause - performance.now()
      if (now.epoch !== before.epoch || wait <= 0) show()
      else timer ??= setTimeout(show, wait)
    })
    setShown((first) => (isSame(first, world.getState()) ? first : world.getState()))
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isSame, pause])
  return shown
}
