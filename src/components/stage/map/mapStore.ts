/** What the map's lens shows around its picture: fed by the picture, and by the hand. */
import { createStore } from 'zustand/vanilla'
import type { Colouring, Tally, Thing } from './painter/messages.ts'

export interface Pointed extends Pick<Thing, 'kind' | 'slot'> {
  /** In pixels of the map's room. */
  readonly x: number
  readonly y: number
  readonly by: 'pointer' | 'keys'
}

export interface MapState {
  readonly colouring: Colouring
  /** What the pointer is over, or the keyboard is at. */
  readonly pointed?: Pointed | undefined
  readonly tally?: Tally | undefined
  /** A search led here; 0: none. */
  readonly marked: number
}

export const mapStore = createStore<MapState>(() => ({ colouring: 'phase', marked: 0 }))
