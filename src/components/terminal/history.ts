/** The lines typed before, newest last: walked with the arrow keys, kept in this browser. */

const key = 'kubeloop/history'
const mostKept = 200
const longestKept = 2_000

export class History {
  #lines: string[]
  /** Where the walk is: `lines.length` is the line being written. */
  #at: number
  #unfinished = ''

  constructor() {
    this.#lines = readKept()
    this.#at = this.#lines.length
  }

  /** A line was entered: the walk begins anew. The same line twice in a row is one. */
  add(line: string): void {
    if (line.trim() !== '' && line.length <= longestKept && this.#lines.at(-1) !== line) {
      this.#lines = [...this.#lines, line].slice(-mostKept)
      keep(this.#lines)
    }
    this.#at = this.#lines.length
    this.#unfinished = ''
  }

  /** The line before; undefined at the oldest. `present` is kept for the way back. */
  earlier(present: string): string | undefined {
    if (this.#at === 0) return undefined
    if (this.#at === this.#lines.length) this.#unfinished = present
    return this.#lines[--this.#at]
  }

  /** The line after, at last the one that was being written; undefined past it. */
  later(): string | undefined {
    if (this.#at === this.#lines.length) return undefined
    return this.#lines[++this.#at] ?? this.#unfinished
  }
}

function readKept(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept
      .filter((line): line is string => typeof line === 'string' && line.length <= longestKept)
      .slice(-mostKept)
  } catch {
    return []
  }
}

function keep(lines: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(lines))
  } catch {
    // A browser that keeps nothing still has the lines of this visit.
  }
}
