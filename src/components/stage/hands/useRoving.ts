/**
 * One stop of the Tab key for a whole group; arrow keys go from one thing to the next as they stand on the screen. What
 * can be held carries `data-target`; what takes the focus for it, `data-rove`.
 */
import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { type Direction, neighbour } from '../../../viz/loop/neighbour.ts'
import { useHands } from './Hands.tsx'
import type { TargetId } from './target.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export interface Roving<E extends HTMLElement> {
  readonly group: {
    readonly ref: RefObject<E | null>
    readonly onFocus: (event: FocusEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  /** The one that Tab leads to. */
  readonly stop: TargetId | undefined
}

/** `canAct`: whether the keys for the menu and for Delete do anything. */
export function useRoving<E extends HTMLElement>(ids: readonly TargetId[], canAct: boolean): Roving<E> {
  const ref = useRef<E>(null)
  const [last, setLast] = useState<TargetId>()
  const hands = useHands()
  const stop = last !== undefined && ids.includes(last) ? last : ids[0]
  const onKeyDown = (event: KeyboardEvent) => {
    const from = targetAt(event.target)
    if (from === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const direction = arrows[event.key]
    if (direction !== undefined) focusOn(ref.current, neighbour(thingsIn(ref.current), from, direction))
    else if (canAct && isMenuKey(event)) hands.openMenu(from, event.target as Element)
    else if (canAct && deleteKeys.has(event.key)) hands.doFirst(from)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { group: { ref, onFocus: (event) => setLast(targetAt(event.target) ?? last), onKeyDown }, stop }
}

/** The target that an element belongs to. */
export function targetAt(element: EventTarget): TargetId | undefined {
  return (element as Element).closest<HTMLElement>('[data-target]')?.dataset.target
}

/** A Mac's Delete key is this Backspace. */
const deleteKeys: ReadonlySet<string> = new Set(['Delete', 'Backspace'])

function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey)
}

function thingsIn(group: HTMLElement | null) {
  return stopsIn(group).map((element) => {
    const { x, y } = element.getBoundingClientRect()
    return { id: targetAt(element) as TargetId, x, y }
  })
}

function focusOn(group: HTMLElement | null, id: TargetId | undefined): void {
  stopsIn(group)
    .find((element) => targetAt(element) === id)
    ?.focus()
}

function stopsIn(group: HTMLElement | null): readonly HTMLElement[] {
  return [...(group?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])]
}
