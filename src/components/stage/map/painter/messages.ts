/** What the page and the painter of its map say to each other. The painter may live in a worker: nothing is shared. */
import type { Camera, Room } from '../../../../viz/map/camera.ts'
import type { Box } from '../../../../viz/map/plan.ts'

/** What the colours tell. */
export const colourings = ['phase', 'revision', 'cpu', 'age'] as const
export type Colouring = (typeof colourings)[number]

/** Words of a node's row. */
export const nodeWords = 6
export const nodeColumn = {
  slot: 0,
  /** Index into `zones`. */
  zone: 1,
  /** What the API says: 0 Ready, 1 not, 2 unknown. */
  ready: 2,
  /** What the machine is: an index into `machines`. */
  machine: 3,
  /** 1: cordoned. */
  cordoned: 4,
  /** How far it has lost its colour, from 0 to 5. */
  drained: 5,
} as const

export const machines = ['on', 'off', 'kubelet-stopped', 'cut-off', 'none'] as const

export interface Palette {
  readonly canvas: string
  readonly surface: string
  readonly sunken: string
  readonly ink: string
  readonly secondary: string
  readonly line: string
  readonly hairline: string
  readonly cluster: string
  readonly onCluster: string
  readonly gap: string
  readonly fault: string
  readonly onFault: string
  readonly faultTint: string
  readonly terminating: string
  readonly sans: string
  readonly mono: string
}

export function isSamePalette(one: Palette, other: Palette): boolean {
  const names = Object.keys(one) as (keyof Palette)[]
  return names.every((name) => one[name] === other[name])
}

/** Words that are written on the map. */
export interface Writing {
  readonly waiting: string
  readonly notReady: string
  readonly unknown: string
  readonly cordoned: string
  readonly machines: readonly string[]
}

export interface View {
  /** Absent: all of the map. */
  readonly camera?: Camera | undefined
  readonly room: Room
  /** Pixels of the screen to one of the page. */
  readonly ratio: number
  readonly colouring: Colouring
  readonly palette: Palette
  readonly writing: Writing
  /** Slots; 0: none. */
  readonly selected: number
  readonly marked: number
  /** What the keyboard is at. */
  readonly aimed: number
  /** Whether what changes may be seen to move. */
  readonly isMoving: boolean
}

export type ToPainter =
  /** Rows of pods and of what they request, as frames bring them. `whole`: there are no others. */
  | {
      readonly type: 'pods'
      readonly whole: boolean
      readonly rows: Int32Array<ArrayBuffer>
      readonly requests: Int32Array<ArrayBuffer>
    }
  | {
      readonly type: 'nodes'
      readonly rows: Int32Array<ArrayBuffer>
      readonly names: readonly string[]
      readonly zones: readonly string[]
      /** Allocatable, in millicores, in the order of the rows. */
      readonly cpu: Float64Array<ArrayBuffer>
    }
  | { readonly type: 'births'; readonly rows: Int32Array<ArrayBuffer> }
  | { readonly type: 'tick'; readonly tick: number }
  | { readonly type: 'names'; readonly names: readonly (readonly [slot: number, name: string])[] }
  | { readonly type: 'view'; readonly view: View }
  /** The last picture is on the screen. */
  | { readonly type: 'shown' }
  /** What is at a point of the map, in units. */
  | { readonly type: 'hit'; readonly id: number; readonly x: number; readonly y: number }
  /** Where a pod or a node is. */
  | { readonly type: 'locate'; readonly id: number; readonly slot: number }

/** Something on the map. */
export interface Thing {
  readonly kind: 'pod' | 'node'
  readonly slot: number
  readonly box: Box
}

/** How many there are of each class of the colouring, for its legend. */
export interface Tally {
  readonly colouring: Colouring
  /** Pods by class, or nodes where the colouring is one of nodes. */
  readonly counts: readonly number[]
  readonly pods: number
  readonly nodes: number
}

export interface Picture {
  readonly camera: Camera
  readonly room: Room
  /** Pixels of the page that were painted beyond the room on every side. */
  readonly margin: number
  readonly ratio: number
  /** The whole map, in units. */
  readonly map: Room
  /** From one node to the next. */
  readonly pitch: { readonly x: number; readonly y: number }
  readonly tally: Tally
  /** Pods whose names would be written if they were known. */
  readonly unnamed: readonly number[]
  /** Milliseconds it took. */
  readonly took: number
}

export type FromPainter =
  | { readonly type: 'picture'; readonly picture: Picture; readonly bitmap: ImageBitmap }
  | { readonly type: 'thing'; readonly id: number; readonly thing: Thing | undefined }
