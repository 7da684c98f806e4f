/** Passes on the first value at once and then the newest, at most once in so many milliseconds; the last one always. */
export function throttle<T>(send: (value: T) => void, every: number): (value: T) => void {
  let next: { readonly value: T } | undefined
  let isResting = false
  const rest = () => {
    isResting = true
    setTimeout(() => {
      isResting = false
      if (next === undefined) return
      send(next.value)
      next = undefined
      rest()
    }, every)
  }
  return (value) => {
    if (isResting) {
      next = { value }
      return
    }
    send(value)
    rest()
  }
}
