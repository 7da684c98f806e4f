/** The colours of a palette as pixels, and every mark that was drawn with them. */
import { type Look, looks } from '../../../../state/looks.ts'
import { type Stripe, stripes } from '../../../../viz/loop/stripe.ts'
import type { Level } from '../../../../viz/map/level.ts'
import { inksOf } from './classes.ts'
import { mixed, type Pixel, pixelOf } from './ink.ts'
import { Marks } from './marks.ts'
import { type Colouring, colourings, type Palette } from './messages.ts'
import type { MakeCanvas } from './painter.ts'
import type { Stamp } from './pixels.ts'
import { drawStamp } from './stamps.ts'

/** What marks of many pods have in common. */
export interface MarkKind {
  readonly colouring: Colouring
  readonly size: number
  readonly ratio: number
  readonly ground: Pixel
  /** How far its node has lost its colour, from 0 to 5. */
  readonly drained: number
  readonly level: Level
}

const drains = 5
/** More kinds than this are of sizes that nobody sees any more. */
const mostKinds = 300

export class Pigments {
  readonly grounds: {
    readonly [Name in
      | 'canvas'
      | 'zone'
      | 'node'
      | 'deadNode'
      | 'head'
      | 'cordoned'
      | 'unknown'
      | 'tray'
      | 'hairline'
      | 'line'
      | 'gap'
      | 'fault']: Pixel
  }
  readonly #inks: { readonly [C in Colouring]: readonly (readonly Pixel[])[] }
  /** The same, class by class for each step of fading. */
  readonly #rows: { readonly [C in Colouring]: readonly Uint32Array[] }
  readonly #onInk: Pixel
  readonly #makeCanvas: MakeCanvas
  readonly #marks = new Map<number, Marks>()
  #context: CanvasRenderingContext2D | undefined
  #side = 0

  constructor(palette: Palette, makeCanvas: MakeCanvas) {
    const of = (name: keyof Palette) => pixelOf(palette[name])
    this.#makeCanvas = makeCanvas
    this.#onInk = of('onCluster')
    this.grounds = {
      canvas: of('canvas'),
      zone: mixed(of('canvas'), of('surface'), 0.45),
      node: of('surface'),
      deadNode: of('faultTint'),
      head: mixed(of('surface'), of('line'), 0.16),
      cordoned: mixed(of('surface'), of('line'), 0.7),
      unknown: of('secondary'),
      tray: of('canvas'),
      hairline: of('hairline'),
      line: of('line'),
      gap: of('gap'),
      fault: of('fault'),
    }
    const faded = of('sunken')
    const fades = (inks: readonly Pixel[]) =>
      inks.map((ink) =>
        Array.from({ length: drains + 1 }, (_, step) => mixed(ink, faded, (step / drains) * 0.75)),
      )
    this.#inks = Object.fromEntries(
      colourings.map((colouring) => [colouring, fades(inksOf(colouring, palette))]),
    ) as { [C in Colouring]: Pixel[][] }
    const rows = (inks: readonly (readonly Pixel[])[]) =>
      Array.from({ length: drains + 1 }, (_, step) => Uint32Array.from(inks, (ink) => ink[step] as Pixel))
    this.#rows = Object.fromEntries(
      colourings.map((colouring) => [colouring, rows(this.#inks[colouring])]),
    ) as { [C in Colouring]: Uint32Array[] }
  }

  ink(colouring: Colouring, one: number, drained: number): Pixel {
    return this.#inks[colouring][one]?.[drained] ?? 0
  }

  /** Of all classes. */
  inks(colouring: Colouring, drained: number): Uint32Array {
    return this.#rows[colouring][drained] as Uint32Array
  }

  marks(kind: MarkKind): Marks {
    const key = keyOf(kind, kind.ground === this.grounds.node ? 0 : kind.ground === this.grounds.tray ? 1 : 2)
    const known = this.#marks.get(key)
    if (known !== undefined) return known
    if (this.#marks.size >= mostKinds) this.#marks.clear()
    const marks = new Marks((look, one) => this.#draw(kind, look, one))
    this.#marks.set(key, marks)
    return marks
  }

  #draw({ colouring, size, ratio, ground, drained, level }: MarkKind, look: number, one: number): Stamp {
    const name = looks[look] as Look
    const isFilling = colouring === 'cpu' || colouring === 'age'
    return drawStamp(this.#contextFor(size), {
      look: name,
      size,
      ratio,
      ink: this.ink(colouring, one, drained),
      onInk: this.#onInk,
      ground,
      stripe: colouring === 'revision' ? stripeOfClass(one) : undefined,
      filling: isFilling && level !== 'pixel' ? (one + 1) / 5 : 1,
      hasSign: level === 'sign' || level === 'label',
      hasName: level === 'label',
    })
  }

  #contextFor(size: number): CanvasRenderingContext2D {
    if (this.#context === undefined || this.#side < size) {
      this.#side = Math.max(64, size)
      const canvas = this.#makeCanvas(this.#side, this.#side)
      this.#context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
    }
    return this.#context
  }
}

function stripeOfClass(one: number): Stripe | undefined {
  return one === 0 ? undefined : stripes[one - 1]
}

function keyOf({ colouring, size, drained, level }: MarkKind, ground: number): number {
  const detail = level === 'label' ? 3 : level === 'sign' ? 2 : level === 'mark' ? 1 : 0
  let key = colourings.indexOf(colouring)
  for (const [value, most] of [
    [drained, 8],
    [ground, 4],
    [detail, 4],
    [size, 512],
  ] as const)
    key = key * most + value
  return key
}
