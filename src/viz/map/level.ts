/** How much of a pod can be shown at so many pixels to each. */
export type Level =
  /** Less than a pixel a pod: each node is filled in proportion to what its pods are. */
  | 'share'
  /** A few pixels: a colour. */
  | 'pixel'
  /** A mark with the shape of its look. */
  | 'mark'
  /** A sign in it. */
  | 'sign'
  /** Its name, too. */
  | 'label'

const from: readonly (readonly [Level, number])[] = [
  ['label', 44],
  ['sign', 14],
  ['mark', 5],
  ['pixel', 1],
]

export function levelOf(scale: number): Level {
  return from.find(([, least]) => scale >= least)?.[0] ?? 'share'
}

/** Enough to read a pod's name. */
export const labelScale = 52

/** Between pods, in pixels of the screen; none where a pod is too small to spare any. */
export function gapAt(scale: number): number {
  return scale < 2.5 ? 0 : Math.max(1, Math.round(scale * 0.12))
}

/** Of `cells` pixels how many each part gets: all that are there get at least one. */
export function shares(parts: readonly number[], cells: number): readonly number[] {
  const sum = parts.reduce((total, part) => total + part, 0)
  if (sum === 0) return parts.map(() => 0)
  const given = parts.map((part) => (part === 0 ? 0 : Math.max(1, Math.floor((part / sum) * cells))))
  let rest = cells - given.reduce((total, part) => total + part, 0)
  while (rest !== 0) {
    const largest = given.indexOf(Math.max(...given))
    const step = rest > 0 ? rest : Math.max(rest, 1 - (given[largest] as number))
    if (step === 0) break
    given[largest] = (given[largest] as number) + step
    rest -= step
  }
  return given
}
