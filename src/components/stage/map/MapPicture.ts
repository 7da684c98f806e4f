/**
 * The map on the page: the last picture, moved at once wherever the hand moves it, and the painter asked for the next. It
 * is no component: nothing of React takes part in a drag. When another lens is looked at it rests with its picture, which is
 * there at once when one comes back.
 */
import { learnNames, session, world } from '../../../state/index.ts'
import {
  broughtIn,
  type Camera,
  fitted,
  inRoom,
  kept,
  onMap,
  panned,
  type Room,
  zoomed,
} from '../../../viz/map/camera.ts'
import { labelScale, levelOf } from '../../../viz/map/level.ts'
import { feed } from './feed.ts'
import { mapStore } from './mapStore.ts'
import type { FromPainter, Palette, Picture, Thing, Writing } from './painter/messages.ts'
import { openPainter, type PainterLine } from './painter/openPainter.ts'

export interface Looks {
  readonly palette: Palette
  readonly writing: Writing
  readonly isMoving: boolean
  readonly hasNames: boolean
}

type Arrow = readonly [dx: number, dy: number]

/** Half steps that the keyboard tries until something is there, and how far beside its way it looks, in steps. */
const mostSteps = 16
const besides = [0, 0.3, -0.3]

/** The one that rests. */
let resting: MapPicture | undefined

export class MapPicture {
  readonly #canvas = document.createElement('canvas')
  readonly #line: PainterLine
  readonly #stops: (() => void)[] = []
  readonly #asked = new Map<number, (thing: Thing | undefined) => void>()
  #looks: Looks | undefined
  #room: Room = { width: 0, height: 0 }
  /** Undefined: all of the map, however it grows. */
  #camera: Camera | undefined
  #shown: Picture | undefined
  #aimed = 0
  #asks = 0
  #frame = 0

  /** Shows the map in an element, which keeps it until it rests. */
  static in(host: HTMLElement, look: string): MapPicture {
    const picture = resting ?? new MapPicture()
    resting = undefined
    picture.#wake(host, look)
    return picture
  }

  private constructor() {
    this.#line = openPainter((message) => this.#take(message))
  }

  rest(): void {
    for (const stop of this.#stops.splice(0)) stop()
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#canvas.remove()
    if (resting !== undefined) resting.#end()
    resting = this
    // Of a world that is closed nobody wants a picture any more.
    const endIfClosed = () => session.getState().status === 'closed' && this.#end()
    this.#stops.push(session.subscribe(endIfClosed))
    endIfClosed()
  }

  #wake(host: HTMLElement, look: string): void {
    for (const stop of this.#stops.splice(0)) stop()
    this.#canvas.className = look
    host.prepend(this.#canvas)
    this.#stops.push(
      feed(this.#line),
      session.subscribe((now, before) => now.selected !== before.selected && this.#change()),
      mapStore.subscribe((now, before) => {
        if (now.colouring !== before.colouring || now.marked !== before.marked) this.#change()
      }),
    )
    this.#place()
    this.#change()
  }

  #end(): void {
    for (const stop of this.#stops.splice(0)) stop()
    if (resting === this) resting = undefined
    this.#line.end()
  }

  look(looks: Looks): void {
    this.#looks = looks
    this.#change()
  }

  resize(room: Room): void {
    if (room.width === this.#room.width && room.height === this.#room.height) return
    this.#room = room
    this.#place()
    this.#change()
  }

  // ── The hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

  pan(dx: number, dy: number): void {
    this.#move(panned(this.#cameraNow(), dx, dy))
  }

  /** `at`: the pixel of the room that stays where it is; absent: the middle. */
  zoom(factor: number, at?: { readonly x: number; readonly y: number }): void {
    const { width, height } = this.#room
    const from = at === undefined ? { x: 0, y: 0 } : { x: at.x - width / 2, y: at.y - height / 2 }
    this.#move(zoomed(this.#cameraNow(), factor, from))
  }

  showAll(): void {
    this.#camera = undefined
    this.#aimed = 0
    dropPointed()
    this.#place()
    this.#change()
  }

  /** To a pod or a node, near enough to read its name, and marks it. */
  async jumpTo(slot: number): Promise<void> {
    const thing = await this.#ask({ type: 'locate', slot })
    if (thing === undefined) return
    mapStore.setState({ marked: slot })
    this.#move(broughtIn(this.#cameraNow(), thing.box, thing.kind === 'pod' ? labelScale : labelScale / 2))
  }

  thingAt(x: number, y: number): Promise<Thing | undefined> {
    const at = onMap(this.#cameraNow(), this.#room, x, y)
    return this.#ask({ type: 'hit', ...at })
  }

  /** To the next pod or node in a direction, which is in the middle then: nodes where pods are small. */
  async step(arrow: Arrow): Promise<void> {
    const thing = await this.#next(arrow)
    if (thing === undefined) return
    const { box, kind, slot } = thing
    this.#aimed = slot
    const { scale } = this.#cameraNow()
    this.#move({ x: box.x + box.width / 2, y: box.y + box.height / 2, scale })
    const { width, height } = this.#room
    mapStore.setState({ pointed: { kind, slot, x: width / 2, y: height / 2, by: 'keys' } })
  }

  /** The first that is met on the way, or close beside it. */
  async #next([dx, dy]: Arrow): Promise<Thing | undefined> {
    const { x, y, scale } = this.#cameraNow()
    const isFine = ['sign', 'label'].includes(levelOf(scale))
    const unit = isFine ? { x: 1, y: 1 } : (this.#shown?.pitch ?? { x: 1, y: 1 })
    for (let step = 1; step <= mostSteps; step++)
      for (const beside of besides) {
        const along = step / 2
        const thing = await this.#ask({
          type: 'hit',
          x: x + (dx * along + dy * beside) * unit.x,
          y: y + (dy * along + dx * beside) * unit.y,
        })
        const met = isFine ? thing : await this.#nodeOf(thing)
        if (met !== undefined && met.slot !== this.#aimed) return met
      }
    return undefined
  }

  async #nodeOf(thing: Thing | undefined): Promise<Thing | undefined> {
    if (thing?.kind !== 'pod') return thing
    const node = world.getState().pods.get(thing.slot)?.node ?? 0
    return node === 0 ? thing : await this.#ask({ type: 'locate', slot: node })
  }

  /** Half a room further. */
  leap([dx, dy]: Arrow): void {
    this.pan((-dx * this.#room.width) / 2, (-dy * this.#room.height) / 2)
  }

  dropAim(): void {
    if (this.#aimed === 0) return
    this.#aimed = 0
    this.#change()
  }

  // ── The picture ──────────────────────────────────────────────────────────────────────────────────────────────────

  #cameraNow(): Camera {
    return this.#camera ?? this.#shown?.camera ?? { x: 0, y: 0, scale: 1 }
  }

  #move(camera: Camera): void {
    if (this.#shown === undefined) return
    this.#camera = kept(camera, this.#shown.map, this.#room)
    dropPointed()
    this.#place()
    this.#change()
  }

  /** The picture that is there, where the camera is by now: the painter needs a moment for the next. */
  #place(): void {
    const picture = this.#shown
    if (picture === undefined) return
    const camera = this.#camera ?? fitted(picture.map, this.#room)
    const scale = camera.scale / picture.camera.scale
    const { x, y } = inRoom(camera, this.#room, picture.camera.x, picture.camera.y)
    const width = picture.room.width + 2 * picture.margin
    const height = picture.room.height + 2 * picture.margin
    this.#canvas.style.width = `${width}px`
    this.#canvas.style.height = `${height}px`
    this.#canvas.style.transform = `translate(${x - width / 2}px, ${y - height / 2}px) scale(${scale})`
  }

  #change(): void {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#tellView()
    })
  }

  #tellView(): void {
    if (this.#looks === undefined || this.#room.width === 0) return
    const { palette, writing, isMoving } = this.#looks
    const { colouring, marked } = mapStore.getState()
    const view = {
      camera: this.#camera,
      room: this.#room,
      ratio: globalThis.devicePixelRatio || 1,
      colouring,
      palette,
      writing,
      selected: session.getState().selected,
      marked,
      aimed: this.#aimed,
      isMoving,
    }
    this.#line.tell({ type: 'view', view })
  }

  #take(message: FromPainter): void {
    if (message.type === 'thing') {
      const answer = this.#asked.get(message.id)
      this.#asked.delete(message.id)
      return answer?.(message.thing)
    }
    requestAnimationFrame(() => this.#show(message.picture, message.bitmap))
  }

  #show(picture: Picture, bitmap: ImageBitmap): void {
    showBitmap(this.#canvas, bitmap)
    this.#shown = picture
    // For whoever measures: how long it took to paint.
    this.#canvas.dispatchEvent(new CustomEvent('picture', { bubbles: true, detail: picture.took }))
    this.#place()
    this.#line.tell({ type: 'shown' })
    const { tally } = mapStore.getState()
    if (!isSameTally(tally, picture.tally)) mapStore.setState({ tally: picture.tally })
    if (picture.unnamed.length > 0 && this.#looks?.hasNames === true) this.#tellNames(picture.unnamed)
  }

  async #tellNames(slots: readonly number[]): Promise<void> {
    await learnNames(slots)
    const { pods } = world.getState()
    const names = slots.flatMap((slot) => {
      const name = pods.get(slot)?.name ?? ''
      return name === '' ? [] : [[slot, name] as const]
    })
    if (names.length > 0) this.#line.tell({ type: 'names', names })
  }

  #ask(
    question: { type: 'hit'; x: number; y: number } | { type: 'locate'; slot: number },
  ): Promise<Thing | undefined> {
    const id = ++this.#asks
    return new Promise((resolve) => {
      this.#asked.set(id, resolve)
      this.#line.tell({ ...question, id })
    })
  }
}

/** What a resting pointer was over is elsewhere once the map moves under it; the keyboard's is in the middle. */
function dropPointed(): void {
  if (mapStore.getState().pointed?.by === 'pointer') mapStore.setState({ pointed: undefined })
}

/** Handed over where it is a bitmap; a canvas of the page's own painter is copied. */
function showBitmap(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  if (canvas.width !== bitmap.width) canvas.width = bitmap.width
  if (canvas.height !== bitmap.height) canvas.height = bitmap.height
  if (bitmap instanceof HTMLCanvasElement) canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  else canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
}

type MaybeTally = Picture['tally'] | undefined

function isSameTally(one: MaybeTally, other: MaybeTally): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
