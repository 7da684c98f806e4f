// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the slots of a scenario's lines look like those of TypeScript.
import { describe, expect, it } from 'vitest'
import { fill, partsOf } from './template.ts'

it.each([
  ['no slots', 'kubectl get pods', [{ text: 'kubectl get pods' }]],
  ['one between texts', 'a ${b} c', [{ text: 'a ' }, { expression: 'b' }, { text: ' c' }]],
  ['two side by side', '${a}${b}', [{ expression: 'a' }, { expression: 'b' }]],
  ['braces inside', '${ {"a": {}}.a }', [{ expression: ' {"a": {}}.a ' }]],
  ['braces in quotes', `\${'}' + "{\\"}"}`, [{ expression: `'}' + "{\\"}"` }]],
  ['a jsonpath, which is none', "get -o jsonpath='{.a}'", [{ text: "get -o jsonpath='{.a}'" }]],
])('parts a line: %s', (_what, line, parts) => {
  expect(partsOf(line)).toEqual(parts)
})

it.each(['${', 'a ${b', "${'}", '${ {a }'])('knows that %s is not closed', (line) => {
  expect(partsOf(line)).toBeUndefined()
})

describe('fills a line', () => {
  it('with a name, or with names', () => {
    expect(fill('delete pod ${x}', () => 'web-1')).toBe('delete pod web-1')
    expect(fill('delete pod ${x}', () => ['web-1', 'a/b.c_d'])).toBe('delete pod web-1 a/b.c_d')
  })

  it.each([['--all'], ['a b'], ["'"], ['$(x)'], [''], [7], [null], [[]], [['a', '-l']], ['a\nb']])(
    'and never with %j, which could be more than a name',
    (value) => {
      expect(() => fill('delete pod ${x}', () => value)).toThrow()
    },
  )
})
