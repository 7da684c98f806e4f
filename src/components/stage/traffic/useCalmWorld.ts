/** The world for eyes that read numbers: a few times a second, and at once after a jump in time. */
import { useEffect, useState } from 'react'
import { type World, world } from '../../../state/index.ts'

const pause = 400

export function useCalmWorld(): World {
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
      const wait = last + pause - performance.now()
      if (now.epoch !== before.epoch || wait <= 0) show()
      else timer ??= setTimeout(show, wait)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return shown
}
