import { describe, expect, it } from 'vitest'
import { filled } from '../filling.ts'
import { jsonPathTemplate } from './print.ts'

const pods = {
  kind: 'List',
  items: [
    {
      metadata: { name: 'web-1', labels: { app: 'web' }, annotations: { 'a.b/c': 'x' } },
      spec: {
        nodeName: 'node-2',
        containers: [{ name: 'c', image: 'nginx', ports: [{ containerPort: 80 }] }],
      },
      status: { phase: 'Running', restarts: 3, ready: true, reason: null },
    },
    {
      metadata: { name: 'web-2', labels: { app: 'web' } },
      spec: {
        nodeName: 'node-1',
        containers: [
          { name: 'c', image: 'redis<7>' },
          { name: 'd', image: 'e' },
        ],
      },
      status: { phase: 'Pending', restarts: 0 },
    },
  ],
}

const print = (template: string) => filled(jsonPathTemplate(template)(pods))

describe('JSONPath', () => {
  it.each([
    ['{.items[*].metadata.name}', 'web-1 web-2'],
    [
      '{range .items[*]}{.metadata.name}{"\\t"}{.status.phase}{"\\n"}{end}',
      'web-1\tRunning\nweb-2\tPending\n',
    ],
    ['{range .items[*]}{range .spec.containers[*]}{.name}{end}|{end}done', 'c|cd|done'],
    ['names: {.items[0].metadata.name}, {.items[-1:].metadata.name}', 'names: web-1, web-2'],
    ['{.items[0:2].metadata.name}', 'web-1 web-2'],
    ['{.items[::2].metadata.name}', 'web-1'],
    ['{.items[0,1].status.phase}', 'Running Pending'],
    ["{.items[*]['metadata.name', 'status.phase']}", 'web-1 web-2 Running Pending'],
    ['{.items[?(@.status.phase=="Running")].metadata.name}', 'web-1'],
    ['{.items[?(@.status.restarts>=1)].metadata.name}', 'web-1'],
    ['{.items[?(@.status.ready==true)].metadata.name}', 'web-1'],
    ['{.items[?(@.status.ready)].metadata.name}', 'web-1'],
    ['{.items[?(@.spec.nodeName!="node-2")].metadata.name}', 'web-2'],
    ['{..image}', 'nginx redis<7> e'],
    ['{.items[0].metadata.annotations.a\\.b/c}', 'x'],
    ['{.items[0].metadata.labels}', '{"app":"web"}'],
    ['{.items[1].spec.containers[0]}', '{"image":"redis\\u003c7\\u003e","name":"c"}'],
    ['{.items[0].metadata.labels.*}', 'web'],
    ['{.items[0].status.reason}', 'null'],
    ['{.items[0].spec.containers[0].ports[0].containerPort}', '80'],
    ['{$.kind}', 'List'],
    ['{.nope}', ''],
    ['{.items[0].nope.deeper[3]}', ''],
    ['{true}{" "}{1.5}', 'true 1.5'],
    ['.metadata.name', '.metadata.name'],
  ])('%s prints %s', (template, expected) => {
    expect(print(template)).toBe(expected)
  })

  it('prints results as a JSON list when asked', () => {
    expect(filled(jsonPathTemplate('{.items[*].metadata.name}', { asJson: true })(pods))).toBe(
      '[\n    "web-1",\n    "web-2"\n]\n',
    )
  })

  it.each([
    ['{.items[*', 'error parsing jsonpath {.items[*, unterminated array'],
    ['{.items', 'error parsing jsonpath {.items, unclosed action'],
    ['{.items[x]}', 'error parsing jsonpath {.items[x]}, invalid array index x'],
    ['{#}', "error parsing jsonpath {#}, unrecognized character in action: U+0023 '#'"],
    ['{"a}', 'error parsing jsonpath {"a}, unterminated quoted string'],
    ['{.items[?(@.a==1]}', 'error parsing jsonpath {.items[?(@.a==1]}, unterminated filter'],
    ['{....a}', 'error parsing jsonpath {....a}, invalid multiple recursive descent'],
  ])('refuses %s', (template, message) => {
    expect(() => jsonPathTemplate(template)).toThrow(message)
  })

  it.each([
    ['{.items[5]}', 'array index out of bounds: index 5, length 2'],
    ['{.kind[0]}', 'string is not array or slice'],
    ['{end}', 'not in range, nothing to end'],
    ['{foo}', 'unrecognized identifier foo'],
    ['{.items[?(@.status.restarts=="3")]}', 'incompatible types for comparison'],
  ])('cannot run %s', (template, message) => {
    expect(() => print(template)).toThrow(
      `error executing jsonpath ${JSON.stringify(template)}: Error executing template: ${message}. Printing more`,
    )
  })

  it('tells a missing field when that is not allowed', () => {
    expect(() => filled(jsonPathTemplate('{.nope}', { strict: true })(pods))).toThrow('nope is not found')
  })
})
