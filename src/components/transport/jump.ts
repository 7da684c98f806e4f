/** Time that was skipped: the clock went on further than playing explains. */
import type { Clock } from '../../state/index.ts'

type Moment = Pick<Clock, 'tick' | 'horizon' | 'playing' | 'speed' | 'seeking'>

/** Fewer ticks are a step, not a jump. */
const least = 20

/**
 * Ticks skipped between two moments so many milliseconds apart; 0: none. Going along the recording is no jump: nothing new
 * was lived through.
 */
export function jumpBetween(before: Moment, after: Moment, milliseconds: number): number {
  const gone = after.tick - before.tick
  const isOnItsWay = before.seeking || after.seeking
  if (!isOnItsWay && after.horizon <= before.horizon) return 0
  const explained = before.playing && !isOnItsWay ? (milliseconds / 100) * before.speed * 3 : 0
  return gone - explained >= least ? gone : 0
}
