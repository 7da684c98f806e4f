/**
 * What was worked out from an object, for as long as somebody else holds that object: a WeakMap with its last answer in
 * front. Pods of one template share its parts and mostly come one after another, and a look into a WeakMap is not cheap: in
 * Firefox it takes some 2 µs of the 60 that a pod takes.
 */
export class WeakTable<K extends object, V> {
  readonly #all = new WeakMap<K, V>()
  /** Asked for or set last: these two are held. */
  #lastKey: K | undefined
  #last: V | undefined

  get(key: K): V | undefined {
    if (key === this.#lastKey) return this.#last
    const found = this.#all.get(key)
    if (found !== undefined) this.#keep(key, found)
    return found
  }

  set(key: K, value: V): void {
    this.#all.set(key, value)
    this.#keep(key, value)
  }

  #keep(key: K, value: V): void {
    this.#lastKey = key
    this.#last = value
  }
}
