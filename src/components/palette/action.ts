/** Something a reader can do, as data: the palette lists it, its keys run it, and the help shows them. */
import type { Text } from '../../i18n/index.ts'
import type { Region } from '../../state/index.ts'

export const groups = ['time', 'guide', 'world', 'look', 'go'] as const
export type Group = (typeof groups)[number]

export interface Action {
  readonly id: string
  readonly group: Group
  readonly label: Text
  readonly keys?: readonly Key[]
  /** A region of the screen that has to be revealed for it. */
  readonly region?: Region
  /** Whether it makes sense here at all; absent: it does. */
  readonly isThere?: () => boolean
  /** Why it can't be done just now; undefined: it can. */
  readonly refusal?: () => Text | undefined
  readonly run: () => void
}

export interface Key {
  /** The character it gives, and the physical key, which is the same whatever the input method. */
  readonly key: string
  readonly code: string
  /** With ⌘ on a Mac, Ctrl elsewhere. */
  readonly command?: boolean
  readonly shift?: boolean
  /** How the help writes it. */
  readonly shown: string
  /** Held down it comes again and again. */
  readonly repeats?: boolean
}
