/** The rails on which tokens run: from what is desired to the API server, from it to the loops, and to the nodes. */
import type { Box, Point } from './card.ts'
import type { StageMode } from './stageMode.ts'

export type Rail = readonly Point[]

/** How far left of a column's edge, and inside the control plane's, the rails run down. */
const gutter = 12
const busInset = 8

/** From a workload to the API server, across the gutter between them. */
export function wishRail(workload: Box, api: Box): Rail {
  const from = { x: right(workload), y: middle(workload).y }
  const to = { x: api.x, y: middle(api).y }
  if (to.x <= from.x)
    return [
      { x: middle(workload).x, y: bottom(workload) },
      { x: middle(workload).x, y: api.y },
    ]
  return elbow(from, to, to.x - gutter)
}

/** From the API server to a ring: down a bus beside the rings, or straight to those in a row below or beside it. */
export function loopRail(api: Box, ring: Box, mode: StageMode): Rail {
  const { x, y } = middle(ring)
  if (ring.x >= right(api))
    return [
      { x: right(api), y: middle(api).y },
      { x: ring.x, y },
    ]
  if (mode !== 'wide')
    return [
      { x, y: bottom(api) },
      { x, y: ring.y },
    ]
  const bus = api.x + busInset
  return [
    { x: bus, y: bottom(api) },
    { x: bus, y },
    { x: ring.x, y },
  ]
}

/** From the API server to a node: down the gutter and across; where there is no gutter, straight. */
export function nodeRail(api: Box, node: Box): Rail {
  if (node.x <= right(api))
    return [
      { x: middle(api).x, y: bottom(api) },
      { x: middle(node).x, y: node.y },
    ]
  const from = { x: right(api), y: middle(api).y }
  return elbow(from, { x: node.x, y: middle(node).y }, from.x + gutter)
}

export function backwards(rail: Rail): Rail {
  return [...rail].reverse()
}

/** "M1 2L3 4" */
export function railPath(rail: Rail): string {
  return rail.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('')
}

export interface Stop extends Point {
  /** From 0 at the rail's beginning to 1 at its end. */
  readonly offset: number
}

/** Its corners, and when one who goes evenly passes them. */
export function stopsAlong(rail: Rail): readonly Stop[] {
  const lengths = rail.map((point, index) => {
    const before = rail[index - 1]
    return before === undefined ? 0 : Math.abs(point.x - before.x) + Math.abs(point.y - before.y)
  })
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let gone = 0
  return rail.map((point, index) => {
    gone += lengths[index] as number
    return { ...point, offset: whole === 0 ? index / Math.max(1, rail.length - 1) : gone / whole }
  })
}

/** Where one is who has gone this part of the way. */
export function placeAlong(stops: readonly Stop[], progress: number): Point {
  const next = stops.findIndex(({ offset }) => offset >= progress)
  const to = stops[next < 0 ? stops.length - 1 : next] ?? { x: 0, y: 0, offset: 0 }
  const from = stops[next - 1]
  if (from === undefined || to.offset === from.offset) return { x: to.x, y: to.y }
  const share = (progress - from.offset) / (to.offset - from.offset)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function elbow(from: Point, to: Point, x: number): Rail {
  if (from.y === to.y) return [from, to]
  return [from, { x, y: from.y }, { x, y: to.y }, to]
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function right({ x, width }: Box): number {
  return x + width
}

function bottom({ y, height }: Box): number {
  return y + height
}
