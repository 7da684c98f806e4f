/** One chip on the canvas: its body is a copy of a stamp, what is written on it is its own. */
import type { Point } from '../../../../viz/loop/card.ts'
import type { DensityName } from '../../../../viz/loop/density.ts'
import type { Chip, Ground } from '../messages.ts'
import type { Canvas, Context } from '../Studio.ts'
import { type Colours, coloursOf } from './colours.ts'
import { chipSizes } from './sizes.ts'
import { drawBody, drawGhost, edgeOf } from './stamp.ts'

/** Bodies by what they look like: drawn once with all their strokes, and from then on copied. */
export class Stamps {
  readonly #makeCanvas: (width: number, height: number) => Canvas
  readonly #made = new Map<string, Canvas>()

  constructor(makeCanvas: (width: number, height: number) => Canvas) {
    this.#makeCanvas = makeCanvas
  }

  clear(): void {
    this.#made.clear()
  }

  /** `draw`: in pixels of the page, from the upper left. */
  of(name: string, density: DensityName, { unit, ratio }: Ground, draw: (context: Context) => void): Canvas {
    const made = this.#made.get(name)
    if (made !== undefined) return made
    const { width, height } = chipSizes[density]
    const stamp = this.#makeCanvas(Math.ceil(width * unit * ratio), Math.ceil(height * unit * ratio))
    const context = stamp.getContext('2d')
    context?.scale(ratio, ratio)
    if (context !== null) draw(context)
    this.#made.set(name, stamp)
    return stamp
  }
}

/** The line that something is written in, in design units. */
const line = 18
/** The line around one that is selected, and how far it is from the chip. */
const selection = { line: 2, away: 4, round: 13 }

export function paintChip(context: Context, chip: Chip, at: Point, ground: Ground, stamps: Stamps): void {
  const { look, density, stripe, drained, restarts, tail, isSelected } = chip
  const { unit, inks } = ground
  const colours = coloursOf(look, inks, drained)
  const body = stamps.of(`${look} ${density} ${stripe} ${drained}`, density, ground, (on) =>
    drawBody(on, chip, colours, ground),
  )
  put(context, body, at, ground)
  const sizes = chipSizes[density]
  const { width, height, name } = sizes
  const edge = edgeOf(sizes, ground)
  if (name !== undefined && tail !== '') {
    const x = edge + name.x * unit
    const bottom = height * unit - edge - name.bottom * unit
    context.fillStyle = colours.onFill
    const face = { weight: 500, family: inks.mono }
    const baseline = write(context, tail, { x, y: bottom - line * unit }, face, ground)
    if (look === 'terminating') strike(context, x, baseline, context.measureText(tail).width, unit)
  }
  if (restarts > 0 && name !== undefined) paintRestarts(context, chip, colours, ground)
  if (!isSelected) return
  const { away, round } = selection
  context.strokeStyle = inks.ink
  context.lineWidth = selection.line
  context.beginPath()
  const inset = selection.line / 2 - away
  context.roundRect(inset, inset, width * unit - 2 * inset, height * unit - 2 * inset, round * unit)
  context.stroke()
}

export function paintGhost(
  context: Context,
  at: Point,
  density: DensityName,
  ground: Ground,
  stamps: Stamps,
): void {
  put(
    context,
    stamps.of(`ghost ${density}`, density, ground, (on) => drawGhost(on, density, ground)),
    at,
    ground,
  )
}

/** Leaves the context where the stamp is, in pixels of the page: at rest just on pixels of the screen. */
function put(context: Context, stamp: Canvas, { x, y }: Point, { ratio }: Ground): void {
  const isAtRest = Number.isInteger(x) && Number.isInteger(y)
  const [left, top] = isAtRest ? [Math.round(x * ratio), Math.round(y * ratio)] : [x * ratio, y * ratio]
  context.setTransform(1, 0, 0, 1, left, top)
  context.drawImage(stamp, 0, 0)
  context.setTransform(ratio, 0, 0, ratio, left, top)
}

interface Face {
  readonly weight: number
  readonly family: string
}

/** How far letters are above and below their line, as parts of their size, where a browser doesn't tell (Firefox 115). */
const usualUp = 0.93
const usualDown = 0.24

/** In a line as a style sheet would set it. Returns where its letters stand. */
function write(context: Context, text: string, { x, y }: Point, face: Face, { unit, type }: Ground): number {
  setFace(context, face, type * unit)
  const { fontBoundingBoxAscent, fontBoundingBoxDescent }: Partial<TextMetrics> = context.measureText(text)
  const up = Math.round(fontBoundingBoxAscent ?? usualUp * type * unit)
  const down = Math.round(fontBoundingBoxDescent ?? usualDown * type * unit)
  const baseline = y + Math.floor((line * unit - up - down) / 2) + up
  context.fillText(text, x, baseline)
  return baseline
}

/** To set a font is dear, even the same one. */
function setFace(context: Context, { weight, family }: Face, size: number): void {
  const font = `${weight} ${size}px ${family}`
  if (context.font !== font) context.font = font
}

function strike(context: Context, x: number, baseline: number, width: number, unit: number): void {
  context.fillRect(x, Math.round(baseline - 4 * unit), width, Math.max(1, Math.round(unit)))
}

function paintRestarts(
  context: Context,
  { density, restarts }: Chip,
  colours: Colours,
  ground: Ground,
): void {
  const { unit, type, inks } = ground
  const sizes = chipSizes[density]
  const edge = edgeOf(sizes, ground)
  const text = `↻${restarts}`
  const face = { weight: 600, family: inks.sans }
  setFace(context, face, type * unit)
  const written = context.measureText(text).width
  if (density === 'compact') {
    context.fillStyle = colours.onFill
    const x = sizes.width * unit - edge - 3 * unit - written
    write(context, text, { x, y: edge + 2 * unit }, face, ground)
    return
  }
  const [x, y] = [edge + 34 * unit, edge + 5 * unit]
  context.fillStyle = inks.gap
  context.beginPath()
  context.roundRect(x, y, written + 8 * unit, line * unit, 4 * unit)
  context.fill()
  context.fillStyle = inks.onGap
  write(context, text, { x: x + 4 * unit, y }, face, ground)
}
