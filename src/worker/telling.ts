/** What of a frame's surroundings the page has been told: of the clock and the guide only what is new goes with a frame. */
import type { Frame } from '../lab/frame/format.ts'
import { isSameCard } from '../lab/frame/sameCard.ts'
import type { Clock, FrameMessage, GuideState } from './protocol.ts'
import { packed } from './wire.ts'

export class Telling {
  #clock: Clock | undefined
  #guide: GuideState | undefined

  /** Another world: all is new. */
  reset(): void {
    this.#clock = undefined
    this.#guide = undefined
  }

  message(frame: Frame, clock: Clock, guide: GuideState | undefined): FrameMessage {
    const told = this.#clock
    const isFirst = told === undefined
    const isClockNew = isFirst || !isSameCard(clockAt(told, clock.tick), clock)
    const isGuideNew = isFirst || !isSameCard(guide, this.#guide)
    this.#clock = clock
    this.#guide = guide
    return {
      type: 'frame',
      ...packed(frame),
      ...(isClockNew ? { clock } : {}),
      ...(isGuideNew ? { guide: guide ?? 'none' } : {}),
    }
  }
}

/** The clock when nothing has happened but time. */
export function clockAt(clock: Clock, tick: number): Clock {
  return clock.tick === tick ? clock : { ...clock, tick, horizon: Math.max(clock.horizon, tick) }
}
