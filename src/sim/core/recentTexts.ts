/**
 * What was found lately by a text, in front of a map: names of nodes and messages come again and again, and finding one in a
 * map of thousands costs several times as much as comparing it with the one that lies in its place. A text that takes the
 * place of another makes it forgotten; nothing else is lost by that.
 */
const fewestPlaces = 64
const mostPlaces = 16_384

export class RecentTexts<T> {
  #texts: string[] = []
  #found: (T | undefined)[] = []
  #places = 0
  /** How many texts have lost their places to others, since there are so many. */
  #driven = 0

  get(text: string): T | undefined {
    const place = placeOf(text) & (this.#places - 1)
    return this.#texts[place] === text ? this.#found[place] : undefined
  }

  set(text: string, found: T): void {
    if (this.#places < mostPlaces && this.#driven * 4 >= this.#places) this.#grow()
    const place = placeOf(text) & (this.#places - 1)
    const there = this.#texts[place] as string
    if (there !== text && this.#found[place] !== undefined) this.#driven++
    this.#texts[place] = text
    this.#found[place] = found
  }

  delete(text: string): void {
    const place = placeOf(text) & (this.#places - 1)
    if (this.#texts[place] === text) this.#found[place] = undefined
  }

  clear(): void {
    this.#found.fill(undefined)
    this.#driven = 0
  }

  #grow(): void {
    const texts = this.#texts
    const found = this.#found
    this.#places = Math.max(fewestPlaces, 4 * this.#places)
    this.#texts = new Array(this.#places).fill('')
    this.#found = new Array(this.#places).fill(undefined)
    this.#driven = 0
    for (let i = 0; i < texts.length; i++) {
      const one = found[i]
      if (one !== undefined) this.set(texts[i] as string, one)
    }
  }
}

/** By the length and the last letters: texts that come again and again mostly differ in a number at the end. */
function placeOf(text: string): number {
  const { length } = text
  let place = 5003 * length
  for (let back = 1, weight = 1; back <= 5 && back <= length; back++, weight *= 10)
    place += weight * text.charCodeAt(length - back)
  return place
}
