/** What is written and ringed over a picture of the map. */
import { levelOf } from '../../../../viz/map/level.ts'
import {
  type Box,
  cellBox,
  nodeBox,
  nodeHead,
  nodePadding,
  trayCell,
  trayCells,
  type ZoneBox,
} from '../../../../viz/map/plan.ts'
import type { Scene } from './drawing.ts'
import type { Cut } from './pixels.ts'
import { margin, type Projection } from './projection.ts'
import { eachNode } from './sight.ts'
import { canWriteNodes, type Pen, ring, writeNode, writePod, writeTray, writeZone } from './writing.ts'

/** Pods whose names are asked for at once. */
const mostUnnamed = 800

/** `whole`: all of the picture. Answers the pods whose names it lacks. */
export function letter(
  context: CanvasRenderingContext2D,
  scene: Scene,
  at: Projection,
  whole: Cut,
): readonly number[] {
  const { plan, view, zones, roster } = scene
  const pen: Pen = { context, view, ratio: at.ratio, scale: at.unit }
  const unnamed = canWriteNodes(at.scale) ? letterNodes(pen, scene, at, whole) : []
  const edge = { x: margin * at.ratio, y: margin * at.ratio }
  for (const [index, box] of plan.zones.entries()) {
    const zone = zones[index]
    if (zone !== undefined && plan.head > 0)
      writeZone(pen, zone.zone, zone.nodes, at.box(box), edge, plan.head)
  }
  writeTray(pen, roster.endOf(0) - roster.firstOf(0), at.box(plan.tray), edge)
  for (const [slot, kind] of [
    [view.aimed, 'aimed'],
    [view.selected, 'selected'],
    [view.marked, 'marked'],
  ] as const) {
    const box = slot === 0 ? undefined : boxOf(scene, slot)
    if (box !== undefined) ring(pen, at.box(box), kind)
  }
  return unnamed
}

/** Nodes and, where there is room, their pods. Answers the pods whose names are lacking. */
function letterNodes(pen: Pen, scene: Scene, at: Projection, whole: Cut): readonly number[] {
  const { plan, roster, shareOf } = scene
  const { columns, rows, width, height } = plan.node
  const hasNames = levelOf(at.scale) === 'label'
  const unnamed: number[] = []
  const letterPods = (slots: Int32Array, columns: number, left: number, top: number) =>
    slots.forEach((slot, index) => {
      const x = left + (index % columns)
      const y = top + Math.floor(index / columns)
      const box = at.box({ x, y, width: 1, height: 1 })
      if (touches(box, whole)) letterPod(pen, scene, slot, box, unnamed)
    })
  eachNode(scene, at, whole, (node, x, y) => {
    writeNode(pen, node, at.box({ x, y, width, height }), shareOf(node))
    if (hasNames)
      letterPods(roster.on(node.slot).subarray(0, columns * rows), columns, x + nodePadding, y + nodeHead)
  })
  const tray = trayCells(plan)
  const { x, y } = plan.tray
  if (hasNames)
    letterPods(roster.on(0).subarray(0, tray.count), tray.columns, x + nodePadding, y + nodePadding)
  return unnamed
}

function letterPod(pen: Pen, { names, roster }: Scene, slot: number, box: Box, unnamed: number[]): void {
  const name = names.get(slot)
  if (name !== undefined) writePod(pen, name, roster.stateOf(slot), box)
  else if (unnamed.length < mostUnnamed) unnamed.push(slot)
}

function touches({ x, y, width, height }: Box, { x0, y0, x1, y1 }: Cut): boolean {
  return x + width > x0 && y + height > y0 && x < x1 && y < y1
}

/** Of a node or a pod, in units; undefined: it is not there. */
export function boxOf({ plan, zones, roster, nodes }: PlaceOf, slot: number): Box | undefined {
  const isNode = nodes.has(slot)
  const index = isNode ? 0 : roster.indexOf(slot)
  if (index < 0) return undefined
  const home = isNode ? slot : roster.nodeOf(slot)
  for (const [zone, { places }] of zones.entries()) {
    const place = home === 0 ? -1 : places.indexOf(home)
    if (place < 0) continue
    const box = nodeBox(plan, plan.zones[zone] as ZoneBox, place)
    return isNode ? box : cellBox(plan.node, box, index)
  }
  return trayCell(plan, Math.min(index, trayCells(plan).count - 1))
}

export type PlaceOf = Pick<Scene, 'plan' | 'zones' | 'roster' | 'nodes'>
