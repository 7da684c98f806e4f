import { describe, expect, it } from 'vitest'
import { parseDuration } from './duration.ts'
import { Script } from './script.ts'
import { Sitting } from './sitting.ts'

function linesOf(text: string) {
  const script = new Script(text)
  const lines = []
  for (let next = script.read(); next !== undefined; next = script.read()) lines.push(next)
  return lines
}

describe('a script', () => {
  it('skips blank lines and comments, and joins lines that end in a backslash', () => {
    expect(linesOf('# hello\n\nkubectl get \\\n  pods\r\nsim wait 1s')).toEqual([
      { line: 'kubectl get  pods', number: 3 },
      { line: 'sim wait 1s', number: 5 },
    ])
  })

  it('reads a here-document as standard input', () => {
    const [line] = linesOf("kubectl apply -f - <<'EOF'\nkind: Pod\n# kept\nEOF\n")
    expect(line).toEqual({ line: 'kubectl apply -f -', stdin: 'kind: Pod\n# kept\n', number: 1 })
  })

  it('complains of a here-document without an end only when it is its turn', () => {
    const script = new Script('sim wait 1s\nkubectl apply -f - <<EOF\nkind: Pod')
    expect(script.read()?.line).toBe('sim wait 1s')
    expect(() => script.read()).toThrow('line 2: the here-document has no closing EOF')
  })
})

it.each([
  ['30s', 300],
  ['1h30m', 54_000],
  ['500ms', 5],
  ['150ms', 2],
  ['1.5s', 15],
  ['0.3s', 3],
  ['2d', 1_728_000],
  ['', undefined],
  ['30', undefined],
  ['-1s', undefined],
  ['1s2', undefined],
])('reads the duration %s as %s ticks', (text, ticks) => {
  expect(parseDuration(text)).toBe(ticks)
})

it('waits up to a moment of the clock, and not at all for one that is over', () => {
  const sitting = new Sitting()
  const tickAfter = (line: string) => {
    const execution = sitting.execute(line)
    while (execution.exit === undefined) sitting.advance(execution.wakeAt)
    return [execution.exit, sitting.world.tick]
  }
  expect(tickAfter('sim wait --until 7.3s')).toEqual([0, 73])
  expect(tickAfter('sim wait --until 5s')).toEqual([0, 73])
  expect(tickAfter('sim wait --until soon')).toEqual([1, 73])
  expect(tickAfter('sim wait --until 9s --for true')).toEqual([1, 73])
})
