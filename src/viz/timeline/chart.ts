/** The chart of desired against actual: two step lines and the area between them, as SVG paths. */
import { xOf } from './axis.ts'
import { sampleLength } from './recorded.ts'

export interface Plot {
  readonly width: number
  readonly height: number
  /** Ticks from the left edge to the right one. */
  readonly span: number
  /** The value at the upper edge. */
  readonly most: number
}

export interface Chart {
  readonly desired: string
  readonly actual: string
  /** Closed figures between the lines, wherever they differ. */
  readonly gap: string
}

/** The highest value of all. */
export function highestIn(samples: readonly number[]): number {
  let most = 1
  for (let at = 0; at < samples.length; at += sampleLength)
    most = Math.max(most, samples[at + 1] as number, samples[at + 2] as number)
  return most
}

export function yOf(value: number, { height, most }: Plot): number {
  return height - (value / most) * height
}

export function chartOf(samples: readonly number[], plot: Plot): Chart {
  const stretches = stretchesOf(samples, plot)
  return {
    desired: stepLine(stretches, ({ desired }) => yOf(desired, plot)),
    actual: stepLine(stretches, ({ actual }) => yOf(actual, plot)),
    gap: stretches.map((stretch) => gapBox(stretch, plot)).join(''),
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly desired: number
  readonly actual: number
}

/** Half a pixel: as fine as anybody sees. */
const fine = 0.5

/**
 * Between two changes both values stand still. Of several changes within half a pixel the widest gap is drawn, and then the
 * last: a pod replaced within a second leaves its notch in an hour.
 */
function stretchesOf(samples: readonly number[], { span, width }: Plot): readonly Stretch[] {
  const stretches: Stretch[] = []
  let widest: Stretch | undefined
  for (let at = 0; at < samples.length; at += sampleLength) {
    const from = pixel(xOf(samples[at] as number, span, width))
    const next = samples[at + sampleLength]
    const to = next === undefined ? width : pixel(xOf(next, span, width))
    const stretch = { from, to, desired: samples[at + 1] as number, actual: samples[at + 2] as number }
    if (to > from) {
      stretches.push(...notched(stretch, widest))
      widest = undefined
    } else if (widest === undefined || gapOf(stretch) > gapOf(widest)) widest = stretch
  }
  return stretches
}

function notched(stretch: Stretch, widest: Stretch | undefined): readonly Stretch[] {
  if (widest === undefined || gapOf(widest) <= gapOf(stretch)) return [stretch]
  const to = stretch.from + fine
  return [
    { ...widest, to },
    { ...stretch, from: to },
  ].filter((one) => one.to > one.from)
}

function gapOf({ desired, actual }: Stretch): number {
  return Math.abs(desired - actual)
}

function stepLine(stretches: readonly Stretch[], level: (stretch: Stretch) => number): string {
  return stretches
    .map(
      (stretch, index) => `${index === 0 ? `M${stretch.from},` : 'V'}${pixel(level(stretch))}H${stretch.to}`,
    )
    .join('')
}

function gapBox({ from, to, desired, actual }: Stretch, plot: Plot): string {
  if (desired === actual) return ''
  return `M${from},${pixel(yOf(desired, plot))}H${to}V${pixel(yOf(actual, plot))}H${from}Z`
}

function pixel(value: number): number {
  return Math.round(value / fine) * fine
}
