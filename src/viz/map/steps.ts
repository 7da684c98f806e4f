/** Room is given in steps: what grows by one does not move all that stands after it. */

/** The next number from `count` on that has no more than three significant binary digits: at most a quarter more. */
export function roomFor(count: number): number {
  if (count <= 4) return Math.max(1, count)
  const step = 2 ** (Math.floor(Math.log2(count)) - 2)
  return Math.ceil(count / step) * step
}
