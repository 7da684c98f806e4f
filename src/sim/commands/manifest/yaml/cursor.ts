/** A place in a YAML text that moves forward only, counting lines and columns as libyaml does. */

export interface Mark {
  readonly index: number
  /** From 0. */
  readonly line: number
  readonly column: number
}

/** What is wrong with a YAML text, in libyaml's words. */
export class YamlError extends Error {
  /** `line`: the one that Go's reader names; 0: none. */
  constructor(problem: string, line: number) {
    super(line === 0 ? problem : `line ${line}: ${problem}`)
  }
}

export class Cursor {
  readonly text: string
  index = 0
  line = 0
  column = 0

  constructor(text: string) {
    this.text = text
  }

  get mark(): Mark {
    return { index: this.index, line: this.line, column: this.column }
  }

  get atEnd(): boolean {
    return this.index >= this.text.length
  }

  /** The character `ahead` places on; empty at the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.index + ahead)
  }

  isBreak(ahead = 0): boolean {
    const one = this.peek(ahead)
    return one === '\n' || one === '\r' || one === '\u0085' || one === '\u2028' || one === '\u2029'
  }

  isBlank(ahead = 0): boolean {
    const one = this.peek(ahead)
    return one === ' ' || one === '\t'
  }

  /** A blank, a line break or the end. */
  isBlankOrEnd(ahead = 0): boolean {
    return this.index + ahead >= this.text.length || this.isBlank(ahead) || this.isBreak(ahead)
  }

  isBreakOrEnd(): boolean {
    return this.atEnd || this.isBreak()
  }

  /** "---" or "..." at the start of a line, by itself. */
  isDocumentIndicator(): boolean {
    if (this.column !== 0 || !this.isBlankOrEnd(3)) return false
    const three = this.text.slice(this.index, this.index + 3)
    return three === '---' || three === '...'
  }

  skip(count = 1): void {
    this.index += count
    this.column += count
  }

  /** Over one line break. */
  skipBreak(): void {
    this.index += this.peek() === '\r' && this.peek(1) === '\n' ? 2 : 1
    this.column = 0
    this.line++
  }

  /** Over one line break; answers it as the value has it. */
  takeBreak(): string {
    const one = this.peek()
    this.skipBreak()
    return one === '\u2028' || one === '\u2029' ? one : '\n'
  }

  /**
   * An error of the scanner. Go's reader counts its lines from 1, but names none where the count from 0 is still 0.
   */
  error(problem: string): YamlError {
    return new YamlError(problem, this.line === 0 ? 0 : this.line + 1)
  }
}
