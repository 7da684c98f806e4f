/** What is written on the map and ringed on it, in pixels of the picture. */
import type { Box } from '../../../../viz/map/plan.ts'
import type { View } from './messages.ts'
import type { NodeMark } from './painter.ts'
import { lookOf } from './stamps.ts'

export interface Pen {
  readonly context: CanvasRenderingContext2D
  readonly view: View
  readonly ratio: number
  /** Pixels of the picture to a unit. */
  readonly scale: number
}

/** The smallest type that can be read, and the largest that a head takes. */
const smallestType = 9
const largestType = 14
/** Enough of a pod's name to know it by. */
const tail = 5

/** Pixels of the page to a unit. */
export function canWriteNodes(scale: number): boolean {
  return scale * 0.74 * 0.82 >= smallestType
}

export function writeNode(
  { context, view, ratio, scale }: Pen,
  node: NodeMark,
  box: Box,
  share: number,
): void {
  const head = (scale * 0.74) / ratio
  const type = Math.min(largestType, head * 0.82)
  if (type < smallestType || box.width / ratio < 64) return
  const { palette } = view
  const isTrouble = node.ready !== 0 || node.machine !== 0 || node.isCordoned
  const state = stateOf(node, view)
  const isOnInk = node.ready !== 0
  context.font = `600 ${type * ratio}px ${palette.sans}`
  context.textBaseline = 'middle'
  context.fillStyle = isOnInk ? palette.surface : palette.ink
  const pad = 5 * ratio
  const y = box.y + (scale * 0.74) / 2 + ratio
  const right = isTrouble ? state : view.colouring === 'cpu' ? `${Math.round(share * 100)} %` : ''
  const room = box.width - 2 * pad
  context.textAlign = 'left'
  const rightWidth = right === '' ? 0 : context.measureText(right).width
  const hasRight = rightWidth > 0 && rightWidth + 28 * ratio < room
  context.fillText(cut(context, node.name, room - (hasRight ? rightWidth + pad : 0)), box.x + pad, y)
  if (!hasRight) return
  context.textAlign = 'right'
  if (node.machine !== 0 && !isOnInk) context.fillStyle = palette.fault
  context.fillText(right, box.x + box.width - pad, y)
}

/** The machine first: that is what it is, whatever is believed of it. */
function stateOf({ machine, ready, isCordoned }: NodeMark, { writing }: View): string {
  const parts = [
    machine === 0 ? '' : (writing.machines[machine] ?? ''),
    ready === 0 ? '' : ready === 1 ? writing.notReady : writing.unknown,
    isCordoned ? writing.cordoned : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

export function writePod({ context, view, ratio, scale }: Pen, name: string, state: number, box: Box): void {
  const look = lookOf(state)
  const type = Math.min(13, (scale / ratio) * 0.235)
  const isSolid = look === 'ready' || look === 'failed' || look === 'succeeded'
  const { palette, colouring } = view
  context.font = `500 ${type * ratio}px ${palette.mono}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  const isPlain = isSolid && colouring === 'phase'
  const x = box.x + (box.width - gapOf(scale, ratio)) / 2
  const y = box.y + box.height - gapOf(scale, ratio) - box.height * 0.13
  const text = name.slice(-tail)
  if (!isPlain) {
    const width = context.measureText(text).width
    context.fillStyle = palette.surface
    context.fillRect(x - width / 2 - 2 * ratio, y - type * ratio, width + 4 * ratio, type * ratio * 1.3)
  }
  context.fillStyle = isPlain ? palette.onCluster : palette.ink
  context.fillText(text, x, y)
}

const gapOf = (scale: number, ratio: number): number =>
  Math.max(1, Math.round((scale / ratio) * 0.12)) * ratio

/** At its corner, or at the edge of the room where the corner is out of sight. */
export function writeZone(
  pen: Pen,
  zone: string,
  nodes: number,
  box: Box,
  edge: { x: number; y: number },
  head: number,
): void {
  const text = `${zone}  ${nodes.toLocaleString('en')}`
  writeHead(pen, text, box, edge, pen.view.palette.secondary, head * pen.scale)
}

export function writeTray(pen: Pen, pods: number, box: Box, edge: { x: number; y: number }): void {
  const { palette, writing } = pen.view
  const type = 12 * pen.ratio
  const colour = pods > 0 ? palette.gap : palette.secondary
  const above = { ...box, y: box.y - type * 1.7, height: box.height + type * 1.7 }
  writeHead(pen, writing.waiting.replace('{n}', pods.toLocaleString('en')), above, edge, colour, type * 1.7)
}

function writeHead(
  { context, view, ratio }: Pen,
  text: string,
  box: Box,
  edge: { x: number; y: number },
  colour: string,
  head: number,
): void {
  const type = 12 * ratio
  const pad = 5 * ratio
  const { palette } = view
  context.font = `600 ${type}px ${palette.sans}`
  const width = context.measureText(text).width
  if (width + 2 * pad > box.width) return
  const x = Math.min(Math.max(box.x + pad, edge.x + pad), box.x + box.width - width - pad)
  const y = Math.min(Math.max(box.y + type, edge.y + type), box.y + box.height - type * 0.5)
  // Where there is no room for it above what it names, it has a ground of its own.
  const isCovering = y > box.y + type + 1 || head < type * 1.4
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  if (isCovering) {
    context.fillStyle = palette.canvas
    context.globalAlpha = 0.9
    context.beginPath()
    context.roundRect(x - pad, y - type * 0.8, width + 2 * pad, type * 1.6, 4 * ratio)
    context.fill()
    context.globalAlpha = 1
  }
  context.fillStyle = colour
  context.fillText(text, x, y)
}

/** Large enough to be found where what it is around is a pixel. */
export function ring({ context, view, ratio }: Pen, box: Box, kind: 'aimed' | 'selected' | 'marked'): void {
  const { palette } = view
  const least = 10 * ratio
  const growX = Math.max(2 * ratio, (least - box.width) / 2)
  const growY = Math.max(2 * ratio, (least - box.height) / 2)
  context.beginPath()
  context.roundRect(box.x - growX, box.y - growY, box.width + 2 * growX, box.height + 2 * growY, 4 * ratio)
  context.lineWidth = 4.5 * ratio
  context.strokeStyle = palette.surface
  context.stroke()
  context.lineWidth = 2.25 * ratio
  context.strokeStyle = kind === 'marked' ? palette.gap : palette.ink
  if (kind === 'aimed') context.setLineDash([4 * ratio, 3 * ratio])
  context.stroke()
  context.setLineDash([])
}

function cut(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text
  for (let length = text.length - 1; length > 2; length--) {
    const shorter = `…${text.slice(-length)}`
    if (context.measureText(shorter).width <= room) return shorter
  }
  return ''
}
