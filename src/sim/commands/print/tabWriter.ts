/**
 * Elastic tab stops as Go's text/tabwriter sets them. A cell is text ended by a tab; what follows the last tab of a line
 * belongs to no column. A column is a run of neighbouring lines that all have a cell there, so a line with fewer
 * cells ends the columns to its right: that is why each section of `kubectl describe` has its own widths.
 */
export interface TabWriterOptions {
  readonly minWidth: number
  readonly padding: number
  /** kubectl's tables: a column never gets narrower than it was before an earlier flush (`get --watch`). */
  readonly rememberWidths?: boolean
}

/** A line's cells; the last one is the text after the last tab. */
type Line = readonly string[]

export class TabWriter {
  readonly #options: TabWriterOptions
  #remembered: number[] = []
  /** Lines that are whole, and what was written after them. */
  #lines: Line[] = []
  #pending = ''
  #done = ''

  constructor(options: TabWriterOptions) {
    this.#options = options
  }

  /** Characters that would steer a terminal are made visible. */
  write(text: string): void {
    this.#pending += text.replaceAll('\u001b', '^[').replaceAll('\r', '\\r')
  }

  /** A whole line of cells, as if written with tabs between them and a line break after them. */
  row(cells: readonly string[]): void {
    if (this.#pending !== '' || cells.some(isSteering)) return this.write(`${cells.join('\t')}\n`)
    this.#lines.push(cells)
    if (this.#options.rememberWidths) this.#remember(cells)
  }

  /** Lays out the first so many lines. Where all lines have as many cells, as wide as if all were laid out at once. */
  takeSome(most: number): string {
    if (this.#pending !== '') return this.take()
    const lines = this.#lines.slice(0, most)
    this.#lines = this.#lines.slice(most)
    const out: string[] = []
    this.#format(lines, 0, lines.length, [], out)
    const text = `${this.#done}${out.map((line) => `${line}\n`).join('')}`
    this.#done = ''
    return text
  }

  get hasLines(): boolean {
    return this.#lines.length > 0
  }

  #remember(cells: Line): void {
    for (let column = 0; column < cells.length - 1; column++) {
      const width = Math.max(this.#options.minWidth, runes(cells[column] as string) + this.#options.padding)
      this.#remembered[column] = Math.max(width, this.#remembered[column] ?? 0)
    }
  }

  /** Ends every column: what is written later is aligned by itself. */
  flush(): void {
    if (this.#pending === '' && this.#lines.length === 0) return
    // What follows the last line break is a line, too, if an empty one.
    const lines = this.#lines.concat(this.#pending.split('\n').map((line) => line.split('\t')))
    const out: string[] = []
    this.#format(lines, 0, lines.length, [], out)
    this.#done += out.join('\n')
    this.#lines = []
    this.#pending = ''
  }

  forgetWidths(): void {
    this.#remembered = []
  }

  /** Flushes, and gives all that was formatted since the last call. */
  take(): string {
    this.flush()
    const text = this.#done
    this.#done = ''
    return text
  }

  /** Lays out the lines of a block; `widths` are those of the columns to the left, which all of them share. */
  #format(lines: readonly Line[], from: number, to: number, widths: readonly number[], out: string[]): void {
    const column = widths.length
    for (let start = from; start < to; ) {
      if (!hasCell(lines[start] as Line, column)) {
        out.push(pad(lines[start] as Line, widths))
        start += 1
        continue
      }
      let end = start
      while (end < to && hasCell(lines[end] as Line, column)) end += 1
      this.#format(lines, start, end, [...widths, this.#width(lines, start, end, column)], out)
      start = end
    }
  }

  #width(lines: readonly Line[], from: number, to: number, column: number): number {
    let width = this.#options.minWidth
    for (let at = from; at < to; at++)
      width = Math.max(width, runes((lines[at] as Line)[column] as string) + this.#options.padding)
    if (this.#options.rememberWidths) {
      width = Math.max(width, this.#remembered[column] ?? 0)
      this.#remembered[column] = width
    }
    return width
  }
}

/** What ends a cell or a line, or steers a terminal. */
const steering = ['\t', '\n', '\r', '\u001b'].map((character) => character.charCodeAt(0))
const space = 0x20

function isSteering(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charCodeAt(at)
    if (unit < space && steering.includes(unit)) return true
  }
  return false
}

function hasCell(line: Line, column: number): boolean {
  return column < line.length - 1
}

function pad(line: Line, widths: readonly number[]): string {
  let text = ''
  for (let i = 0; i < line.length; i++) {
    const cell = line[i] as string
    text += i < line.length - 1 ? cell + ' '.repeat((widths[i] as number) - runes(cell)) : cell
  }
  return text
}

/** A character beyond the first plane is two units of a text, and one rune. */
function runes(text: string): number {
  let count = text.length
  for (let at = 1; at < text.length; at++)
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) count -= 1
  return count
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
