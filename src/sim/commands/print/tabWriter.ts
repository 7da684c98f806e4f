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
  #pending = ''
  #done = ''

  constructor(options: TabWriterOptions) {
    this.#options = options
  }

  /** Characters that would steer a terminal are made visible. */
  write(text: string): void {
    this.#pending += text.replaceAll('\u001b', '^[').replaceAll('\r', '\\r')
  }

  /** Ends every column: what is written later is aligned by itself. */
  flush(): void {
    if (this.#pending === '') return
    const lines = this.#pending.split('\n').map((line) => line.split('\t'))
    this.#done += this.#format(lines, []).join('\n')
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

  /** Lays out the lines; `widths` are those of the columns to the left, which all these lines share. */
  #format(lines: readonly Line[], widths: readonly number[]): string[] {
    const column = widths.length
    const out: string[] = []
    for (let start = 0; start < lines.length; ) {
      if (!hasCell(lines[start] as Line, column)) {
        out.push(pad(lines[start] as Line, widths))
        start += 1
        continue
      }
      let end = start
      while (end < lines.length && hasCell(lines[end] as Line, column)) end += 1
      const block = lines.slice(start, end)
      for (const line of this.#format(block, [...widths, this.#width(block, column)])) out.push(line)
      start = end
    }
    return out
  }

  #width(block: readonly Line[], column: number): number {
    let width = this.#options.minWidth
    for (const line of block) width = Math.max(width, runes(line[column] as string) + this.#options.padding)
    if (this.#options.rememberWidths) {
      width = Math.max(width, this.#remembered[column] ?? 0)
      this.#remembered[column] = width
    }
    return width
  }
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

function runes(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
