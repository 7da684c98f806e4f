/** How the stage's columns stand, by its width in design units. */
export type StageMode = 'wide' | 'medium' | 'phone'

/** wide: three columns. medium: what is desired and who acts above, what is actual below. phone: all in one column. */
export function stageMode(width: number): StageMode {
  if (width >= 900) return 'wide'
  return width >= 560 ? 'medium' : 'phone'
}

export interface RingRoom {
  /** How many controllers have room between the API server and the fold. */
  readonly count: number
  /** Whether they are smaller than usual, so that there is room for the first few. */
  readonly isDense: boolean
}

const usual = { besides: 140, each: 76 }
const dense = { besides: 120, each: 48 }
const mostRings = 5
/** With fewer than these the loop is not understood. */
const wanted = 3

/** In design units. */
export function ringRoom(height: number): RingRoom {
  const fitting = ({ besides, each }: typeof usual) => Math.floor((height - besides) / each)
  const isDense = fitting(usual) < wanted
  return {
    count: Math.max(2, Math.min(isDense ? wanted : mostRings, fitting(isDense ? dense : usual))),
    isDense,
  }
}
