import { describe, expect, it } from 'vitest'
import { Sitting } from '../../lab/sitting.ts'
import { complainedLine, indentAfter, lineRange } from './editing.ts'
import { samples, textOf } from './samples.ts'
import { contentOf } from './sniff.ts'

describe('the samples', () => {
  it.each(samples)('$id: kubectl takes it', (sample) => {
    const sitting = new Sitting()
    const { exit, stderr } = sitting.execute(
      'kubectl apply -f -',
      textOf(sample, (text) => text.ko),
    )
    expect([exit, stderr]).toEqual([0, ''])
  })
})

describe('Enter', () => {
  it.each([
    ['spec:', '  '],
    ['  containers: # all', '    '],
    ['  replicas: 3', '  '],
    ['    - name: web', '      '],
    ['  - matchLabels:', '      '],
    ['', ''],
  ])('after "%s" goes in by "%s"', (line, indent) => expect(indentAfter(line)).toBe(indent))
})

describe("kubectl's complaint", () => {
  it('leads to its line', () => {
    const stderr =
      'error: error parsing STDIN: error converting YAML to JSON: yaml: line 3: mapping values …\n'
    expect(complainedLine(stderr)).toBe(3)
    expect(lineRange('a\nbc\ndef\ng', 3)).toEqual([5, 8])
    expect(complainedLine('error: no objects passed to apply')).toBeUndefined()
  })
})

describe('a dropped file', () => {
  it.each([
    ['{"v":1,"engine":"0.1.0","log":[]}', 'save'],
    ['  {\n "engine": "0.1.0",\n "v": 2 }', 'save'],
    ['{"apiVersion":"v1","kind":"Pod","metadata":{"name":"v"},"v":1}', 'manifest'],
    ['apiVersion: kubeloop.dev/v1\nkind: Scenario\n', 'scenario'],
    ['apiVersion: v1\nkind: Pod\n', 'manifest'],
    ['nonsense', 'manifest'],
  ])('%s is a %s', (text, content) => expect(contentOf(text)).toBe(content))
})
