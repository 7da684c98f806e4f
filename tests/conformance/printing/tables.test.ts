/** Tables that kubectl 1.36 printed: taken apart into cells and laid out again, they must be the same. */
import { expect, it } from 'vitest'
import { TabWriter } from '../../../src/sim/commands/print/tabWriter.ts'
import tables from './tables.json' with { type: 'json' }

it.each(tables)('$command, as in $recording', ({ command, text }) => {
  const rows = text.split('\n').slice(0, -1)
  const listed = command.includes(' -w') ? rowsListedFirst(rows) : rows.length
  const writer = new TabWriter({ minWidth: 6, padding: 3, rememberWidths: true })
  for (const [i, row] of rows.entries()) {
    if (row === '') {
      writer.flush()
      writer.forgetWidths()
    }
    writer.write(`${row.split(/ {3,}/).join('\t')}\n`)
    if (i >= listed - 1) writer.flush()
  }
  expect(writer.take()).toBe(text)
})

/** A watch begins with the rows there are, laid out together: until an object comes for the second time. */
function rowsListedFirst(rows: readonly string[]): number {
  const names = rows.map((row) => row.split(' ')[0])
  return names.findIndex((name, i) => names.indexOf(name) < i)
}
