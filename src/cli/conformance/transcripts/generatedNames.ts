/**
 * Generated names made comparable: a ReplicaSet is known by its Deployment and its place among that one's sets, a pod
 * by its ReplicaSet. Which of equal pods is which is luck, and so is the node it runs on.
 */
import type { Kind } from '../../../sim/api/kind.ts'
import { kindId } from '../../../sim/api/kinds/index.ts'
import { ReplicaSets } from '../../../sim/api/kinds/replicaSet/index.ts'
import type { ReplicaSet } from '../../../sim/api/types/index.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'

export class GeneratedNames {
  /** "web-7b46c4b544" → "web-rs1" */
  readonly #sets = new Map<string, string>()

  add(name: string, stable: string): void {
    this.#sets.set(name, stable)
  }

  has(name: string): boolean {
    return this.#sets.has(name)
  }

  get size(): number {
    return this.#sets.size
  }

  /** "web-7b46c4b544-5b6dw" is "web-rs1-pod", "pod-template-hash=7b46c4b544" ends with "rs1". */
  replacedIn(text: string): string {
    let result = text
    for (const [name, stable] of this.#sets) {
      const hash = name.slice(name.lastIndexOf('-') + 1)
      result = result
        .replace(new RegExp(`\\b${name}-[a-z0-9]{5}\\b`, 'g'), `${stable}-pod`)
        .replace(new RegExp(`\\b${name}\\b`, 'g'), stable)
        .replace(new RegExp(`\\b${hash}\\b`, 'g'), stable.slice(stable.lastIndexOf('-') + 1))
    }
    return result
  }
}

/** Those of a recording: its list has sets and pods. */
export function recordedNames(names: Readonly<Record<string, string>>): GeneratedNames {
  const known = new GeneratedNames()
  for (const [name, stable] of Object.entries(names)) if (/-rs\d+$/.test(stable)) known.add(name, stable)
  return known
}

/** Keeps count of the ReplicaSets that the engine makes, in the order in which they come. */
export class EngineNames {
  readonly names = new GeneratedNames()
  readonly #counts = new Map<string, number>()

  learn({ engine }: Simulation): void {
    const { registry } = engine.state
    const slots = registry.names(kindId(ReplicaSets as unknown as Kind)).slots()
    for (const slot of slots) {
      const { metadata } = registry.value(slot) as ReplicaSet
      const owner = metadata.ownerReferences?.[0]?.name
      if (owner === undefined || this.names.has(metadata.name)) continue
      const count = (this.#counts.get(owner) ?? 0) + 1
      this.#counts.set(owner, count)
      this.names.add(metadata.name, `${owner}-rs${count}`)
    }
  }
}
