/** A chip's body with all its strokes: fill and edge, the revision's stripe, and the sign of how its pod is. */
import type { DensityName } from '../../../../viz/loop/density.ts'
import type { Stripe } from '../../../../viz/loop/stripe.ts'
import { type GlyphName, glyphStrokes } from '../../glyphs.ts'
import type { Chip, Ground } from '../messages.ts'
import type { Context } from '../Studio.ts'
import { type Colours, mixed } from './colours.ts'
import { type ChipSizes, chipSizes } from './sizes.ts'

/** A box in pixels of the page. */
type Box = readonly [x: number, y: number, width: number, height: number]

export function drawBody(context: Context, chip: Chip, colours: Colours, ground: Ground): void {
  const { look, density, stripe } = chip
  const { unit } = ground
  const sizes = chipSizes[density]
  const edge = edgeOf(sizes, ground)
  const box: Box = [0, 0, sizes.width * unit, sizes.height * unit]
  const isFailed = look === 'failed'
  const round = isFailed ? 0 : sizes.round * unit
  // What is filled has soft edges, what is clipped has not.
  if (isFailed && density !== 'dense') cutCorners(context, box, 8 * unit)
  else outline(context, box, round)
  context.fillStyle = colours.fill
  context.fill()
  if (look === 'unknown') {
    context.save()
    outline(context, inset(box, edge), round - edge)
    context.clip()
    context.fillStyle = mixed(colours.fill, colours.edge, 0.28)
    diagonals(context, inset(box, edge), [6, 8])
    context.restore()
  }
  if (!isFailed) drawEdge(context, box, edge, round, colours.edge, look === 'unbound' ? 'dotted' : 'whole')
  if (stripe !== undefined) drawStripe(context, stripe, sizes, ground, round, colours.onFill)
  const { x, y, size } = sizes.sign
  const sign = look === 'gone' ? 'terminating' : look
  drawSign(context, sign, edge + x * unit, edge + y * unit, size * unit, colours.onFill)
}

/** Edges are whole pixels of the screen, as a browser draws them. */
export function edgeOf({ edge }: ChipSizes, { ratio }: Ground): number {
  return Math.max(1, Math.floor(edge * ratio)) / ratio
}

/** A hole: dashed, and filled with next to nothing. */
export function drawGhost(context: Context, density: DensityName, ground: Ground): void {
  const { unit, inks } = ground
  const sizes = chipSizes[density]
  const box: Box = [0, 0, sizes.width * unit, sizes.height * unit]
  outline(context, box, sizes.round * unit)
  context.fillStyle = inks.onGap
  context.fill()
  drawEdge(context, box, edgeOf(sizes, ground), sizes.round * unit, inks.gap, 'dashed')
  const size = sizes.ghostSign * unit
  drawSign(context, 'ghost', (box[2] - size) / 2, (box[3] - size) / 2, size, inks.gap)
}

function outline(context: Context, [x, y, width, height]: Box, round: number): void {
  context.beginPath()
  context.roundRect(x, y, width, height, Math.max(0, round))
}

function inset([x, y, width, height]: Box, by: number): Box {
  return [x + by, y + by, width - 2 * by, height - 2 * by]
}

function drawEdge(
  context: Context,
  box: Box,
  edge: number,
  round: number,
  colour: string,
  kind: 'whole' | 'dotted' | 'dashed',
): void {
  context.save()
  context.strokeStyle = colour
  context.lineWidth = edge
  if (kind === 'dotted') {
    context.lineCap = 'round'
    context.setLineDash([0, 2 * edge])
  } else if (kind === 'dashed') context.setLineDash([2 * edge, 1.5 * edge])
  outline(context, inset(box, edge / 2), round - edge / 2)
  context.stroke()
  context.restore()
}

function cutCorners(context: Context, [, , width, height]: Box, cut: number): void {
  context.beginPath()
  for (const [x, y] of [
    [cut, 0],
    [width - cut, 0],
    [width, cut],
    [width, height - cut],
    [width - cut, height],
    [cut, height],
    [0, height - cut],
    [0, cut],
  ] as const)
    context.lineTo(x, y)
  context.closePath()
}

/** Along the left edge, in the colour of what is written: the same patterns wherever a revision is marked. */
function drawStripe(
  context: Context,
  stripe: Stripe,
  sizes: ChipSizes,
  ground: Ground,
  round: number,
  colour: string,
): void {
  const { unit } = ground
  const edge = edgeOf(sizes, ground)
  const [x, y, width, height]: Box = [edge, edge, sizes.stripe * unit, sizes.height * unit - 2 * edge]
  const inner = Math.max(0, round - edge)
  context.save()
  context.beginPath()
  context.roundRect(x, y, width, height, [inner, 0, 0, inner])
  context.fillStyle = colour
  if (stripe === 'solid') context.fill()
  else drawPattern(context, stripe, [x, y, width, height])
  context.restore()
}

/** In a shape that is laid out already. */
function drawPattern(context: Context, stripe: Exclude<Stripe, 'solid'>, [x, y, width, height]: Box): void {
  context.clip()
  if (stripe === 'diagonal') diagonals(context, [x, y, width, height], [0, 2.5, 5])
  else if (stripe === 'dashes')
    for (let up = y + height; up > y; up -= 7) context.fillRect(x, up - 4, width, 4)
  else for (const at of [0, 0.67]) context.fillRect(x + at * width, y, 0.33 * width, height)
}

/** Lines from lower left to upper right: in every [last] pixels, those from the first to the second. */
function diagonals(
  context: Context,
  [x, y, width, height]: Box,
  span: readonly [from: number, to: number, every?: number],
): void {
  const [from, to, every = to] = span
  const across = Math.SQRT2
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.beginPath()
  for (let start = 0; start < (width + height) / across; start += every) {
    const [near, far] = [(start + from) * across, (start + to) * across]
    context.moveTo(x + near, y)
    context.lineTo(x + far, y)
    context.lineTo(x, y + far)
    context.lineTo(x, y + near)
    context.closePath()
  }
  context.fill()
  context.restore()
}

function drawSign(
  context: Context,
  sign: GlyphName,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.save()
  context.translate(x, y)
  context.scale(size / 20, size / 20)
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = sign === 'unbound' ? 3 : 2.2
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke(new Path2D(glyphStrokes[sign]))
  if (sign === 'starting') context.fill(new Path2D('M10 3.5a6.5 6.5 0 0 1 0 13z'))
  context.restore()
}
