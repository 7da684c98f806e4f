/** How long a pool's machines have run, all together: a sum and a slope, so that time costs nothing while it passes. */
import { type Tick, ticksPerSecond } from '../core/clock.ts'

export interface Meter {
  /** Ticks of all machines until `since`. */
  readonly sum: number
  readonly running: number
  readonly since: Tick
}

export const newMeter: Meter = Object.freeze({ sum: 0, running: 0, since: 0 })

/** From now on `running` machines run. */
export function metered(meter: Meter, running: number, now: Tick): Meter {
  return { sum: machineTicks(meter, now), running, since: now }
}

export function machineTicks({ sum, running, since }: Meter, now: Tick): number {
  return sum + running * (now - since)
}

export function machineHours(meter: Meter, now: Tick): number {
  return machineTicks(meter, now) / (3600 * ticksPerSecond)
}
