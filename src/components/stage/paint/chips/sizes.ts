/** What a chip looks like in each density, in design units; edges are in pixels. */

import type { Point } from '../../../../viz/loop/card.ts'
import { type DensityName, densities, type Size } from '../../../../viz/loop/density.ts'

export interface ChipSizes extends Size {
  readonly round: number
  /** Pixels. */
  readonly edge: number
  readonly stripe: number
  /** From within the edge, as the name's. */
  readonly sign: Point & { readonly size: number }
  readonly ghostSign: number
  /** Its left end, and how far its line is above the lower edge. Absent: there is no room. */
  readonly name: { readonly x: number; readonly bottom: number } | undefined
}

const sizeOf = (name: DensityName): Size => densities.find((one) => one.name === name)?.chip as Size

const roomy: ChipSizes = {
  ...sizeOf('roomy'),
  round: 10,
  edge: 2,
  stripe: 5,
  sign: { x: 10, y: 6, size: 20 },
  ghostSign: 20,
  name: { x: 10, bottom: 4 },
}
const compact: ChipSizes = {
  ...sizeOf('compact'),
  round: 6,
  edge: 2,
  stripe: 5,
  sign: { x: 8, y: 4, size: 16 },
  ghostSign: 16,
  name: { x: 28, bottom: 2 },
}
const dense: ChipSizes = {
  ...sizeOf('dense'),
  round: 4,
  edge: 1.5,
  stripe: 3,
  sign: { x: 4, y: 2, size: 13 },
  ghostSign: 12,
  name: undefined,
}

/** Where there are only numbers, the tray's chips are as small as can be. */
export const chipSizes: { readonly [D in DensityName]: ChipSizes } = { roomy, compact, dense, numbers: dense }
