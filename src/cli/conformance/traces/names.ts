/**
 * Generated names made comparable: the first ReplicaSet of web is web-rs1, its first pod web-rs1-p1. Back again, too,
 * since recorded commands name objects so.
 */
import type { ApiObject } from '../../../sim/api/types/index.ts'

/** What a name may look like within a text. */
const word = /[a-z0-9](?:[-a-z0-9]*[a-z0-9])?/g

export class Names {
  readonly #normal = new Map<string, string>()
  readonly #actual = new Map<string, string>()

  /** Takes note of a new object; answers its normalised name. */
  meet(object: ApiObject): string {
    const { name } = object.metadata
    const known = this.#normal.get(name)
    if (known !== undefined) return known
    const normal = this.#free(object) ?? name
    this.#normal.set(name, normal)
    this.#actual.set(normal, name)
    return normal
  }

  /** The normalised name of an actual one, or the text itself. */
  normal(name: string): string {
    return this.#normal.get(name) ?? name
  }

  actual(normal: string): string {
    return this.#actual.get(normal) ?? normal
  }

  /** A text in which every known actual name is replaced. */
  normalised(text: string): string {
    return text.replace(word, (name) => this.normal(name))
  }

  /** A text in which every known normalised name is replaced. */
  actualised(text: string): string {
    return text.replace(word, (name) => this.actual(name))
  }

  /** The next name that nobody has among the siblings of an object with a generated name. */
  #free({ kind, metadata }: ApiObject): string | undefined {
    const owner = metadata.ownerReferences?.find(({ controller }) => controller)
    const letter = letters[kind]
    if (owner === undefined || letter === undefined) return undefined
    const stem = `${this.normal(owner.name)}-${letter}`
    let number = 1
    while (this.#actual.has(`${stem}${number}`)) number++
    return `${stem}${number}`
  }
}

const letters: Readonly<Record<string, string>> = { ReplicaSet: 'rs', Pod: 'p', EndpointSlice: 'slice' }

/** A text in which it does not matter which pod it was. */
export function anyPod(text: string): string {
  return text.replace(/-p\d+\b/g, '-p*')
}
