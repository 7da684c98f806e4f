import { describe, expect, it } from 'vitest'
import { readYaml, YamlError } from './index.ts'

describe('plain scalars mean what they mean to Go', () => {
  it.each([
    ['yes', true],
    ['n', false],
    ['Off', false],
    ['oN', 'oN'],
    ['~', null],
    ['', null],
    ['017', 15],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b101', 5],
    ['089', 89],
    ['1_000', 1000],
    ['1e3', 1000],
    ['-.5', -0.5],
    ['.inf', '.inf'],
    ['1.2.3', '1.2.3'],
    ['22:22', '22:22'],
    ['2026-01-01', '2026-01-01'],
    ['100m', '100m'],
  ])('%s', (text, value) => {
    expect(readYaml(`a: ${text}\n`)).toEqual({ a: value })
  })

  it('but quotes make them text', () => {
    expect(readYaml(`a: "yes"\nb: '017'\nc: !!str 5\n`)).toEqual({ a: 'yes', b: '017', c: '5' })
  })
})

describe('a document', () => {
  it('may close a bracket where its key stands', () => {
    expect(readYaml('a: [\n  1,\n  2,\n]\nb: {\n  c: d\n}\n')).toEqual({ a: [1, 2], b: { c: 'd' } })
  })

  it('may have lists as deep as their key, and keys after dashes', () => {
    expect(readYaml('a:\n- b: 1\n  c: 2\n-\n- - 3\n')).toEqual({ a: [{ b: 1, c: 2 }, null, [3]] })
  })

  it('folds and keeps lines', () => {
    const text =
      'a: |\n  x\n   y\n\nb: >-\n  p\n  q\n\n  r\nc: |+\n  z\n\nd: one\n  two\ne: "x\n  y\\\n  z"\n'
    expect(readYaml(text)).toEqual({ a: 'x\n y\n', b: 'p q\nr', c: 'z\n\n', d: 'one two', e: 'x yz' })
  })

  it('takes the last of equal keys, and its own before merged ones', () => {
    expect(readYaml('a: 1\na: 2\n')).toEqual({ a: 2 })
    expect(readYaml('a: &a {p: 1, q: 2}\nb: {q: 3, <<: *a}\n')).toEqual({
      a: { p: 1, q: 2 },
      b: { p: 1, q: 3 },
    })
  })

  it('may call a key __proto__ without harm', () => {
    const value = readYaml('__proto__: {polluted: 1}\n') as object
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('a broken document is refused in the words of libyaml', () => {
  it.each([
    ['a:\n\tb: 1\n', 'line 2: found character that cannot start any token'],
    ['x: 1\na: b\n  c: d\n', 'line 3: mapping values are not allowed in this context'],
    ['a: b: c\n', 'mapping values are not allowed in this context'],
    ['spec:\n  replicas 3\n  x: y\n', 'line 3: mapping values are not allowed in this context'],
    ['spec:\n  replicas: 3\n  selector\n', "line 4: could not find expected ':'"],
    ['a:\n  - b\n  c: d\n', "line 2: did not find expected '-' indicator"],
    ['a:\n- b: c\n d: e\n', 'line 2: did not find expected key'],
    ['x: 1\na: "b" c\n', 'line 1: did not find expected key'],
    ['x: 1\na: "b\nc: d\n', 'line 4: found unexpected end of stream'],
    ['x: 1\na: "\\q"\n', 'line 2: found unknown escape character'],
    ['x: 1\na: {b: 1\nc: 2\n', "line 2: did not find expected ',' or '}'"],
    ['x: 1\na: `b`\n', 'line 2: found character that cannot start any token'],
    ['a: *b\n', "unknown anchor 'b' referenced"],
    ['a: &a [*a]\n', "anchor 'a' value contains itself"],
    ['a: {{ .Values.x }}\n', 'invalid map key: map[interface {}]interface {}{".Values.x":interface {}(nil)}'],
    ['a: \u0001\n', 'control characters are not allowed'],
  ])('%j', (text, message) => {
    expect(() => readYaml(text)).toThrow(new YamlError(message, 0))
  })
})

describe('a hostile document is dealt with quickly', () => {
  const bomb = 'bcdefghij'.split('').map((name, i) => {
    const before = 'abcdefghi'[i]
    return `${name}: &${name} [${`*${before},`.repeat(9)}]`
  })
  it.each([
    ['brackets', '['.repeat(200_000), 'exceeded max depth'],
    ['dashes', '- '.repeat(100_000), 'exceeded max depth'],
    ['aliases of aliases', ['a: &a [1,2,3,4,5,6,7,8,9]', ...bomb].join('\n'), 'excessive aliasing'],
    ['quotes', `x: 1\na: ${'"'.repeat(99_999)}`, 'did not find expected key'],
  ])('%s', (_, text, message) => {
    const start = performance.now()
    expect(() => readYaml(text)).toThrow(message)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('a long but honest list', () => {
    const start = performance.now()
    expect(readYaml(`[${'a,'.repeat(300_000)}]`)).toHaveLength(300_000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
