/** What is written and ringed over a picture of the map. */
import { type Box, cellBox, nodeBox, trayCell, trayCells, type ZoneBox } from '../../../../viz/map/plan.ts'
import type { Brush } from './brush.ts'
import type { Scene } from './drawing.ts'
import { margin, type Projection } from './projection.ts'
import { type Pen, ring, writeNode, writePod, writeTray, writeZone } from './writing.ts'

/** Pods whose names are asked for at once. */
const mostUnnamed = 800

/** Answers the pods whose names it lacks. */
export function letter(
  context: CanvasRenderingContext2D,
  scene: Scene,
  at: Projection,
  { labelledNodes, labelledPods }: Brush,
): readonly number[] {
  const { plan, view, zones, names, roster, shareOf, nodes } = scene
  const pen: Pen = { context, view, ratio: at.ratio, scale: at.unit }
  const unnamed: number[] = []
  const { width, height } = plan.node
  for (const { slot, x, y } of labelledNodes) {
    const node = nodes.get(slot)
    if (node !== undefined) writeNode(pen, node, at.box({ x, y, width, height }), shareOf(node))
  }
  for (const { slot, x, y } of labelledPods) {
    const name = names.get(slot)
    if (name !== undefined) writePod(pen, name, roster.stateOf(slot), at.box({ x, y, width: 1, height: 1 }))
    else if (unnamed.length < mostUnnamed) unnamed.push(slot)
  }
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
