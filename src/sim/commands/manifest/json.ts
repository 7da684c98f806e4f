/** One JSON value at the start of a text, and what Go says where there is none (encoding/json, scanner.go). */

export type JsonRead = { readonly value: unknown; readonly end: number } | { readonly error: string }

const mostDepth = 1000

export function readJson(text: string): JsonRead {
  const scanner = new JsonScanner(text)
  try {
    const end = scanner.scan()
    return { value: JSON.parse(text.slice(0, end)), end }
  } catch (error) {
    if (error instanceof JsonError) return { error: error.message }
    throw error
  }
}

class JsonError extends Error {}

class JsonScanner {
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Where the first value ends. */
  scan(): number {
    this.#value()
    return this.#at
  }

  #value(): void {
    if (++this.#depth > mostDepth) throw new JsonError('exceeded max depth')
    this.#space()
    const one = this.#text.charAt(this.#at)
    if (one === '{') this.#object()
    else if (one === '[') this.#array()
    else if (one === '"') this.#string()
    else this.#word()
    this.#depth--
  }

  #object(): void {
    this.#at++
    this.#space()
    if (this.#take('}')) return
    for (;;) {
      this.#space()
      if (this.#text.charAt(this.#at) !== '"')
        throw this.#invalid('looking for beginning of object key string')
      this.#string()
      this.#space()
      if (!this.#take(':')) throw this.#invalid('after object key')
      this.#value()
      this.#space()
      if (this.#take('}')) return
      if (!this.#take(',')) throw this.#invalid('after object key:value pair')
    }
  }

  #array(): void {
    this.#at++
    this.#space()
    if (this.#take(']')) return
    for (;;) {
      this.#value()
      this.#space()
      if (this.#take(']')) return
      if (!this.#take(',')) throw this.#invalid('after array element')
    }
  }

  #string(): void {
    this.#at++
    for (;;) {
      const one = this.#text.charAt(this.#at)
      if (one === '"') break
      if (one === '' || one < ' ') throw this.#invalid('in string literal')
      this.#at++
      if (one === '\\') this.#escape()
    }
    this.#at++
  }

  #escape(): void {
    const letter = this.#text.charAt(this.#at)
    if (letter === '' || !'bfnrt\\/"u'.includes(letter)) throw this.#invalid('in string escape code')
    this.#at++
    if (letter !== 'u') return
    for (let i = 0; i < 4; i++, this.#at++) {
      if (!/^[0-9A-Fa-f]$/.test(this.#text.charAt(this.#at))) {
        throw this.#invalid('in \\u hexadecimal character escape')
      }
    }
  }

  /** A number or one of the three words. */
  #word(): void {
    const pattern = /true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found === null) throw this.#invalid('looking for beginning of value')
    this.#at += found[0].length
  }

  #take(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false
    this.#at++
    return true
  }

  #space(): void {
    const pattern = /[ \t\r\n]*/y
    pattern.lastIndex = this.#at
    this.#at += (pattern.exec(this.#text)?.[0] ?? '').length
  }

  #invalid(where: string): JsonError {
    const one = this.#text.charAt(this.#at)
    if (one === '') return new JsonError('unexpected EOF')
    const shown = one === "'" ? "'\\''" : one === '"' ? "'\"'" : `'${JSON.stringify(one).slice(1, -1)}'`
    return new JsonError(`json: offset ${this.#at + 1}: invalid character ${shown} ${where}`)
  }
}
