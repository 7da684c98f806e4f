/**
 * What somebody outside of the cluster measures: the length of a queue, the requests at an ingress. Set by hand; the
 * adapters behind the metrics APIs read it.
 */
import { loadMemory, saveMemory } from '../core/memory.ts'

export interface Signal {
  readonly metric: string
  /** The object it is about ("Service", "web"); absent: it is about nothing in the cluster. */
  readonly object?: { readonly namespace: string; readonly kind: string; readonly name: string }
  /** Labels that tell one series of a metric from another. */
  readonly labels: Readonly<Record<string, string>>
  readonly valueMillis: number
}

export class Signals {
  #signals = new Map<string, Signal>()

  /** In the order in which they were first set. */
  all(): readonly Signal[] {
    return [...this.#signals.values()]
  }

  set(signal: Signal): void {
    this.#signals.set(keyOf(signal), Object.freeze(signal))
  }

  /** Whether there was one. */
  drop(signal: Omit<Signal, 'valueMillis'>): boolean {
    return this.#signals.delete(keyOf(signal))
  }

  save(): unknown {
    return saveMemory(this.#signals)
  }

  load(saved: unknown): void {
    this.#signals = loadMemory<Map<string, Signal>>(saved)
  }
}

function keyOf({ metric, object, labels }: Omit<Signal, 'valueMillis'>): string {
  const pairs = Object.keys(labels)
    .sort()
    .map((key) => `${key}=${labels[key]}`)
  const about = object === undefined ? '' : `${object.namespace}/${object.kind}/${object.name}`
  return `${metric} ${about} ${pairs.join(',')}`
}
