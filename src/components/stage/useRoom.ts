/** The room inside an element in design units: pixels while the root's type is 16 px. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Room } from '../../viz/loop/arrange.ts'

const designRoot = 16

export interface UnitRoom extends Room {
  /** Pixels in a design unit. */
  readonly unit: number
}

const none: UnitRoom = { width: 0, height: 0, unit: 1 }

export function useRoom(element: RefObject<HTMLElement | null>): UnitRoom {
  const [room, setRoom] = useState(none)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = () => setRoom((before) => same(before, roomOf(current)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return room
}

function roomOf(element: HTMLElement): UnitRoom {
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / designRoot || 1
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = getComputedStyle(element)
  const inside = (size: number, before: string, after: string) =>
    (size - Number.parseFloat(before) - Number.parseFloat(after)) / unit
  return {
    width: inside(element.clientWidth, paddingLeft, paddingRight),
    height: inside(element.clientHeight, paddingTop, paddingBottom),
    unit,
  }
}

/** The room before, if it is the same: a new object would draw everything anew. */
function same(before: UnitRoom, after: UnitRoom): UnitRoom {
  const isSame = before.width === after.width && before.height === after.height && before.unit === after.unit
  return isSame ? before : after
}
