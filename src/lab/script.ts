/** A script: command lines, `#` comments and here-documents. Lines are read one at a time, when their turn comes. */
export interface ScriptLine {
  readonly line: string
  readonly stdin?: string
  /** Where it stands, from 1. */
  readonly number: number
}

export class Script {
  readonly #lines: readonly string[]
  #next = 0

  constructor(text: string) {
    this.#lines = text.replace(/\r\n?/g, '\n').split('\n')
  }

  /** The next command; undefined at the end. Throws an Error when a here-document has no end. */
  read(): ScriptLine | undefined {
    while (this.#next < this.#lines.length) {
      const number = this.#next + 1
      const line = this.#joined().trim()
      if (line === '' || line.startsWith('#')) continue
      const marker = /<<-?\s*(['"]?)([A-Za-z_][A-Za-z0-9_]*)\1\s*$/.exec(line)
      if (marker === null) return { line, number }
      return {
        line: line.slice(0, marker.index).trim(),
        stdin: this.#hereDocument(marker[2] as string, number),
        number,
      }
    }
    return undefined
  }

  /** One line, with those that a trailing backslash joins to it. */
  #joined(): string {
    let line = this.#lines[this.#next++] as string
    while (line.endsWith('\\') && !line.trimStart().startsWith('#') && this.#next < this.#lines.length) {
      line = `${line.slice(0, -1)} ${(this.#lines[this.#next++] as string).trim()}`
    }
    return line
  }

  #hereDocument(marker: string, number: number): string {
    const body: string[] = []
    while (this.#next < this.#lines.length) {
      const line = this.#lines[this.#next++] as string
      if (line.trim() === marker) return body.map((text) => `${text}\n`).join('')
      body.push(line)
    }
    throw new Error(`line ${number}: the here-document has no closing ${marker}`)
  }
}
