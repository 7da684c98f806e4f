/**
 * The way of a request on the screen: from its clients straight to the Service, through it, and in a curve to a pod. All in
 * the coordinates of whoever measured the ends.
 */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** The ends of the ways: where clients send from, both sides of the Service, and how a curve leaves it. */
export interface Ends {
  readonly clients: Spot
  readonly gateIn: Spot
  readonly gateOut: Spot
  /** Beside the Service its curves go sideways, below it downwards. */
  readonly leaves: 'sideways' | 'downwards'
}

export interface Waypoint extends Spot {
  /** From 0 at the beginning to 1 at the end, by length. */
  readonly offset: number
}

/** Pieces of a curve: so many that nobody sees that they are straight. */
const pieces = 10

/** "M… C…" from the Service to a pod. */
export function spokePath({ gateOut, leaves }: Ends, pod: Spot): string {
  const [a, b] = handles(gateOut, pod, leaves)
  return `M${round(gateOut)}C${round(a)} ${round(b)} ${round(pod)}`
}

/** As far as a request got: up to the Service, or to a pod. */
export function wayOf(ends: Ends, pod?: Spot): readonly Waypoint[] {
  const { clients, gateIn, gateOut, leaves } = ends
  return measured([clients, gateIn, ...(pod === undefined ? [] : [gateOut, ...curve(gateOut, pod, leaves)])])
}

/** Where a request is lost of which nobody hears again: in the open, between the Service and what would have been its pod. */
export function lostSpot({ gateOut, leaves }: Ends, pod: Spot): Spot {
  if (leaves === 'downwards') return { x: (gateOut.x + pod.x) / 2, y: gateOut.y + dark / 2 }
  return { x: gateOut.x + dark, y: (gateOut.y + pod.y) / 2 }
}

/** So far outside the Service, and before any pod. */
const dark = 24

function curve(from: Spot, to: Spot, leaves: Ends['leaves']): readonly Spot[] {
  return Array.from({ length: pieces }, (_, index) => at((index + 1) / pieces, from, to, leaves))
}

function at(t: number, from: Spot, to: Spot, leaves: Ends['leaves']): Spot {
  const [a, b] = handles(from, to, leaves)
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3] as const
  const mix = (axis: keyof Spot) =>
    weights[0] * from[axis] + weights[1] * a[axis] + weights[2] * b[axis] + weights[3] * to[axis]
  return { x: mix('x'), y: mix('y') }
}

/** The two points that a cubic curve is drawn to. */
function handles(from: Spot, to: Spot, leaves: Ends['leaves']): readonly [Spot, Spot] {
  if (leaves === 'downwards') {
    const y = (from.y + to.y) / 2
    return [
      { x: from.x, y },
      { x: to.x, y },
    ]
  }
  const x = from.x + Math.min((to.x - from.x) / 2, longestHandle)
  return [
    { x, y: from.y },
    { x, y: to.y },
  ]
}

/** To pods far off, a curve first reaches their height and then goes straight. */
const longestHandle = 56

function measured(spots: readonly Spot[]): readonly Waypoint[] {
  const lengths = spots.map((spot, index) => {
    const before = spots[index - 1] ?? spot
    return Math.hypot(spot.x - before.x, spot.y - before.y)
  })
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let gone = 0
  return spots.map((spot, index) => {
    gone += lengths[index] as number
    return { ...spot, offset: whole === 0 ? index / (spots.length - 1) : Math.min(1, gone / whole) }
  })
}

function round({ x, y }: Spot): string {
  return `${Math.round(x)},${Math.round(y)}`
}
