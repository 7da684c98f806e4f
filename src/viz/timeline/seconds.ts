/**
 * Curves of what is measured once a second: areas that stand on one another, and lines, as SVG paths on the axis of time.
 * More seconds than half pixels are drawn by the highest of each, so that a short peak is seen in an hour, too.
 */
import { xOf } from './axis.ts'

export interface Curve {
  readonly width: number
  readonly height: number
  /** Ticks from the left edge to the right one. */
  readonly span: number
}

export interface Measured {
  /** The tick at which its second begins. */
  readonly tick: number
  /** Below zero: nothing was measured. */
  readonly value: number
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly value: number
}

const ticksPerSecond = 10
const fine = 0.5

/** A step line; it is broken where nothing was measured. `y`: from a value to its height. */
export function lineOf(measured: readonly Measured[], curve: Curve, y: (value: number) => number): string {
  let path = ''
  let last: number | undefined
  for (const { from, to, value } of piecesOf(measured, curve)) {
    if (value < 0) last = undefined
    else {
      path += `${last === from ? 'V' : `M${from},`}${fineOf(y(value))}H${to}`
      last = to
    }
  }
  return path
}

/** The area between two curves of the same seconds, `low` and `high`. */
export function areaOf(
  low: readonly Measured[],
  high: readonly Measured[],
  curve: Curve,
  y: (value: number) => number,
): string {
  const lows = piecesOf(low, curve)
  return piecesOf(high, curve)
    .map(({ from, to, value }, index) => {
      const bottom = lows[index]?.value ?? 0
      return value <= bottom ? '' : `M${from},${fineOf(y(bottom))}H${to}V${fineOf(y(value))}H${from}Z`
    })
    .join('')
}

export function highestOf(measured: readonly Measured[]): number {
  return measured.reduce((most, { value }) => Math.max(most, value), 0)
}

/** A number that is easily read, the first that is not below. */
export function roundAbove(value: number): number {
  let power = 1
  while (power * 10 < value) power *= 10
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((n) => n >= value) ?? value
}

/** A height by powers of ten between `least` (at the bottom) and `most`. */
export function logHeight(value: number, height: number, least: number, most: number): number {
  const share = Math.log10(Math.min(Math.max(value, least), most) / least) / Math.log10(most / least)
  return height * (1 - share)
}

function piecesOf(measured: readonly Measured[], { span, width }: Curve): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { tick, value } of measured) {
    const from = fineOf(xOf(tick, span, width))
    const to = Math.max(fineOf(xOf(tick + ticksPerSecond, span, width)), from + fine)
    const last = pieces.at(-1)
    if (last?.from === from) pieces[pieces.length - 1] = { from, to, value: Math.max(last.value, value) }
    else pieces.push({ from, to, value })
  }
  return pieces
}

function fineOf(value: number): number {
  return Math.round(value / fine) * fine
}
