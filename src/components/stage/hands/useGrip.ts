/**
 * What a pointer does on the stage, wherever it comes down on something that carries `data-target`: a click selects it (or
 * opens its menu, at the sign for it), the right button or a long press opens the menu, and a drag takes it to the bin.
 */
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { select, world } from '../../../state/index.ts'
import { type Deed, deedsFor } from './deed.ts'
import { useHands } from './Hands.tsx'
import { nameOf, type TargetId, targetOf } from './target.ts'
import { targetAt } from './useRoving.ts'

/** What is held over the stage: what letting go in the bin does, and what it is called. */
export interface Held {
  readonly id: TargetId
  readonly name: string
  readonly deed: Deed
  /** Where it was when it became a drag; from there it is moved without being drawn anew. */
  readonly x: number
  readonly y: number
}

interface Press {
  readonly id: TargetId
  readonly element: Element
  readonly x: number
  readonly y: number
  /** Runs out when the press has been long; only a finger's has one. */
  readonly timer?: ReturnType<typeof setTimeout>
}

const longPress = 500
/** Pixels that a pointer may stray and still only press. */
const steady = 6

export function useGrip(canAct: (id: TargetId) => boolean) {
  const hands = useHands()
  const press = useRef<Press>(undefined)
  const isSpent = useRef(false)
  const [held, setHeld] = useState<Held>()

  const letGo = () => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  const onPointerDown = (event: PointerEvent) => {
    letGo()
    isSpent.current = false
    const id = targetAt(event.target)
    if (id === undefined || event.button !== 0 || !canAct(id)) return
    const { clientX: x, clientY: y } = event
    const element = anchorOf(event.target)
    if (event.pointerType !== 'touch') press.current = { id, element, x, y }
    else press.current = { id, element, x, y, timer: setTimeout(() => open(id, element), longPress) }
  }
  const open = (id: TargetId, element: Element) => {
    isSpent.current = true
    hands.openMenu(id, element)
  }
  const onPointerMove = ({ clientX: x, clientY: y }: PointerEvent) => {
    const { current } = press
    if (current === undefined || Math.hypot(x - current.x, y - current.y) < steady) return
    letGo()
    const taken = current.timer === undefined ? taking(current.id) : undefined
    if (taken === undefined) return
    isSpent.current = true
    setHeld({ ...taken, x, y })
  }
  const onClick = (event: MouseEvent) => {
    letGo()
    const id = targetAt(event.target)
    if (id === undefined || isSpent.current) return
    const element = event.target as Element
    const isMenu = element.closest('[data-menu]') !== null || !isSelectable(id)
    if (!isMenu) select(Number(id.slice(id.indexOf('/') + 1)))
    else if (canAct(id)) hands.openMenu(id, element.closest('[data-menu]') ?? anchorOf(element))
  }
  const onContextMenu = (event: MouseEvent) => {
    const id = targetAt(event.target)
    if (id === undefined || !canAct(id)) return
    event.preventDefault()
    letGo()
    open(id, anchorOf(event.target))
  }
  useEffect(() => () => clearTimeout(press.current?.timer), [])
  const handlers = {
    onPointerDown,
    onPointerMove,
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onClick,
    onContextMenu,
  }
  return { handlers, held, release: () => setHeld(undefined) }
}

/** What takes the focus for the target: its menu stands beside that. */
function anchorOf(element: EventTarget): Element {
  const target = (element as Element).closest('[data-target]') as Element
  return target.querySelector('[data-rove]') ?? target
}

/** A loop has nothing to select: a click brings up what can be done with it. */
function isSelectable(id: TargetId): boolean {
  return /^(pod|node|workload|service|autoscaler)\//.test(id)
}

function taking(id: TargetId): Omit<Held, 'x' | 'y'> | undefined {
  const target = targetOf(id, world.getState())
  if (target?.kind !== 'pod' && target?.kind !== 'node') return undefined
  const deed = deedsFor(target)[0]
  return deed && { id, name: nameOf(target), deed }
}
