/** A line of values that hold until the next one, as an SVG path on the axis of time. */
import { xOf } from './axis.ts'
import type { Curve } from './seconds.ts'

export interface Held {
  readonly tick: number
  readonly value: number
}

/** `until`: how long the last one holds. */
export function heldLine(
  held: readonly Held[],
  until: number,
  curve: Curve,
  y: (value: number) => number,
): string {
  const { span, width } = curve
  return held
    .map(({ tick, value }, index) => {
      const end = held[index + 1]?.tick ?? until
      const from = fine(xOf(tick, span, width))
      return `${index === 0 ? `M${from},` : 'V'}${fine(y(value))}H${fine(xOf(end, span, width))}`
    })
    .join('')
}

function fine(value: number): number {
  return Math.round(value * 2) / 2
}
