/** One picture of the map: boxes and marks into an array of pixels, and over them what is written and ringed. */
import type { Camera } from '../../../../viz/map/camera.ts'
import type { Plan } from '../../../../viz/map/plan.ts'
import type { Roster } from '../../../../viz/map/roster.ts'
import type { ZonePlaces } from '../../../../viz/map/settle.ts'
import type { Changes } from './changes.ts'
import { letter } from './lettering.ts'
import type { View } from './messages.ts'
import type { MakeCanvas, NodeMark } from './painter.ts'
import { Pigments } from './pigments.ts'
import { margin, Projection } from './projection.ts'
import { Sheet } from './sheet.ts'

export interface Scene {
  readonly plan: Plan
  readonly view: View
  readonly zones: readonly ZonePlaces[]
  readonly roster: Roster
  readonly nodes: ReadonlyMap<number, NodeMark>
  readonly names: ReadonlyMap<number, string>
  /** Of every pod by its slot, in the colouring that is shown. */
  readonly classes: Uint8Array
  /** Since the last picture. */
  readonly changes: Changes
  readonly shareOf: (node: NodeMark) => number
  /** From 0, just changed, to 1. */
  readonly freshness: (slot: number) => number
  readonly hasFresh: boolean
}

export interface Drawn {
  readonly bitmap: ImageBitmap
  readonly margin: number
  readonly ratio: number
  readonly unnamed: readonly number[]
  /** Whether something in it is on its way. */
  readonly hasMotion: boolean
}

/** A picture of more pixels takes longer than a frame: it is painted coarser. */
const mostPixels = 5_000_000

export class Drawing {
  readonly #makeCanvas: MakeCanvas
  readonly #sheet = new Sheet()
  #canvas: OffscreenCanvas | HTMLCanvasElement | undefined
  #pigments: Pigments | undefined

  constructor(makeCanvas: MakeCanvas) {
    this.#makeCanvas = makeCanvas
  }

  /** The colours have changed. */
  forget(): void {
    this.#pigments = undefined
  }

  draw(scene: Scene, camera: Camera): Drawn {
    const { view } = scene
    const ratio = ratioFor(view)
    const width = Math.ceil((view.room.width + 2 * margin) * ratio)
    const height = Math.ceil((view.room.height + 2 * margin) * ratio)
    const canvas = this.#canvasOf(width, height)
    const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D
    this.#pigments ??= new Pigments(view.palette, this.#makeCanvas)
    const projection = new Projection(camera, view.room, ratio)
    const hasMotion = this.#sheet.paint(scene, projection, this.#pigments)
    const { bytes, whole } = this.#sheet.pixels
    context.putImageData(new ImageData(bytes, width, height), 0, 0)
    const unnamed = letter(context, scene, projection, whole)
    return { bitmap: bitmapOf(canvas), margin, ratio, unnamed, hasMotion }
  }

  #canvasOf(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
    this.#sheet.resize(width, height)
    if (this.#canvas?.width !== width || this.#canvas.height !== height)
      this.#canvas = this.#makeCanvas(width, height)
    return this.#canvas
  }
}

function ratioFor({ room, ratio }: View): number {
  const pixels = (room.width + 2 * margin) * (room.height + 2 * margin)
  return Math.min(ratio, 2, Math.max(1, Math.sqrt(mostPixels / pixels)))
}

/** A canvas on the page has no bitmap to give away: then it is itself what is shown. */
function bitmapOf(canvas: OffscreenCanvas | HTMLCanvasElement): ImageBitmap {
  return 'transferToImageBitmap' in canvas
    ? canvas.transferToImageBitmap()
    : (canvas as unknown as ImageBitmap)
}
