/** A description being written: lines with tabs between their parts, indented by level, aligned by elastic tab stops. */
import { TabWriter } from '../tabWriter.ts'

export class Description {
  #text = ''
  #done = ''

  /** Two spaces a level; parts are separated by tabs, and a part may be followed by nothing. */
  line(level: number, text: string): void {
    this.#text += `${'  '.repeat(level)}${text}\n`
  }

  field(level: number, name: string, value: string | number | boolean): void {
    this.line(level, `${name}:\t${value}`)
  }

  /** One value below the other, beside a name: "<none>" where there is none. */
  lines(name: string, values: readonly string[]): void {
    if (values.length === 0) this.line(0, `${name}:\t<none>`)
    for (const [i, value] of values.entries()) this.line(0, i === 0 ? `${name}:\t${value}` : `\t${value}`)
  }

  /** What follows is aligned by itself. */
  flush(): void {
    this.#done += aligned(this.#text)
    this.#text = ''
  }

  text(): string {
    this.flush()
    return this.#done
  }

  /** As it was written, with its tabs. */
  unaligned(): string {
    return this.#text
  }
}

function aligned(text: string): string {
  const writer = new TabWriter({ minWidth: 0, padding: 2 })
  writer.write(text)
  return writer.take()
}
