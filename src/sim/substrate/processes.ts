/**
 * What happens to processes from outside: a crash, a hang, the kernel's out-of-memory killer. Faults report it here and
 * the kubelet of the pod's node learns of it, as it would from its container runtime.
 */
import { loadMemory, saveMemory } from '../core/memory.ts'

export type Mishap = 'crash' | 'hang' | 'oom'

export interface Incident {
  readonly mishap: Mishap
  /** The pod's slot in the registry. */
  readonly pod: number
  /** Absent: the pod's first container. */
  readonly container?: string
  readonly exitCode: number
  /** Revision of the command or fault. */
  readonly because: number
}

export class Processes {
  #news: Incident[] = []

  get newsCount(): number {
    return this.#news.length
  }

  strike(incident: Incident): void {
    this.#news.push(Object.freeze(incident))
  }

  takeNews(): readonly Incident[] {
    const news = this.#news
    this.#news = []
    return news
  }

  save(): unknown {
    return saveMemory(this.#news)
  }

  load(saved: unknown): void {
    this.#news = loadMemory<Incident[]>(saved)
  }
}
