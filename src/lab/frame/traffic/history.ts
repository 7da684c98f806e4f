/**
 * Every second of every load, for the charts. Told of the world after every step. What was seen of a recording stays when
 * the world goes back: by determinism it comes again, until a new line changes it.
 */
import { type Tick, ticksPerSecond } from '../../../sim/core/clock.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { trafficSecond } from '../../../sim/world/traffic.ts'
import { secondColumn, secondWords } from './format.ts'

type Row = readonly number[]

export class TrafficHistory {
  /** In the order of time; within a second in the order of loads. */
  #rows: Row[] = []
  /** How many of them, from the first on, have been shown as they are. */
  #shown = 0
  /** When the world was noted last, after how many restorations, and the CPU that pods had used then. */
  #noted: Tick = -1
  #notedOf = 0
  #used = new Map<number, number>()

  note(world: Simulation): void {
    const { network } = world.components
    if (network.runs.length === 0 || world.tick % ticksPerSecond !== 0) return
    const second = world.tick / ticksPerSecond - 1
    if (second < 0 || (this.#noted === world.tick && this.#notedOf === world.restorations)) return
    if (this.#notedOf !== world.restorations) this.#used.clear()
    this.#noted = world.tick
    this.#notedOf = world.restorations
    this.#put(
      second,
      network.runs.map((_, load) => this.#rowOf(world, load, second)),
    )
  }

  forgetAfter(tick: Tick): void {
    const first = this.#rows.at(-1)
    if (first !== undefined && secondOf(first) >= Math.floor(tick / ticksPerSecond))
      this.#forgetFrom(Math.floor(tick / ticksPerSecond))
  }

  /** Rows that nobody has seen; all of them if `whole`. */
  take(whole: boolean): Float64Array<ArrayBuffer> {
    const news = this.#rows.slice(whole ? 0 : this.#shown)
    this.#shown = this.#rows.length
    return new Float64Array(news.flat())
  }

  #rowOf(world: Simulation, load: number, second: number): Row {
    const { network } = world.components
    const run = network.runs[load] as (typeof network.runs)[number]
    const one = trafficSecond(world, run.load.id, second)
    const endpoints = network.endpointsOf(run.service)
    const { cpu, requested } = this.#work(world, endpoints)
    const row = new Array<number>(secondWords)
    row[secondColumn.load] = load
    row[secondColumn.second] = second
    row[secondColumn.served] = one?.served ?? 0
    row[secondColumn.failed] = one?.failed ?? 0
    row[secondColumn.p50] = one?.p50 ?? -1
    row[secondColumn.p95] = one?.p95 ?? -1
    row[secondColumn.p99] = one?.p99 ?? -1
    row[secondColumn.cpu] = cpu
    row[secondColumn.requested] = requested
    row[secondColumn.endpoints] = endpoints.length
    return row
  }

  /** Thousandths of a core, over the second since the last row. */
  #work({ engine }: Simulation, pods: readonly number[]): { cpu: number; requested: number } {
    const { usage, servers } = engine.substrate
    let micros = 0
    let requested = 0
    for (const pod of pods) {
      const now = usage.of(pod)?.cpuMicros ?? 0
      micros += now - Math.min(now, this.#used.get(pod) ?? now)
      this.#used.set(pod, now)
      requested += servers.of(pod)?.cpuRequestMillis ?? 0
    }
    return { cpu: micros / 1000, requested }
  }

  /** In the place of what was known of this second: after a step back, later ones are known already. */
  #put(second: number, rows: readonly Row[]): void {
    let after = this.#rows.length
    while (after > 0 && secondOf(this.#rows[after - 1] as Row) > second) after--
    let at = after
    while (at > 0 && secondOf(this.#rows[at - 1] as Row) === second) at--
    this.#rows.splice(at, after - at, ...rows)
    this.#shown = Math.min(this.#shown, at)
  }

  #forgetFrom(second: number): void {
    let length = this.#rows.length
    while (length > 0 && secondOf(this.#rows[length - 1] as Row) >= second) length--
    if (length === this.#rows.length) return
    this.#rows.length = length
    this.#shown = Math.min(this.#shown, length)
  }
}

function secondOf(row: Row): number {
  return row[secondColumn.second] as number
}
