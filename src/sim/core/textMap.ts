/** A map by texts of which some come again and again: those asked for lately are found without a look into the map. */
import { loadMemory, saveMemory } from './memory.ts'
import { RecentTexts } from './recentTexts.ts'

export class TextMap<T extends {}> {
  #all = new Map<string, T>()
  readonly #recent = new RecentTexts<T>()

  get size(): number {
    return this.#all.size
  }

  /** How many texts are held a second time, for finding them quickly. */
  get recent(): number {
    return this.#recent.size
  }

  get(text: string): T | undefined {
    const recent = this.#recent.get(text)
    if (recent !== undefined) return recent
    const found = this.#all.get(text)
    if (found !== undefined) this.#recent.set(text, found)
    return found
  }

  set(text: string, value: T): void {
    this.#all.set(text, value)
    this.#recent.set(text, value)
  }

  /** Whether it was there. */
  delete(text: string): boolean {
    this.#recent.delete(text)
    return this.#all.delete(text)
  }

  clear(): void {
    this.#all.clear()
    this.#recent.clear()
  }

  /** In the order in which they were first set. */
  keys(): IterableIterator<string> {
    return this.#all.keys()
  }

  values(): IterableIterator<T> {
    return this.#all.values()
  }

  /** As a plain map of memory is saved. */
  save(): unknown {
    return saveMemory(this.#all)
  }

  load(saved: unknown): void {
    this.#all = loadMemory<Map<string, T>>(saved)
    this.#recent.clear()
  }
}
