import { describe, expect, it } from 'vitest'
import { TabWriter } from './tabWriter.ts'

describe('TabWriter', () => {
  it('gives each run of neighbouring lines its own widths, and pads no last cell', () => {
    const writer = new TabWriter({ minWidth: 0, padding: 2 })
    writer.write('Name:\tweb\nLimits:\n  cpu:\t1\n  memory:\t2Gi\nEvents:\t<none>\n')
    expect(writer.take()).toBe('Name:  web\nLimits:\n  cpu:     1\n  memory:  2Gi\nEvents:    <none>\n')
  })

  it('keeps an empty column of a line that has later cells', () => {
    const writer = new TabWriter({ minWidth: 0, padding: 2 })
    writer.write('a\t\tb\nlonger\t\tc\n')
    expect(writer.take()).toBe('a         b\nlonger    c\n')
  })

  it('remembers widths over a flush, until told to forget', () => {
    const writer = new TabWriter({ minWidth: 6, padding: 3, rememberWidths: true })
    writer.write('ContainerCreating\t0\n')
    writer.flush()
    writer.write('Running\t0\n')
    writer.flush()
    writer.forgetWidths()
    writer.write('0\t5s\n')
    expect(writer.take()).toBe('ContainerCreating   0\nRunning             0\n0     5s\n')
  })

  it('takes a line in cells as it takes its text, whatever is in them', () => {
    const lines = [
      ['NAME', 'AGE'],
      ['웹 🚀', '5s'],
      [''],
      ['a\tb', 'c'],
      ['d\ne', '\u001b[31m'],
      ['last', ''],
    ]
    const [byCells, byText] = [0, 1].map(
      () => new TabWriter({ minWidth: 6, padding: 3, rememberWidths: true }),
    )
    for (const cells of lines) {
      byCells?.row(cells)
      byText?.write(`${cells.join('\t')}\n`)
    }
    expect(byCells?.take()).toBe(byText?.take())
  })
})
