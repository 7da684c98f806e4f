/** Blocking commands: until when they wait, and what they see of the world meanwhile. */
import { type Tick, ticksOf } from '../../core/clock.ts'
import { longestWait } from './caps.ts'
import type { Call } from './verb.ts'

/** The tick at which a wait of so many seconds is over; none given: the longest that the simulator waits. */
export function deadlineAfter(call: Call, seconds: number): Tick {
  return call.session.engine.state.tick + ticksOf(seconds > 0 ? seconds : longestWait)
}

export function isPast(call: Call, deadline: Tick): boolean {
  return call.session.engine.state.tick >= deadline
}
