import { describe, expect, it } from 'vitest'
import { filled } from '../filling.ts'
import { goTemplate } from './index.ts'

const list = {
  items: [
    {
      metadata: { name: 'a', labels: { app: 'web', tier: 'front' } },
      spec: { replicas: 3, args: ['x', 'y'] },
    },
    { metadata: { name: 'b' }, spec: { replicas: 0 } },
  ],
}

describe('go templates', () => {
  it.each([
    ['{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}', 'a\nb\n'],
    ['{{range $i, $e := .items}}{{$i}}={{$e.metadata.name}} {{end}}', '0=a 1=b '],
    [
      '{{range .items}}{{if .metadata.labels}}{{.metadata.labels.app}}{{else}}none{{end}},{{end}}',
      'web,none,',
    ],
    ['{{(index .items 0).metadata.labels}}', 'map[app:web tier:front]'],
    ['{{.nope.x}}', '<no value>'],
    ['{{with .nope}}yes{{else}}no{{end}}', 'no'],
    ['{{len .items}} {{- " items" -}}  !', '2 items!'],
    ['{{range $k, $v := (index .items 0).metadata.labels}}{{$k}}:{{$v}};{{end}}', 'app:web;tier:front;'],
    ['{{printf "%s|%-4s|%q" "a" "b" "c"}}', 'a|b   |"c"'],
    ['{{$n := 0}}{{range .items}}{{$n = .metadata.name}}{{end}}{{$n}}', 'b'],
    ['{{range .items}}{{if eq .metadata.name "b"}}{{break}}{{end}}{{.metadata.name}}{{end}}', 'a'],
    ['{{"c2VjcmV0" | base64decode}}', 'secret'],
    ['{{/* nothing */}}{{if and true (not false)}}ok{{else if true}}no{{end}}', 'ok'],
  ])('prints %s', (template, expected) => {
    expect(filled(goTemplate(template)(list))).toBe(expected)
  })

  it('gives whole numbers of objects an exponent from a million on, as Go prints floats', () => {
    expect(
      filled(goTemplate('{{.small}} {{.large}} {{.part}}')({ small: 999999, large: 1500000, part: 0.5 })),
    ).toBe('999999 1.5e+06 0.5')
  })

  it('refuses to compare an int of the template with a number of the object', () => {
    expect(() => filled(goTemplate('{{eq .n 3}}')({ n: 3 }))).toThrow('incompatible types for comparison')
  })

  it.each([
    ['{{.a', 'error parsing template {{.a, template: output:1: unclosed action'],
    ['{{foo}}', 'error parsing template {{foo}}, template: output:1: function "foo" not defined'],
    ['{{if .a}}', 'error parsing template {{if .a}}, template: output:1: unexpected EOF'],
    ['{{end}}', 'error parsing template {{end}}, template: output:1: unexpected {{end}}'],
  ])('refuses %s', (template, message) => {
    expect(() => goTemplate(template)).toThrow(message)
  })
})
