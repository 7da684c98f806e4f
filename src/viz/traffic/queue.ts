/** The requests in a pod as places: those that are worked on, free threads, and those that wait. */
export interface Places {
  readonly busy: number
  readonly free: number
  readonly waiting: number
  /** Waiting ones for which there is no place to be drawn. */
  readonly more: number
}

export function placesOf(inFlight: number, threads: number, room: number): Places {
  const shownThreads = Math.min(threads, room)
  const busy = Math.min(inFlight, shownThreads)
  const waits = Math.max(0, inFlight - threads)
  const waiting = Math.min(waits, room - shownThreads)
  return { busy, free: shownThreads - busy, waiting, more: waits - waiting }
}
