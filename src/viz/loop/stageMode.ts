/** How the stage's columns stand, by its width in design units. */
export type StageMode = 'wide' | 'medium' | 'phone'

/** wide: three columns. medium: what is desired and who acts above, what is actual below. phone: all in one column. */
export function stageMode(width: number): StageMode {
  if (width >= 900) return 'wide'
  return width >= 560 ? 'medium' : 'phone'
}

/** How many controllers are shown large: the room between the API server and the fold. */
export function ringsThatFit(height: number): number {
  return Math.max(2, Math.min(5, Math.floor((height - 140) / 76)))
}
