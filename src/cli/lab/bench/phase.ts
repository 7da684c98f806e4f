/** A part of a bench run, timed by the clock and by the processor. */
import type { Simulation } from '../../../sim/world/simulation.ts'

export interface Phase {
  readonly simulatedSeconds: number
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly writes: number
  /** Ticks that had anything to do; the clock jumps over the others. */
  readonly busyTicks: number
  readonly longestTickMs: number
}

/** `run` answers its longest tick in milliseconds. */
export function timed(world: Simulation, run: () => number): Phase {
  const { ledger } = world.engine.state
  const { tick } = world
  const { ticks } = world.counters
  const writes = ledger.head
  const start = performance.now()
  let longestTickMs = 0
  const cpuSeconds = cpuSecondsOf(() => {
    longestTickMs = run()
  })
  const wallSeconds = (performance.now() - start) / 1000
  return {
    simulatedSeconds: (world.tick - tick) / 10,
    wallSeconds,
    cpuSeconds,
    writes: ledger.head - writes,
    busyTicks: world.counters.ticks - ticks,
    longestTickMs,
  }
}

/** What a busy machine makes longer is the time by the clock, not this. */
export function cpuSecondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
