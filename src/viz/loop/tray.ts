/** The tray of pods that have no node: those that wait for one, then a ghost for each that does not exist yet. */
import { type Box, chipPlace, chipsHeight, chipsInRow, hasSideHead, type Place, type Point } from './card.ts'
import { type Density, type DensityName, densities } from './density.ts'

export interface Tray extends Box {
  /** Its own: a full tray is drawn smaller than the nodes. */
  readonly density: DensityName
  readonly chips: readonly Place[]
  readonly ghosts: readonly Point[]
  /** How many found no room, and where that is told. */
  readonly more: number
  readonly moreAt: Point
}

/** Always the same, full or empty: nothing below it may jump when a pod comes. */
export function trayHeight(width: number, density: Density): number {
  const { head, padding } = density
  return 2 * padding + chipsHeight(1, density) + (hasSideHead(width) ? 0 : head)
}

export function arrangeTray(pods: readonly number[], ghosts: number, box: Box, roomiest: Density): Tray {
  const count = pods.length + ghosts
  const density = densityFor(count, box, roomiest)
  const capacity = capacityOf(box, density)
  const shown = count <= capacity ? count : Math.max(0, capacity - wordChips(density))
  const place = (index: number) => chipPlace(index, box, density)
  return {
    ...box,
    density: density.name,
    chips: pods.slice(0, shown).map((slot, index) => ({ slot, density: density.name, ...place(index) })),
    ghosts: Array.from({ length: Math.max(0, shown - pods.length) }, (_, index) =>
      place(pods.length + index),
    ),
    more: count - shown,
    moreAt: place(shown),
  }
}

function densityFor(count: number, box: Box, roomiest: Density): Density {
  const smaller = densities.slice(densities.indexOf(roomiest)).filter(({ name }) => name !== 'numbers')
  if (smaller.length === 0) return densities[2] as Density
  return smaller.find((density) => count <= capacityOf(box, density)) ?? (smaller.at(-1) as Density)
}

function capacityOf(box: Box, density: Density): number {
  const { chip, gap, padding, head } = density
  const room = box.height - 2 * padding - (hasSideHead(box.width) ? 0 : head)
  return Math.max(1, Math.floor((room + gap) / (chip.height + gap))) * chipsInRow(box.width, density)
}

/** Chips that give way to "+12". */
function wordChips({ chip }: Density): number {
  return Math.ceil(40 / chip.width)
}
