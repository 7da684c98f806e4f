/** Where nodes, pods and holes stand in the room for what is actual: the roomiest arrangement that fits. */
import { type Box, cardHeight, chipPlace, type Place, rowsFor } from './card.ts'
import { type Density, type DensityName, densities, mostChips, widestCard } from './density.ts'
import { arrangeTray, type Tray, trayHeight } from './tray.ts'

export interface Crowd {
  /** In the order in which they are to be shown. */
  readonly nodes: readonly { readonly slot: number; readonly pods: readonly number[] }[]
  /** Pods without a node. */
  readonly unplaced: readonly number[]
  /** Pods that are wanted and do not exist. */
  readonly ghosts: number
  /** Pods for which room is kept, so that nothing shifts while they come. */
  readonly expected: number
}

export interface Room {
  readonly width: number
  readonly height: number
}

export interface Arrangement {
  readonly density: DensityName
  readonly height: number
  readonly tray: Tray
  readonly nodes: readonly (Box & { readonly slot: number })[]
  readonly chips: readonly Place[]
}

/** A choice of density and columns, and the height that it takes. */
interface Plan {
  readonly density: Density
  readonly columns: number
  readonly width: number
  /** Of each row of nodes. */
  readonly heights: readonly number[]
  readonly height: number
}

export function arrange(crowd: Crowd, room: Room): Arrangement {
  return lay(crowd, room, choosePlan(crowd, room))
}

function choosePlan(crowd: Crowd, room: Room): Plan {
  const candidates = densitiesFor(crowd).map((density) => bestPlan(crowd, room, density))
  return candidates.find((plan) => plan.height <= room.height) ?? (candidates.at(-1) as Plan)
}

function densitiesFor({ nodes, unplaced }: Crowd): readonly Density[] {
  const pods = nodes.reduce((sum, node) => sum + node.pods.length, unplaced.length)
  return densities.filter(({ name }) => (name === 'numbers') === pods > mostChips)
}

/** Of the numbers of columns that fit, the one that leaves the fewest holes; if none fits, the lowest. */
function bestPlan(crowd: Crowd, room: Room, density: Density): Plan {
  const plans = columnsFor(crowd.nodes.length, room.width, density).map((columns) =>
    planFor(crowd, room, density, columns),
  )
  const fitting = plans.filter((plan) => plan.height <= room.height)
  const holes = ({ columns, heights }: Plan) => columns * heights.length - crowd.nodes.length
  if (fitting.length === 0) return plans.reduce((a, b) => (b.height < a.height ? b : a))
  return fitting.reduce((a, b) => (holes(b) < holes(a) ? b : a))
}

function columnsFor(nodes: number, width: number, { narrowest, gutter }: Density): readonly number[] {
  const most = Math.min(Math.max(nodes, 1), Math.max(1, Math.floor((width + gutter) / (narrowest + gutter))))
  const least = Math.min(most, Math.ceil((width + gutter) / (widestCard + gutter)))
  return Array.from({ length: most - least + 1 }, (_, index) => least + index)
}

function planFor(crowd: Crowd, room: Room, density: Density, columns: number): Plan {
  const { gutter } = density
  const width = Math.min(widestCard, (room.width - (columns - 1) * gutter) / columns)
  const share = Math.ceil(crowd.expected / Math.max(1, crowd.nodes.length))
  const heights: number[] = []
  for (let first = 0; first < crowd.nodes.length; first += columns) {
    const row = crowd.nodes.slice(first, first + columns)
    const most = Math.max(share, ...row.map(({ pods }) => pods.length))
    heights.push(cardHeight(rowsFor(most, width, density), width, density))
  }
  const height = heights.reduce((sum, one) => sum + gutter + one, trayHeight(room.width, density))
  return { density, columns, width, heights, height }
}

function lay(crowd: Crowd, room: Room, { density, columns, width, heights, height }: Plan): Arrangement {
  const trayBox = { x: 0, y: 0, width: room.width, height: trayHeight(room.width, density) }
  const tray = arrangeTray(crowd.unplaced, crowd.ghosts, trayBox, density)
  const nodes: Arrangement['nodes'][number][] = []
  const chips: Place[] = [...tray.chips]
  let y = trayBox.height + density.gutter
  crowd.nodes.forEach(({ slot, pods }, index) => {
    const row = Math.floor(index / columns)
    const column = index % columns
    if (column === 0 && row > 0) y += (heights[row - 1] as number) + density.gutter
    const box = { x: column * (width + density.gutter), y, width, height: heights[row] as number }
    nodes.push({ slot, ...box })
    if (density.name === 'numbers') return
    pods.forEach((pod, at) => {
      chips.push({ slot: pod, density: density.name, ...chipPlace(at, box, density) })
    })
  })
  return { density: density.name, height, tray, nodes, chips }
}
