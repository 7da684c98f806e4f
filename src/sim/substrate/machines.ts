/**
 * The machines under the nodes: what is physically there, whatever the API server believes. Faults change it and the
 * kubelet reads it; neither knows the other.
 */
import { loadMemory, saveMemory } from '../core/memory.ts'

export interface Machine {
  readonly name: string
  /** Cores, as a quantity ("4"). */
  readonly cpu: string
  readonly memory: string
  readonly pods: number
  readonly zone: string
  /** Labels the node registers with, besides the standard ones. */
  readonly labels: Readonly<Record<string, string>>
  power: boolean
  /** Whether the kubelet process runs. */
  kubelet: boolean
  /** Whether the machine reaches the API server. */
  network: boolean
  /** What it is short of, as its kubelet measures. */
  pressure: Pressure
  /** How often it has booted. */
  boots: number
  /** The line since which it is heard of, or is not heard of any more: its revision. */
  turnedBy: number
}

export type Pressure = 'none' | 'memory' | 'disk' | 'pid'

export type MachineShape = Pick<Machine, 'name' | 'cpu' | 'memory' | 'pods' | 'zone' | 'labels'>

/** A machine has come, gone or changed, because of the line or fault with this revision. */
interface News {
  readonly name: string
  readonly because: number
}

export class Machines {
  #machines = new Map<string, Machine>()
  /** Of machines that changed since the kubelets last looked, in order. */
  #news: News[] = []
  /** Raised by every change, for whoever keeps something derived from machines. */
  changes = 0
  /** As they are saved, for as long as they are so. */
  #image: unknown

  get(name: string): Machine | undefined {
    return this.#machines.get(name)
  }

  all(): readonly Machine[] {
    return [...this.#machines.values()]
  }

  get newsCount(): number {
    return this.#news.length
  }

  add(shape: MachineShape, because: number): void {
    this.#change()
    this.#machines.set(shape.name, {
      ...shape,
      power: true,
      kubelet: true,
      network: true,
      pressure: 'none',
      boots: 1,
      turnedBy: because,
    })
    this.#news.push({ name: shape.name, because })
  }

  remove(name: string, because: number): void {
    this.#change()
    this.#machines.delete(name)
    this.#news.push({ name, because })
  }

  /** `because`: revision of the command or fault. A machine that gets its power back boots its kubelet, too. */
  change(
    name: string,
    state: Partial<Pick<Machine, 'power' | 'kubelet' | 'network' | 'pressure'>>,
    because: number,
  ): void {
    const machine = this.#machines.get(name)
    if (machine === undefined) return
    if (state.power === true && !machine.power) machine.boots++
    this.#change()
    const wasHeard = isHeard(machine)
    Object.assign(machine, state)
    if (isHeard(machine) !== wasHeard) machine.turnedBy = because
    this.#news.push({ name, because })
  }

  /**
   * How many of the oldest news are heard before they weigh so much. Several in a row about one machine weigh as one, and those
   * of machines that are not heard of nothing: a kubelet that comes makes work, one that goes makes none.
   */
  newsWithin(weight: number, weigh: (name: string) => number): number {
    let left = weight
    let last = ''
    let count = 0
    for (; count < this.#news.length; count++) {
      const { name } = this.#news[count] as News
      if (name === last || !isHeard(this.#machines.get(name))) continue
      if (left <= 0) break
      left -= weigh(name)
      last = name
    }
    return count
  }

  /** The oldest news. */
  takeNews(count = this.#news.length): readonly News[] {
    if (count > 0) this.#image = undefined
    return this.#news.splice(0, count)
  }

  save(): unknown {
    this.#image ??= saveMemory({ machines: this.#machines, news: this.#news })
    return this.#image
  }

  load(saved: unknown): void {
    if (saved === this.#image) return
    const { machines, news } = loadMemory(saved) as {
      machines: Map<string, Machine>
      news: News[]
    }
    this.#change()
    this.#image = saved
    this.#machines = machines
    this.#news = news
  }

  #change(): void {
    this.changes++
    this.#image = undefined
  }
}

/** Whether the kubelet on the machine runs and the API server hears it. */
export function isHeard(machine: Machine | undefined): boolean {
  return machine?.power === true && machine.kubelet && machine.network
}

/** Whether the containers on the machine run: a stopped kubelet or a cut cable doesn't stop them. */
export function isRunning(machine: Machine | undefined): boolean {
  return machine?.power === true
}
