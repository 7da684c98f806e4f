/** Durations as Go prints them: "300ms", "1.5s", "1m20s", "5m0s". */
import { type Tick, ticksPerSecond } from '../core/clock.ts'

const minute = 60 * ticksPerSecond
const hour = 60 * minute

export function durationText(ticks: Tick): string {
  if (ticks === 0) return '0s'
  if (ticks < ticksPerSecond) return `${ticks * (1000 / ticksPerSecond)}ms`
  const hours = ticks < hour ? '' : `${Math.floor(ticks / hour)}h`
  const minutes = ticks < minute ? '' : `${Math.floor((ticks % hour) / minute)}m`
  const seconds = (ticks % minute) / ticksPerSecond
  return `${hours}${minutes}${seconds}s`
}
