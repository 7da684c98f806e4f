/** How many requests a second a load's shape asks for, as time goes on. */
import { type Tick, ticksPerSecond } from '../../core/clock.ts'
import type { Shape } from '../../substrate/index.ts'

/** Requests a second, `since` ticks after the load began. */
export function rateAt(shape: Shape, since: Tick): number {
  const { rps, peak, over, after } = shape
  const into = since - after
  switch (shape.name) {
    case 'const':
      return rps
    case 'ramp':
      return since >= over ? rps : (rps * since) / over
    case 'spike':
      return into >= 0 && into < over ? peak : rps
    case 'wave':
      return rps + (peak - rps) * ((1 - cosine(since / over)) / 2)
    case 'flash':
      return rps + (peak - rps) * crowd(into / over)
    case 'step':
      return stepAt(shape.steps, since)
  }
}

function stepAt(steps: Shape['steps'], since: Tick): number {
  let rate = 0
  for (const step of steps) if (step.at <= since) rate = step.rps
  return rate
}

/** A crowd is there at once and leaves slowly: it rises for one span of time, and halves with every two spans after. */
function crowd(spans: number): number {
  if (spans < 0) return 0
  if (spans < 1) return spans
  let left = 1
  let rest = (spans - 1) / 2
  while (rest >= 1 && left > 1e-6) {
    left /= 2
    rest -= 1
  }
  return left <= 1e-6 ? 0 : left * (1 - rest / 2)
}

/** The cosine of a number of turns, by Bhaskara's approximation (7th century): off by less than 0.002. */
function cosine(turns: number): number {
  const turn = turns - Math.floor(turns)
  const x = turn < 0.5 ? Math.abs(turn) : 1 - turn
  // 0 to a quarter of a turn, mirrored beyond.
  const quarter = x <= 0.25 ? x : 0.5 - x
  const square = quarter * quarter * 4
  const value = (1 - 4 * square) / (1 + square)
  return x <= 0.25 ? value : -value
}

/** Arrivals for every microsecond of a tick. */
export function perMicro(rps: number): number {
  return rps / 1_000_000
}

export const microsPerTick = 1_000_000 / ticksPerSecond
