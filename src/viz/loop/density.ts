/**
 * How large things are drawn. All numbers are design units: pixels while the root's type is 16 px, and growing with it.
 * A crowd is drawn at the roomiest density at which it fits.
 */
export type DensityName = 'roomy' | 'compact' | 'dense' | 'numbers'

export interface Density {
  readonly name: DensityName
  /** A pod's chip. */
  readonly chip: Size
  /** Between chips. */
  readonly gap: number
  /** Between a card's edge and what it holds, and between cards. */
  readonly padding: number
  readonly gutter: number
  /** The height of a card's head: above the chips, and beside them. */
  readonly head: number
  readonly sideHead: number
  /** The narrowest card whose head can be read. */
  readonly narrowest: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const densities: readonly Density[] = [
  {
    name: 'roomy',
    chip: { width: 80, height: 72 },
    gap: 8,
    padding: 10,
    gutter: 12,
    head: 44,
    sideHead: 72,
    narrowest: 200,
  },
  {
    name: 'compact',
    chip: { width: 84, height: 28 },
    gap: 6,
    padding: 8,
    gutter: 10,
    head: 26,
    sideHead: 42,
    narrowest: 180,
  },
  {
    name: 'dense',
    chip: { width: 20, height: 20 },
    gap: 4,
    padding: 6,
    gutter: 8,
    head: 24,
    sideHead: 20,
    narrowest: 108,
  },
  {
    name: 'numbers',
    chip: { width: 0, height: 0 },
    gap: 0,
    padding: 6,
    gutter: 8,
    head: 44,
    sideHead: 44,
    narrowest: 150,
  },
]

/** More pods than this are told as numbers: chips beyond it are too many to look at, and to move. */
export const mostChips = 500

/** A card at least this wide has its head beside its chips, not above. */
export const wideCard = 330
/** The head's width then. */
export const sideWidth = 132
/** No card is wider: its chips would lose their node. */
export const widestCard = 560

/** Beyond these the stage tells how many there are, and the Map shows each of them. */
const mostPodsShown = 300
const mostNodesShown = 60

export function isCrowd(nodes: number, pods: number): boolean {
  return nodes > mostNodesShown || pods > mostPodsShown
}
