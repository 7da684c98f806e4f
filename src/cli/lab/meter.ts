/** What each line of a script cost on this machine: processor time, writes, and the longest tick of the world. */
import type { Simulation } from '../../sim/world/simulation.ts'
import { processSeconds, threadSeconds } from './threadTime.ts'

export class Meter {
  #world: Simulation | undefined
  #from = { cpu: 0, tick: 0, head: 0 }
  /** Of the thread that steps the world, its collections included. */
  #longest = 0
  #last = threadSeconds()

  /** To be called after every tick, and after every line that was begun. */
  readonly note = (world: Simulation): void => {
    const now = threadSeconds()
    // Another world begins at nothing.
    if (world !== this.#world) this.#from = { ...this.#from, tick: 0, head: 0 }
    this.#world = world
    this.#longest = Math.max(this.#longest, now - this.#last)
    this.#last = now
  }

  /** The line that ends now, as it is to be printed. The next one begins. */
  ended(line: string): string {
    const cpu = processSeconds()
    const { tick = 0, engine } = this.#world ?? {}
    const head = engine?.state.registry.head ?? 0
    const { cpu: cpuBefore, tick: tickBefore, head: headBefore } = this.#from
    const told = [
      `${(cpu - cpuBefore).toFixed(2)} s CPU`.padStart(12),
      `${((tick - tickBefore) / 10).toFixed(1)} s simulated`.padStart(18),
      `${head - headBefore} writes`.padStart(15),
      `longest tick ${(1000 * this.#longest).toFixed(0)} ms`.padStart(21),
    ]
    this.#from = { cpu, tick, head }
    this.#longest = 0
    this.#last = threadSeconds()
    return `${told.join(', ')}: ${line}\n`
  }
}
