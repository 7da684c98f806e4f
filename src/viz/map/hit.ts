/** What is at a point of the map, and what of it a viewport shows: by arithmetic, whatever there is. */
import type { Box, Plan, ZoneBox } from './plan.ts'
import { cellBox, nodeBox, nodeHead, nodePadding, pitchX, pitchY, trayCells, zoneInside } from './plan.ts'

export type Hit =
  | { readonly what: 'node'; readonly zone: number; readonly place: number }
  /** A cell of a node: there is a pod in it if the node has that many. */
  | { readonly what: 'cell'; readonly zone: number; readonly place: number; readonly index: number }
  | { readonly what: 'tray'; readonly index: number }

export function hitAt(plan: Plan, x: number, y: number): Hit | undefined {
  if (isIn(plan.tray, x, y)) return { what: 'tray', index: trayIndex(plan, x, y) }
  const zone = plan.zones.findIndex((box) => isIn(box, x, y))
  return zone < 0 ? undefined : inZone(plan, plan.zones[zone] as ZoneBox, zone, x, y)
}

function inZone(plan: Plan, box: ZoneBox, zone: number, x: number, y: number): Hit | undefined {
  const { node } = plan
  const first = zoneInside(plan, box)
  const column = Math.floor((x - first.x) / pitchX(node))
  const row = Math.floor((y - first.y) / pitchY(node))
  if (column < 0 || row < 0 || column >= box.columns) return undefined
  const place = row * box.columns + column
  if (place >= box.places) return undefined
  const at = nodeBox(plan, box, place)
  if (!isIn(at, x, y)) return undefined
  const cellX = Math.floor(x - at.x - nodePadding)
  const cellY = Math.floor(y - at.y - nodeHead)
  const isCell = cellX >= 0 && cellY >= 0 && cellX < node.columns && cellY < node.rows
  return isCell
    ? { what: 'cell', zone, place, index: cellY * node.columns + cellX }
    : { what: 'node', zone, place }
}

/** -1: beside its cells. */
function trayIndex(plan: Plan, x: number, y: number): number {
  const { columns, count } = trayCells(plan)
  const column = Math.floor(x - plan.tray.x - nodePadding)
  const row = Math.floor(y - plan.tray.y - nodePadding)
  const index = row * columns + column
  return column < 0 || row < 0 || column >= columns || index >= count ? -1 : index
}

function isIn({ x, y, width, height }: Box, px: number, py: number): boolean {
  return px >= x && py >= y && px < x + width && py < y + height
}

/** Places of a zone that are in sight: of rows and columns from the first to before the last. */
export interface Range {
  readonly firstColumn: number
  readonly lastColumn: number
  readonly firstRow: number
  readonly lastRow: number
}

export function visiblePlaces(plan: Plan, zone: ZoneBox, view: Box): Range {
  const first = zoneInside(plan, zone)
  const rows = Math.ceil(zone.places / zone.columns)
  const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value))
  const { node } = plan
  return {
    firstColumn: between(0, Math.floor((view.x - first.x) / pitchX(node)), zone.columns),
    lastColumn: between(0, Math.ceil((view.x + view.width - first.x) / pitchX(node)), zone.columns),
    firstRow: between(0, Math.floor((view.y - first.y) / pitchY(node)), rows),
    lastRow: between(0, Math.ceil((view.y + view.height - first.y) / pitchY(node)), rows),
  }
}

/** The box of what was hit. */
export function boxOf(plan: Plan, hit: Exclude<Hit, { what: 'tray' }>): Box {
  const box = nodeBox(plan, plan.zones[hit.zone] as ZoneBox, hit.place)
  return hit.what === 'node' ? box : cellBox(plan.node, box, hit.index)
}
