/** The map by keyboard: arrows go from thing to thing, and what they are at can be opened and acted upon. */
import type { KeyboardEvent } from 'react'
import { select, useRevealed } from '../../../state/index.ts'
import { useHands } from '../hands/Hands.tsx'
import type { MapPicture } from './MapPicture.ts'
import { mapStore } from './mapStore.ts'
import { anchorAt, idOf } from './useMapHands.ts'

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const zooms: Readonly<Record<string, number>> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, _: 1 / 1.5 }

export function useMapKeys(picture: MapPicture | undefined): (event: KeyboardEvent<HTMLElement>) => void {
  const hands = useHands()
  const canAct = useRevealed('menus')
  return (event) => {
    if (picture === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    if (!press(event, picture)) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Whether the key means something here. */
  function press({ key, shiftKey, currentTarget }: KeyboardEvent<HTMLElement>, map: MapPicture): boolean {
    const arrow = arrows[key]
    const zoom = zooms[key]
    if (arrow !== undefined) {
      if (shiftKey) map.leap(arrow)
      else map.step(arrow)
      return true
    }
    if (zoom !== undefined) {
      map.zoom(zoom)
      return true
    }
    if (key === '0') {
      map.showAll()
      return true
    }
    return pressAt(key, shiftKey, currentTarget)
  }

  function pressAt(key: string, shiftKey: boolean, host: HTMLElement): boolean {
    const { pointed } = mapStore.getState()
    if (pointed?.by !== 'keys') return false
    if (key === 'Enter') select(pointed.slot)
    else if (canAct && (key === 'ContextMenu' || (key === 'F10' && shiftKey)))
      hands.openMenu(idOf(pointed), anchorAt(host, pointed.x, pointed.y))
    else if (canAct && (key === 'Delete' || key === 'Backspace')) hands.doFirst(idOf(pointed))
    else return false
    return true
  }
}
