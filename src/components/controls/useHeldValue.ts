import { useEffect, useRef, useState } from 'react'

/** How long the engine has for catching up with the hand. */
const patience = 400

export interface HeldValue {
  readonly value: number
  hold(value: number): void
  release(): void
}

/** A slider's value: what the hand says while it is on it, and what the engine says otherwise. */
export function useHeldValue(actual: number): HeldValue {
  const [held, setHeld] = useState<number>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    value: held ?? actual,
    hold(value) {
      clearTimeout(timer.current)
      setHeld(value)
    },
    release() {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setHeld(undefined), patience)
    },
  }
}
