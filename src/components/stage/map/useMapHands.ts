/** What a pointer does on the map: a drag moves it, a wheel or two fingers zoom, a click selects, a right click asks. */
import { type RefObject, useEffect } from 'react'
import { select, useRevealed } from '../../../state/index.ts'
import { useHands } from '../hands/Hands.tsx'
import { targetId } from '../hands/target.ts'
import type { MapPicture } from './MapPicture.ts'
import { mapStore } from './mapStore.ts'
import type { Thing } from './painter/messages.ts'

/** Pixels that a pointer may stray and still only press; and how long a finger rests to ask. */
const steady = 5
const longPress = 500

export const idOf = ({ kind, slot }: Pick<Thing, 'kind' | 'slot'>) => targetId[kind](slot)

interface Finger {
  x: number
  y: number
}

export function useMapHands(field: RefObject<HTMLElement | null>, picture: MapPicture | undefined): void {
  const hands = useHands()
  const canAct = useRevealed('menus')
  useEffect(() => {
    const { current } = field
    if (current === null || picture === undefined) return
    const host = current
    const map = picture
    const fingers = new Map<number, Finger>()
    const end = new AbortController()
    const options = { signal: end.signal }
    let start: Finger | undefined
    let isDrag = false
    let isAsking = false
    let timer: ReturnType<typeof setTimeout> | undefined

    const place = (event: MouseEvent): Finger => {
      const box = host.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }
    const openMenu = async ({ x, y }: Finger) => {
      const thing = await map.thingAt(x, y)
      if (thing !== undefined && canAct) hands.openMenu(idOf(thing), anchorAt(host, x, y))
    }
    const point = async ({ x, y }: Finger) => {
      if (isAsking) return
      isAsking = true
      const thing = await map.thingAt(x, y)
      isAsking = false
      if (end.signal.aborted) return
      mapStore.setState({ pointed: thing && { kind: thing.kind, slot: thing.slot, x, y, by: 'pointer' } })
    }

    host.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return
        const at = place(event)
        fingers.set(event.pointerId, at)
        host.setPointerCapture(event.pointerId)
        isDrag = fingers.size > 1
        start = at
        clearTimeout(timer)
        if (event.pointerType === 'touch' && !isDrag)
          timer = setTimeout(() => {
            isDrag = true
            openMenu(at)
          }, longPress)
      },
      options,
    )
    host.addEventListener(
      'pointermove',
      (event) => {
        const at = place(event)
        const before = fingers.get(event.pointerId)
        if (before === undefined) {
          if (event.pointerType === 'mouse') point(at)
          return
        }
        if (!isDrag && start !== undefined && Math.hypot(at.x - start.x, at.y - start.y) < steady) return
        clearTimeout(timer)
        isDrag = true
        host.dataset.dragging = 'true'
        mapStore.setState({ pointed: undefined })
        if (fingers.size === 1) map.pan(at.x - before.x, at.y - before.y)
        else pinch(map, fingers, event.pointerId, at)
        fingers.set(event.pointerId, at)
      },
      options,
    )
    const up = async (event: PointerEvent) => {
      const wasDrag = isDrag
      clearTimeout(timer)
      if (!fingers.delete(event.pointerId)) return
      if (fingers.size === 0) delete host.dataset.dragging
      if (wasDrag || event.type === 'pointercancel') return
      const { x, y } = place(event)
      const thing = await map.thingAt(x, y)
      if (thing !== undefined) select(thing.slot)
    }
    host.addEventListener('pointerup', up, options)
    host.addEventListener('pointercancel', up, options)
    host.addEventListener('pointerleave', () => mapStore.setState({ pointed: undefined }), options)
    host.addEventListener('dblclick', (event) => map.zoom(2.2, place(event)), options)
    host.addEventListener(
      'contextmenu',
      (event) => {
        event.preventDefault()
        openMenu(place(event))
      },
      options,
    )
    host.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault()
        const lines = event.deltaMode === 1 ? 24 : 1
        // A pinch on a touchpad comes as a wheel with Ctrl, and in smaller steps.
        map.zoom(2 ** ((-event.deltaY * lines * (event.ctrlKey ? 6 : 1)) / 420), place(event))
      },
      { ...options, passive: false },
    )
    return () => {
      clearTimeout(timer)
      end.abort()
      mapStore.setState({ pointed: undefined })
    }
  }, [field, picture, hands, canAct])
}

/** Two fingers: their middle moves the map, and the way between them zooms. */
function pinch(map: MapPicture, fingers: ReadonlyMap<number, Finger>, moved: number, at: Finger): void {
  const [one, other] = [...fingers]
  if (one === undefined || other === undefined) return
  const rest = one[0] === moved ? other[1] : one[1]
  const before = fingers.get(moved) ?? at
  const middle = { x: (rest.x + at.x) / 2, y: (rest.y + at.y) / 2 }
  const was = Math.hypot(before.x - rest.x, before.y - rest.y)
  const is = Math.hypot(at.x - rest.x, at.y - rest.y)
  map.pan((at.x - before.x) / 2, (at.y - before.y) / 2)
  if (was > 1 && is > 1) map.zoom(is / was, middle)
}

/** A menu stands beside an element: here beside a point. */
export function anchorAt(host: HTMLElement, x: number, y: number): Element {
  const known = host.querySelector<HTMLElement>('[data-anchor]')
  const anchor = known ?? document.createElement('span')
  anchor.dataset.anchor = ''
  Object.assign(anchor.style, {
    position: 'absolute',
    left: `${x}px`,
    top: `${y}px`,
    width: '1px',
    height: '1px',
  })
  if (known === null) host.append(anchor)
  return anchor
}
