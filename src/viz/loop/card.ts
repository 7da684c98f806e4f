/** The inside of one card, a node's or the tray's: a head, and rows of chips. */
import { type Density, type DensityName, sideWidth, wideCard } from './density.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** A pod's chip, by the pod's slot. */
export interface Place extends Point {
  readonly slot: number
  readonly density: DensityName
}

export function hasSideHead(width: number): boolean {
  return width >= wideCard
}

export function chipsInRow(width: number, { chip, gap, padding }: Density): number {
  const room = width - 2 * padding - (hasSideHead(width) ? sideWidth : 0)
  return Math.max(1, Math.floor((room + gap) / (chip.width + gap)))
}

export function rowsFor(count: number, width: number, density: Density): number {
  return Math.max(1, Math.ceil(count / chipsInRow(width, density)))
}

/** The height of a card that holds so many rows of chips. */
export function cardHeight(rows: number, width: number, density: Density): number {
  const { padding, head, sideHead } = density
  const chips = chipsHeight(rows, density)
  return 2 * padding + (hasSideHead(width) ? Math.max(chips, sideHead) : head + chips)
}

export function chipsHeight(rows: number, { chip, gap }: Density): number {
  return rows * chip.height + (rows - 1) * gap
}

/** Where the chip with this index stands in a card at `box`. */
export function chipPlace(index: number, box: Box, density: Density): Point {
  const { chip, gap, padding, head } = density
  const inRow = chipsInRow(box.width, density)
  const column = index % inRow
  const row = Math.floor(index / inRow)
  const beside = hasSideHead(box.width)
  return {
    x: box.x + padding + (beside ? sideWidth : 0) + column * (chip.width + gap),
    y: box.y + padding + (beside ? 0 : head) + row * (chip.height + gap),
  }
}
