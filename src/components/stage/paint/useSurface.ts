/** A picture in an element of the page, as large as that is said to be, in the page's colours. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import { presenting } from '../../../state/index.ts'
import type { UnitRoom } from '../useRoom.ts'
import type { PictureKind, Speech } from './messages.ts'
import { Surface } from './Surface.ts'
import { useInks } from './useInks.ts'

/** As `--small` has it: before a room nothing is smaller than 24 px. */
const usualType = 13
const typeForRoom = 16

/** Undefined until there is one; another one is empty. */
export function useSurface<K extends PictureKind>(
  host: RefObject<HTMLElement | null>,
  kind: K,
  { width, height, unit }: UnitRoom,
): Surface<K> | undefined {
  const [surface, setSurface] = useState<Surface<K>>()
  const inks = useInks(host)
  const type = useStore(presenting, ({ isOn }) => (isOn ? typeForRoom : usualType))
  const ratio = globalThis.devicePixelRatio || 1
  useLayoutEffect(() => {
    if (host.current === null) return
    const made = new Surface(host.current, kind)
    setSurface(made)
    return () => {
      made.end()
      setSurface(undefined)
    }
  }, [host, kind])
  useLayoutEffect(() => {
    if (surface === undefined || inks === undefined) return
    surface.tell({ type: 'ground', ground: { width, height, unit, ratio, type, inks } } as Speech[K])
  }, [surface, inks, width, height, unit, ratio, type])
  return surface
}
