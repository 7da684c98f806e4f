/** How long a pod waits after an attempt (pkg/scheduler/backend/queue/backoff_queue.go, v1.36). */
import { type Tick, ticksOf } from '../../core/clock.ts'

const initial = ticksOf(1)
const longest = ticksOf(10)

/** 1 s, doubled by each further attempt, at most 10 s. */
export function backoffTicks(attempts: number): Tick {
  let ticks = initial
  for (let i = 1; i < attempts && ticks < longest; i++) ticks *= 2
  return Math.min(ticks, longest)
}
