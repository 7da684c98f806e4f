/** Whether what changes may be seen to move: not in the first picture, not across a jump in time, not when time races. */
import { useEffect, useState } from 'react'
import { useSession, useWorld } from '../../state/index.ts'

/** Faster than this, things are where they are, and counters tell the rest. */
export const fastestMotion = 4

export function useMoving(): boolean {
  const epoch = useWorld((world) => world.epoch)
  const isSlow = useSession(({ clock }) => clock.speed <= fastestMotion && !clock.seeking)
  const [shown, setShown] = useState(0)
  useEffect(() => {
    // The frame after the one that shows the new world: by then the browser has drawn it, at rest.
    let request = requestAnimationFrame(() => {
      request = requestAnimationFrame(() => setShown(epoch))
    })
    return () => cancelAnimationFrame(request)
  }, [epoch])
  return isSlow && shown === epoch && epoch > 0
}
