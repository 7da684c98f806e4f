/** The curves by which things set out and come to rest, as style sheets name them, for what is painted and not styled. */
export type Easing = (progress: number) => number

/** The curve of `cubic-bezier(x1, y1, x2, y2)`. */
export function bezier(x1: number, y1: number, x2: number, y2: number): Easing {
  return (progress) => {
    if (progress <= 0) return 0
    if (progress >= 1) return 1
    return along(y1, y2, whereXIs(progress, x1, x2))
  }
}

export const glide = bezier(0.2, 0.8, 0.2, 1)
export const easeInOut = bezier(0.42, 0, 0.58, 1)
export const turning = bezier(0.45, 0, 0.3, 1)

/** Halvings of the curve: a thousandth of the way is less than a pixel. */
const halvings = 14

/** X only ever grows along the curve, so halving finds it. */
function whereXIs(wanted: number, x1: number, x2: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2
    if (along(x1, x2, middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** One coordinate of the curve from 0 to 1 that its two points pull. */
function along(one: number, other: number, at: number): number {
  const rest = 1 - at
  return 3 * rest * rest * at * one + 3 * rest * at * at * other + at * at * at
}
