/** The axis of simulated time: how much of it is shown, where a tick falls, and which moments are labelled. Ticks are tenths of a second. */

const second = 10
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** The axis grows in few large strides, so that playing doesn't shift what has been drawn at every tick. */
const spans = [
  ...[10, 20, 30].map((n) => n * second),
  ...[1, 2, 3, 5, 7.5, 10, 15, 20, 30, 45].map((n) => n * minute),
  ...[1, 1.5, 2, 3, 4, 6, 8, 12, 16].map((n) => n * hour),
]

/** The end of the axis for a recording of this length: always a little beyond it. */
export function spanFor(horizon: number): number {
  const span = spans.find((one) => one > horizon)
  return span ?? Math.ceil((horizon + 1) / day) * day
}

const strides = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
]

/** Moments to label, from 0, at least `apart` pixels from one another. */
export function labelledMoments(span: number, width: number, apart: number): readonly number[] {
  const least = (span * apart) / Math.max(width, 1)
  const stride = strides.find((one) => one >= least) ?? Math.ceil(least / day) * day
  return Array.from({ length: Math.floor(span / stride) + 1 }, (_, index) => index * stride)
}

export function xOf(tick: number, span: number, width: number): number {
  return (tick / span) * width
}
