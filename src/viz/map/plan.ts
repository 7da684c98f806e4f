/**
 * Where everything stands on the map, in units: a unit is the room of one pod. All of it follows from a few numbers by
 * arithmetic, so that five thousand nodes take no list of boxes.
 */
import { roomFor } from './steps.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a node is drawn: cells for its pods in rows under a head, in a frame. */
export interface NodeShape {
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
}

export interface ZoneBox extends Box {
  /** Places for nodes side by side, and how many there are. */
  readonly columns: number
  readonly places: number
}

export interface Plan {
  readonly node: NodeShape
  readonly zones: readonly ZoneBox[]
  /** The height of a zone's head, and of the tray's. */
  readonly head: number
  /** For pods without a node. */
  readonly tray: Box
  readonly width: number
  readonly height: number
}

export interface Wanted {
  /** How many places each zone has. */
  readonly zones: readonly number[]
  /** The most pods that any node has. */
  readonly pods: number
  /** Width by height of what it is seen in. */
  readonly aspect: number
  /** Whether zones have names to be told. */
  readonly hasZones: boolean
}

/** Inside a node: around its cells, and above them. */
export const nodePadding = 0.4
export const nodeHead = 0.9
/** Between nodes, around a zone's nodes, and between zones. */
export const gutter = 0.5
const zonePadding = 0.8
const fewestCells = 6
/** Of the map's size: what a zone's head takes, and the tray. */
const headShare = 0.03
const trayShare = 0.045

export function planFor({ zones, pods, aspect, hasZones }: Wanted): Plan {
  const node = nodeShape(roomFor(Math.max(fewestCells, pods)))
  const rooms = zones.map(roomFor)
  const area = rooms.reduce((sum, room) => sum + room * pitchX(node) * pitchY(node), 0)
  const size = Math.sqrt(Math.max(area, 1))
  const head = headShare * size
  const trayHeight = head + Math.max(1 + 2 * nodePadding, Math.round(trayShare * size))
  const zoneHead = hasZones ? head : 0
  const { across, columns } = bestArrangement(rooms, node, { aspect, zoneHead, trayHeight })
  const boxes: ZoneBox[] = []
  const width = zoneWidth(columns, node)
  let y = trayHeight + zonePadding
  for (let first = 0; first < rooms.length; first += across) {
    const row = rooms.slice(first, first + across)
    const height = zoneHeight(Math.max(...row), columns, node, zoneHead)
    row.forEach((_, index) => {
      boxes.push({
        x: index * (width + zonePadding),
        y,
        width,
        height,
        columns,
        places: zones[first + index] as number,
      })
    })
    y += height + zonePadding
  }
  const whole = across * (width + zonePadding) - zonePadding
  return {
    node,
    zones: boxes,
    head: zoneHead,
    tray: { x: 0, y: head, width: whole, height: trayHeight - head },
    width: whole,
    height: y - zonePadding,
  }
}

export const pitchX = ({ width }: NodeShape): number => width + gutter
export const pitchY = ({ height }: NodeShape): number => height + gutter

/** Where a node's box is; `place`: its number in its zone. */
export function nodeBox({ node, head }: Plan, zone: ZoneBox, place: number): Box {
  return {
    x: zone.x + zonePadding + (place % zone.columns) * pitchX(node),
    y: zone.y + head + zonePadding + Math.floor(place / zone.columns) * pitchY(node),
    width: node.width,
    height: node.height,
  }
}

/** Where the first node of a zone stands. */
export function zoneInside({ head }: Plan, { x, y }: ZoneBox): { readonly x: number; readonly y: number } {
  return { x: x + zonePadding, y: y + head + zonePadding }
}

/** Where a pod's cell is in the box of its node; `index`: how many of its pods are older. */
export function cellBox({ columns }: NodeShape, box: Box, index: number): Box {
  return {
    x: box.x + nodePadding + (index % columns),
    y: box.y + nodeHead + Math.floor(index / columns),
    width: 1,
    height: 1,
  }
}

/** How many cells the tray has side by side, and in all. */
export function trayCells({ tray }: Plan): { readonly columns: number; readonly count: number } {
  const columns = Math.max(1, Math.floor(tray.width - 2 * nodePadding))
  return { columns, count: columns * Math.max(1, Math.floor(tray.height - 2 * nodePadding)) }
}

export function trayCell(plan: Plan, index: number): Box {
  const { columns } = trayCells(plan)
  const { x, y } = plan.tray
  return {
    x: x + nodePadding + (index % columns),
    y: y + nodePadding + Math.floor(index / columns),
    width: 1,
    height: 1,
  }
}

function nodeShape(cells: number): NodeShape {
  const columns = Math.ceil(Math.sqrt(cells * 1.3))
  const rows = Math.ceil(cells / columns)
  return { columns, rows, width: columns + 2 * nodePadding, height: rows + nodeHead + nodePadding }
}

function zoneWidth(columns: number, node: NodeShape): number {
  return columns * pitchX(node) - gutter + 2 * zonePadding
}

function zoneHeight(room: number, columns: number, node: NodeShape, head: number): number {
  return Math.ceil(room / columns) * pitchY(node) - gutter + 2 * zonePadding + head
}

interface Surroundings {
  readonly aspect: number
  readonly zoneHead: number
  readonly trayHeight: number
}

/** Zones side by side, and nodes side by side in each, so that a pod is as large as it can be. */
function bestArrangement(
  rooms: readonly number[],
  node: NodeShape,
  { aspect, zoneHead, trayHeight }: Surroundings,
): { readonly across: number; readonly columns: number } {
  let best = { across: 1, columns: 1, size: 0 }
  const most = Math.max(1, ...rooms)
  for (let across = 1; across <= Math.max(1, rooms.length); across++) {
    for (let columns = 1; columns <= most; columns++) {
      const width = across * (zoneWidth(columns, node) + zonePadding)
      let height = trayHeight
      for (let first = 0; first < rooms.length; first += across)
        height +=
          zoneHeight(Math.max(...rooms.slice(first, first + across)), columns, node, zoneHead) + zonePadding
      const size = Math.min(aspect / width, 1 / height)
      if (size > best.size * 1.0001) best = { across, columns, size }
    }
  }
  return best
}
