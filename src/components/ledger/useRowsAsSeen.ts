/** A list that grows as one scrolls: what stands at its end, where the rest is counted, is watched for. */
import { type RefObject, useEffect, useRef, useState } from 'react'

interface Rows<E extends HTMLElement> {
  /** How many rows are there. */
  readonly most: number
  /** Of the element that stands for the rest. */
  readonly sentinel: RefObject<E | null>
}

/** `first`: how many there are to begin with, and how many more each time; `all`: how many there could be. */
export function useRowsAsSeen<E extends HTMLElement>(first: number, all: number): Rows<E> {
  const canWatch = typeof IntersectionObserver !== 'undefined'
  const sentinel = useRef<E>(null)
  const [most, setMost] = useState(canWatch ? first : Number.POSITIVE_INFINITY)
  const isMore = most < all
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each growth the end is watched anew: it may still be in sight
  useEffect(() => {
    const { current } = sentinel
    if (current === null || !isMore || !canWatch) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setMost((before) => before + first)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [isMore, most, first, canWatch])
  return { most, sentinel }
}
