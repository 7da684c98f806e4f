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

/** A run of neighbouring lines that have a cell in the same place. */
interface Column {
  width: number
}

/** `cells`: the last one is the text after the last tab. `columns`: those of the others. */
interface Line {
  readonly cells: readonly string[]
  readonly columns: readonly Column[]
}

export class TabWriter {
  readonly #options: TabWriterOptions
  #remembered: number[] = []
  #lines: Line[] = []
  /** Lines before this one are laid out. */
  #next = 0
  /** The columns that the last line has, from left to right. */
  #columns: readonly Column[] = []
  /** What was written of a line that isn't whole. */
  #pending = ''

  constructor(options: TabWriterOptions) {
    this.#options = options
  }

  /** Characters that would steer a terminal are made visible. */
  write(text: string): void {
    const lines = (this.#pending + text.replaceAll('\u001b', '^[').replaceAll('\r', '\\r')).split('\n')
    this.#pending = lines.pop() as string
    for (const line of lines) this.#add(line.split('\t'))
  }

  /** A whole line of cells, as if written with tabs between them and a line break after them. */
  row(cells: readonly string[]): void {
    if (this.#pending !== '' || cells.some(isSteering)) this.write(`${cells.join('\t')}\n`)
    else this.#add(cells)
  }

  /** Ends every column: what is written later is aligned by itself. */
  flush(): void {
    this.#keepColumns(0)
  }

  forgetWidths(): void {
    this.#remembered = []
  }

  /** Flushes, and gives all that was written since the last call. */
  take(): string {
    const isWhole = this.#pending === ''
    if (!isWhole) this.write('\n')
    const text = this.takeSome(Number.POSITIVE_INFINITY)
    return isWhole ? text : text.slice(0, -1)
  }

  /** As `take`, of the first so many lines. */
  takeSome(most: number): string {
    this.flush()
    const end = Math.min(this.#lines.length, this.#next + most)
    let text = ''
    while (this.#next < end) text += `${padded(this.#lines[this.#next++] as Line)}\n`
    if (!this.hasLines) {
      this.#lines = []
      this.#next = 0
    }
    return text
  }

  get hasLines(): boolean {
    return this.#next < this.#lines.length
  }

  /** A line with fewer cells than the one before ends columns, one with more begins some. */
  #add(cells: readonly string[]): void {
    const count = cells.length - 1
    if (count < this.#columns.length) this.#keepColumns(count)
    else if (count > this.#columns.length)
      this.#columns = [...this.#columns, ...this.#begun(this.#columns.length, count)]
    const columns = this.#columns
    for (let at = 0; at < count; at++) {
      const column = columns[at] as Column
      column.width = Math.max(column.width, runes(cells[at] as string) + this.#options.padding)
    }
    this.#lines.push({ cells, columns })
  }

  #begun(from: number, to: number): Column[] {
    const { minWidth } = this.#options
    return Array.from({ length: to - from }, (_, at) => ({
      width: Math.max(minWidth, this.#remembered[from + at] ?? 0),
    }))
  }

  /** Ends all columns but the first so many. */
  #keepColumns(count: number): void {
    if (this.#options.rememberWidths)
      for (let at = count; at < this.#columns.length; at++)
        this.#remembered[at] = (this.#columns[at] as Column).width
    this.#columns = this.#columns.slice(0, count)
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

function padded({ cells, columns }: Line): string {
  let text = ''
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as string
    text += at < columns.length ? cell + ' '.repeat((columns[at] as Column).width - runes(cell)) : cell
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
