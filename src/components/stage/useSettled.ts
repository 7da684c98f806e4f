/** Whether what is given is what it was when this was drawn last: things that stand elsewhere in another room didn't move. */
import { useLayoutEffect, useRef } from 'react'

export function useSettled(what: string): boolean {
  const drawn = useRef(what)
  useLayoutEffect(() => {
    drawn.current = what
  }, [what])
  return drawn.current === what
}
