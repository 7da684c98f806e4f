/**
 * What the page says to the studio that paints what moves on the stage. The studio is in a worker: nothing is shared.
 * Places are in pixels of the page; all that is said to a picture stands until something else is said.
 */
import type { Look } from '../../../state/looks.ts'
import type { Point } from '../../../viz/loop/card.ts'
import type { DensityName } from '../../../viz/loop/density.ts'
import type { Stop } from '../../../viz/loop/rails.ts'
import type { Stripe } from '../../../viz/loop/stripe.ts'

/** The colours of the page's style sheet, and its type. */
export interface Inks {
  readonly canvas: string
  readonly surface: string
  readonly ink: string
  readonly you: string
  readonly cluster: string
  readonly onCluster: string
  readonly gap: string
  readonly onGap: string
  readonly fault: string
  readonly onFault: string
  readonly terminating: string
  readonly sans: string
  readonly mono: string
}

/** On what a picture is painted. */
export interface Ground {
  readonly width: number
  readonly height: number
  /** Pixels in a design unit, and pixels of the screen to one of the page. */
  readonly unit: number
  readonly ratio: number
  /** The size of what is written, in design units. */
  readonly type: number
  readonly inks: Inks
}

/** Whether what changes may be seen to move, and whether its reader wants it to fade instead. */
export interface Manner {
  readonly isMoving: boolean
  readonly isStill: boolean
}

export interface Chip extends Point {
  readonly slot: number
  readonly look: Look
  readonly density: DensityName
  readonly stripe: Stripe | undefined
  readonly restarts: number
  /** As much of its name as there is room for. */
  readonly tail: string
  /** How far its node has lost its colour, from 0 to 5. */
  readonly drained: number
  readonly isSelected: boolean
}

/** Holes: they are counts and have no identity. */
export interface Ghosts {
  readonly density: DensityName
  readonly places: readonly Point[]
}

export interface Errand {
  readonly shape: 'triangle' | 'square' | 'disc'
  readonly stops: readonly Stop[]
  /** Milliseconds that it waits at its first stop. */
  readonly delay: number
}

export type ToChips =
  | { readonly type: 'ground'; readonly ground: Ground }
  /** Slots of those that are gone, and of those that are not shown any more. */
  | {
      readonly type: 'chips'
      readonly chips: readonly Chip[]
      readonly gone: readonly number[]
      readonly hidden: readonly number[]
      readonly ghosts: Ghosts | undefined
      readonly manner: Manner
    }

export type ToTokens =
  | { readonly type: 'ground'; readonly ground: Ground }
  | { readonly type: 'run'; readonly errands: readonly Errand[] }

export interface Speech {
  readonly chips: ToChips
  readonly tokens: ToTokens
}
export type PictureKind = keyof Speech

export type ToStudio =
  | {
      readonly type: 'open'
      readonly id: number
      readonly kind: PictureKind
      readonly canvas: OffscreenCanvas
    }
  | { readonly type: 'tell'; readonly id: number; readonly message: Speech[PictureKind] }
  | { readonly type: 'close'; readonly id: number }

/** Whether something in a picture is on its way. */
export interface FromStudio {
  readonly id: number
  readonly isMoving: boolean
}
