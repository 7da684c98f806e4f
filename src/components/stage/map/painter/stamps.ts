/**
 * A pod's mark at one size: drawn once with all its strokes, and from then on copied. What a pod is like is told by its
 * shape as well: solid, hollow, crossed, hatched.
 */
import { type Look, looks } from '../../../../state/looks.ts'
import type { Stripe } from '../../../../viz/loop/stripe.ts'
import { glyphStrokes } from '../../glyphs.ts'
import { cssOf, type Pixel } from './ink.ts'
import type { Stamp } from './pixels.ts'

export interface MarkStyle {
  readonly look: Look
  /** Pixels of the screen, and how many of them are one of the page. */
  readonly size: number
  readonly ratio: number
  readonly ink: Pixel
  /** On the ink, and what the mark stands on. */
  readonly onInk: Pixel
  readonly ground: Pixel
  readonly stripe: Stripe | undefined
  /** From 0 to 1: how far it is filled from below. */
  readonly filling: number
  /** Whether there is room for a sign, and whether it shares the mark with a name. */
  readonly hasSign: boolean
  readonly hasName: boolean
}

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

/** Smaller than this in pixels of the page there is only a colour. */
const smallestShape = 5

export function drawStamp(context: Context, style: MarkStyle): Stamp {
  const { size, ink, ground } = style
  const pixels = new Uint32Array(size * size)
  if (size / style.ratio < smallestShape - 1) {
    pixels.fill(ink)
    return { size, pixels }
  }
  context.save()
  context.fillStyle = cssOf(ground)
  context.fillRect(0, 0, size, size)
  drawMark(context, style)
  context.restore()
  const { data } = context.getImageData(0, 0, size, size)
  pixels.set(new Uint32Array(data.buffer, data.byteOffset, size * size))
  return { size, pixels }
}

export const lookOf = (state: number): Look => looks[state & 15] as Look

function drawMark(context: Context, style: MarkStyle): void {
  const { look, size, ratio, ink, ground } = style
  const isLarge = size / ratio >= 12
  const line = Math.max(1, Math.round(ratio * (isLarge ? 1.5 : 1)))
  context.lineWidth = line
  context.strokeStyle = cssOf(ink)
  context.fillStyle = cssOf(ink)
  outline(context, style, line)
  const isSolid = look === 'ready' || look === 'failed' || look === 'succeeded'
  context.save()
  context.clip()
  if (isSolid && style.filling < 1) context.globalAlpha = 0.25
  if (isSolid) context.fillRect(0, 0, size, size)
  context.globalAlpha = 1
  if (isSolid && style.filling < 1) context.fillRect(0, Math.round(size * (1 - style.filling)), size, size)
  if (isSolid && style.stripe !== undefined) pattern(context, style.stripe, size, ratio, cssOf(ground))
  if (look === 'starting') context.fillRect(0, size / 2, size, size / 2)
  if (look === 'unknown') hatch(context, size, Math.max(3, Math.round(3 * ratio)))
  context.restore()
  if (look === 'unbound') context.setLineDash([line * 1.5, line * 1.5])
  context.stroke()
  context.setLineDash([])
  if (style.hasSign) sign(context, style, isSolid)
  else if (look === 'failed') cross(context, size, Math.max(1, ratio), cssOf(ground))
}

function outline(context: Context, { look, size, ratio }: MarkStyle, line: number): void {
  const radius = Math.min(size * 0.16, 7 * ratio)
  const inset = line / 2
  const side = size - line
  context.beginPath()
  if (look === 'failed') {
    const cut = Math.max(1, size * 0.2)
    context.moveTo(inset + cut, inset)
    for (const [x, y] of [
      [side - cut, 0],
      [side, cut],
      [side, side - cut],
      [side - cut, side],
      [cut, side],
      [0, side - cut],
      [0, cut],
    ] as const)
      context.lineTo(inset + x, inset + y)
    context.closePath()
  } else if (radius < 1.5) context.rect(inset, inset, side, side)
  else context.roundRect(inset, inset, side, side, radius)
}

function hatch(context: Context, size: number, step: number): void {
  context.beginPath()
  for (let at = -size; at < size; at += step) {
    context.moveTo(at, size)
    context.lineTo(at + size, 0)
  }
  context.stroke()
}

function cross(context: Context, size: number, line: number, colour: string): void {
  context.strokeStyle = colour
  context.lineWidth = line
  context.beginPath()
  for (const [x, toX] of [
    [0.25, 0.75],
    [0.75, 0.25],
  ] as const) {
    context.moveTo(size * x, size * 0.25)
    context.lineTo(size * toX, size * 0.75)
  }
  context.stroke()
}

/** The patterns of the stripes that pods wear on the stage; the first is a plain surface. */
function pattern(context: Context, stripe: Stripe, size: number, ratio: number, colour: string): void {
  if (stripe === 'solid') return
  const step = Math.max(3, Math.round(Math.min(size / 3, 6 * ratio)))
  context.save()
  context.strokeStyle = colour
  context.lineWidth = Math.max(1, Math.round(step / 3))
  context.globalAlpha = 0.8
  if (stripe === 'diagonal') hatch(context, size, step)
  else {
    context.beginPath()
    for (let at = step; at < size; at += step) {
      context.moveTo(stripe === 'double' ? at : 0, stripe === 'double' ? 0 : at)
      context.lineTo(stripe === 'double' ? at : size, stripe === 'double' ? size : at)
    }
    context.stroke()
  }
  context.restore()
}

function sign(
  context: Context,
  { look, size, onInk, ink, ground, hasName, filling, stripe }: MarkStyle,
  isSolid: boolean,
): void {
  // A pod that starts is half full: that says it.
  if (look === 'starting' || look === 'gone') return
  const path = glyphStrokes[look]
  const side = size * (hasName ? 0.4 : 0.6)
  const left = (size - side) / 2
  const top = hasName ? size * 0.14 : left
  // A sign on a surface that is only partly filled, or in stripes, needs a ground of its own.
  if ((isSolid && (filling < 1 || (stripe !== undefined && stripe !== 'solid'))) || look === 'unknown') {
    context.fillStyle = cssOf(isSolid ? ink : ground)
    context.beginPath()
    context.roundRect(left - side * 0.1, top - side * 0.1, side * 1.2, side * 1.2, side * 0.2)
    context.fill()
  }
  context.save()
  context.translate(left, top)
  context.scale(side / 20, side / 20)
  context.strokeStyle = cssOf(isSolid ? onInk : ink)
  context.lineWidth = look === 'unbound' ? 3.4 : 2.8
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke(new Path2D(path))
  context.restore()
}
