/** Which rows of a long table are in sight, and a few around them. */
export interface RowRange {
  /** The first, and the one after the last. */
  readonly first: number
  readonly end: number
}

const around = 6

export function visibleRows(scrolled: number, room: number, rowHeight: number, count: number): RowRange {
  const first = Math.floor(scrolled / rowHeight) - around
  const end = Math.ceil((scrolled + room) / rowHeight) + around
  return {
    first: Math.max(0, Math.min(count, first)),
    end: Math.max(0, Math.min(count, end)),
  }
}
