/**
 * How large pods are drawn behind a Service, and in how many columns their nodes stand: as roomy as they all fit, or as
 * small as it goes, and then the reader scrolls. Design units: pixels while the root's type is 16 px.
 */
export type TileSize = 'roomy' | 'compact' | 'small'

interface Tile {
  readonly name: TileSize
  readonly width: number
  readonly height: number
  readonly gap: number
}

/** Their sizes are the style sheet's, too. */
export const tiles: readonly Tile[] = [
  { name: 'roomy', width: 164, height: 62, gap: 8 },
  { name: 'compact', width: 116, height: 44, gap: 6 },
  { name: 'small', width: 56, height: 26, gap: 4 },
]

const padding = 8
const head = 26
const between = 10

export interface Tiling {
  readonly size: TileSize
  readonly columns: number
}

/** `groups`: how many pods each node has. */
export function tilingOf(groups: readonly number[], room: { width: number; height: number }): Tiling {
  for (const tile of tiles) {
    for (let columns = 1; columns <= Math.min(groups.length, 4); columns++)
      if (heightOf(groups, room.width, tile, columns) <= room.height) return { size: tile.name, columns }
  }
  return { size: groups.length > 0 ? smallest.name : 'roomy', columns: mostColumns(groups, room.width) }
}

const smallest = tiles.at(-1) as Tile

/** Rows of the grid are as high as the fullest node in them. */
function heightOf(groups: readonly number[], width: number, tile: Tile, columns: number): number {
  const inside = (width - (columns - 1) * between) / columns - 2 * padding
  const inRow = Math.floor((inside + tile.gap) / (tile.width + tile.gap))
  if (inRow < 1) return Number.POSITIVE_INFINITY
  let height = 0
  for (let first = 0; first < groups.length; first += columns) {
    const fullest = Math.max(1, ...groups.slice(first, first + columns))
    const rows = Math.ceil(fullest / inRow)
    height += head + 2 * padding + rows * (tile.height + tile.gap) - tile.gap + between
  }
  return height - between
}

function mostColumns(groups: readonly number[], width: number): number {
  const narrowest = 2 * padding + 2 * smallest.width + smallest.gap
  return Math.max(1, Math.min(4, groups.length, Math.floor((width + between) / (narrowest + between))))
}
