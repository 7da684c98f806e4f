/** What of the map is in sight. */
import { visiblePlaces } from '../../../../viz/map/hit.ts'
import { pitchX, pitchY, type ZoneBox, zoneInside } from '../../../../viz/map/plan.ts'
import type { Scene } from './drawing.ts'
import type { NodeMark } from './painter.ts'
import type { Cut } from './pixels.ts'
import type { Projection } from './projection.ts'

/** Each node that touches a part of the picture, and where its corner is, in units. */
export function eachNode(
  { plan, zones, nodes }: Pick<Scene, 'plan' | 'zones' | 'nodes'>,
  at: Projection,
  cut: Cut,
  visit: (node: NodeMark, x: number, y: number) => void,
): void {
  const seen = at.seenIn(cut)
  for (const [index, { places }] of zones.entries()) {
    const zone = plan.zones[index] as ZoneBox
    const { firstColumn, lastColumn, firstRow, lastRow } = visiblePlaces(plan, zone, seen)
    const first = zoneInside(plan, zone)
    for (let row = firstRow; row < lastRow; row++)
      for (let column = firstColumn; column < lastColumn; column++) {
        const node = nodes.get(places[row * zone.columns + column] ?? 0)
        if (node !== undefined)
          visit(node, first.x + column * pitchX(plan.node), first.y + row * pitchY(plan.node))
      }
  }
}
