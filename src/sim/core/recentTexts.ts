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
  #used = 0
  /** How many texts have lost their places to others, since there are so many. */
  #driven = 0

  get(text: string): T | undefined {
    const place = placeOf(text) & (this.#places - 1)
    return this.#texts[place] === text ? this.#found[place] : undefined
  }

  set(text: string, found: T): void {
    if (this.#isNarrow) this.#grow()
    const place = placeOf(text) & (this.#places - 1)
    const there = this.#texts[place] as string
    if (there === '') this.#used++
    else if (there !== text) this.#driven++
    this.#texts[place] = text
    this.#found[place] = found
  }

  /** Nor is the text itself held any longer. */
  delete(text: string): void {
    const place = placeOf(text) & (this.#places - 1)
    if (this.#texts[place] !== text) return
    this.#texts[place] = ''
    this.#found[place] = undefined
    this.#used--
  }

  clear(): void {
    this.#texts.fill('')
    this.#found.fill(undefined)
    this.#used = 0
    this.#driven = 0
  }

  /** How many texts are held. */
  get size(): number {
    return this.#used
  }

  get places(): number {
    return this.#places
  }

  /** A few that drive one another out for ever would do so in any room. */
  get #isNarrow(): boolean {
    return this.#places < mostPlaces && this.#driven * 4 >= this.#places && this.#used * 4 >= this.#places
  }

  #grow(): void {
    const texts = this.#texts
    const found = this.#found
    this.#places = Math.max(fewestPlaces, 4 * this.#places)
    this.#texts = new Array(this.#places).fill('')
    this.#found = new Array(this.#places).fill(undefined)
    this.#used = 0
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
