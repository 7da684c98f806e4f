import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { yaml } from './yaml.ts'

/** The text after "k:" that a string gets. */
const written = (text: string) => yaml({ k: text }).slice(3, -1)

describe('YAML', () => {
  it.each([
    ['plain', 'plain'],
    ['nginx:1.25', 'nginx:1.25'],
    ['', '""'],
    ['123', '"123"'],
    ['0x1F', '"0x1F"'],
    ['1e3', '"1e3"'],
    ['1_000', '"1_000"'],
    ['10:30', '"10:30"'],
    ['1.2.3', '1.2.3'],
    ['100m', '100m'],
    ['true', '"true"'],
    ['n', '"n"'],
    ['Off', '"Off"'],
    ['~', '"~"'],
    ['2026-01-01', '"2026-01-01"'],
    ['2026-01-01T00:00:00Z', '"2026-01-01T00:00:00Z"'],
    ['a: b', "'a: b'"],
    ["it's: so", "'it''s: so'"],
    ['a #b', "'a #b'"],
    ['#b', "'#b'"],
    ['*', "'*'"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ['{a}', "'{a}'"],
    ['25%', '25%'],
    ['%25', "'%25'"],
    ['@', "'@'"],
    [' lead', "' lead'"],
    ['tab\there', '"tab\\there"'],
    ['---', "'---'"],
    ['é', 'é'],
    ['a\nb\n', '|\n  a\n  b'],
    ['a\n\nb', '|-\n  a\n\n  b'],
    ['a\n\n', '|+\n  a\n'],
    [' a\nb', '|2-\n   a\n  b'],
    ['a \nb', '"a \\nb"'],
  ])('writes %j as %s', (text, expected) => {
    expect(written(text)).toBe(expected)
  })

  it('folds long text at the first blank beyond 80 columns', () => {
    const text = `${'word '.repeat(16)}and a half`
    expect(written(text)).toBe(`${'word '.repeat(15)}word\n  and a half`)
    expect(parse(yaml({ k: `${text}: more` }))).toEqual({ k: `${text}: more` })
  })

  it('reads back as what was written', () => {
    const texts = [
      'x\ty',
      'é\u0007',
      '"q" \\',
      "'",
      'a: b\nc',
      '  \n',
      '\n',
      'k: |',
      '? a',
      'null',
      '\u2028',
      '😀',
    ]
    for (const text of texts)
      expect(parse(yaml({ [text]: [text, { a: text }] }))).toEqual({ [text]: [text, { a: text }] })
  })

  it('sorts keys with their numbers by value, and keeps lists at the indentation of their key', () => {
    expect(yaml({ b: [1, { y: [], x: {} }, [2, [3]]], a10: null, a9: true })).toBe(
      'a9: true\na10: null\nb:\n- 1\n- x: {}\n  "y": []\n- - 2\n  - - 3\n',
    )
  })
})
