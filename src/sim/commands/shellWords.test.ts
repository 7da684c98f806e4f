import { expect, test } from 'vitest'
import { splitWords } from './shellWords.ts'

const cases: [string, string[]][] = [
  ['kubectl get pods', ['kubectl', 'get', 'pods']],
  ['  a\t b\n', ['a', 'b']],
  ["-o jsonpath='{.items[*].metadata.name}'", ['-o', 'jsonpath={.items[*].metadata.name}']],
  ['-l "app in (web,api)"', ['-l', 'app in (web,api)']],
  ['-n ""', ['-n', '']],
  ['a\\ b "c\\"d\\n" \'e\\\'', ['a b', 'c"d\\n', 'e\\']],
  ['deploy/web *=nginx:1 $HOME', ['deploy/web', '*=nginx:1', '$HOME']],
  ['a b # a remark', ['a', 'b']],
  ['a#b', ['a#b']],
]

test.each(cases)('%s is split as bash splits it', (line, words) => {
  expect(splitWords(line)).toEqual(words)
})

test('a quote that is never closed is an error', () => {
  expect(() => splitWords(`echo 'x`)).toThrow("unexpected end of line while looking for matching '")
})
