import { describe, expect, it } from 'vitest'
import { parseScenario, ScenarioError } from './parse.ts'

const sound = `apiVersion: kubeloop.dev/v1
kind: Scenario
metadata: {id: sound, chapter: 8, minutes: 3, level: course, order: 2}
title: {en: Title, ko: 제목}
summary: {en: Summary, ko: 요약}
setup:
  - sim cluster
  - run: kubectl apply -f -
    stdin: "{}"
steps:
  - id: ask
    say: {en: Look, ko: 보세요}
    predict:
      ask: {en: What?, ko: 무엇?}
      options:
        - {text: {en: A, ko: 가}, when: "true"}
        - {text: {en: B, ko: 나}, when: "false"}
      after: 1m30s
    do: ["kubectl delete pod \${pods()[0].metadata.name}"]
    values: {n: size(pods()), secs: {until: gaps() == 0}}
    after: {en: "{n} {n|pod/pods} in {secs} s", ko: "Pod {n}개, {secs|이/가} 걸렸어요"}
  - id: again
    say: {en: Again, ko: 다시}
    predict:
      ask: {en: What?, ko: 무엇?}
      options:
        - {text: {en: A, ko: 가}, when: "true"}
        - {text: {en: B, ko: 나}, when: "false"}
    replay: ask
  - id: reach
    say: {en: "Use \`kubectl get <pod>\`", ko: 해 보세요}
    goal: {when: gaps() == 0, held: 10s}
solution: [kubectl get pods]
`

it('reads a sound file: durations in ticks, a replay as long as what it replays, the solution at its goal', () => {
  const { order, setup, steps, solution } = parseScenario(sound, 'sound.yaml')
  expect({ order, setup, solution }).toEqual({
    order: 2,
    setup: [{ run: 'sim cluster' }, { run: 'kubectl apply -f -', stdin: '{}' }],
    solution: ['kubectl get pods'],
  })
  expect(steps.map((step) => [step.predict?.after, step.goal?.held, step.solution])).toEqual([
    [900, undefined, undefined],
    [900, undefined, undefined],
    [undefined, 100, ['kubectl get pods']],
  ])
})

describe('refuses, and says where and what was expected:', () => {
  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, problem: string])[] = [
    ['an unknown field', 'minutes: 3', 'minuets: 3', '3:35: there is no field minuets here'],
    ['a missing language', 'title: {en: Title, ko: 제목}', 'title: {en: Title}', '4:8: ko is missing'],
    ['an empty text', 'ko: 요약', 'ko: " "', '5:28: expected a text that says something'],
    ['a text that is too long', 'Summary', 'x'.repeat(4001), '5:15: expected at most 4000 characters'],
    [
      'a line that is too long',
      '- sim cluster\n',
      `- sim cluster ${'x'.repeat(2000)}\n`,
      '7:5: expected at most 2000 characters',
    ],
    ['a broken duration', '1m30s', 'soon', '18:14: expected a duration such as 20s, at most 1h'],
    ['a duration beyond measure', '1m30s', '99h', '18:14: expected a duration such as 20s, at most 1h'],
    [
      'a scenario without a world of its own',
      '- sim cluster\n',
      '- kubectl get pods\n',
      '7:5: "sim cluster" as the first line',
    ],
    ['broken CEL', 'when: gaps() == 0', 'when: gaps() ==', '32:18: a CEL expression: '],
    ['broken CEL in a line', '[0]', '[', '19:10: a CEL expression in $'],
    ['a brace that is not closed', 'name}', 'name', '19:10: a } that closes the ${'],
    [
      'a pattern that could take too long',
      'when: "true"',
      `when: "'x'.matches('(a+)+')"`,
      '16:40: a CEL expression: the pattern',
    ],
    ['a slot without a value', '{n} {n|', '{m} {n|', '21:17: a value named m for the slot {m}'],
    ['a slot before the verdict', 'en: Look', 'en: "Look {n}"', '12:15: no slot {n}'],
    ['a bare particle after a slot', '{n}개,', '{n}는', '21:53: a pair of particles after a slot'],
    ['an unknown pair of particles', '이/가', '이/나', '21:53: "이/나" is not a pair of particles'],
    ['HTML', 'en: Look', 'en: "<b>Look</b>"', '12:15: Markdown without HTML'],
    ['a replay of nothing', 'replay: ask', 'replay: later', '29:13: the id of an earlier step'],
    ['a step named twice', 'id: again', 'id: ask', '22:9: a name that no other step has'],
    [
      'a goal that nobody can test',
      'solution: [kubectl get pods]',
      '',
      '30:5: a solution: what the learner would type',
    ],
    [
      'a prediction without its time',
      '      after: 1m30s\n',
      '',
      '14:7: after: the time from Run to the verdict',
    ],
    [
      'a single option',
      /\n {8}- \{text: \{en: B.*"false"\}\n {6}after/,
      '\n      after',
      '16:9: expected at least two options',
    ],
    ['an alias', 'ko: 요약}', 'ko: &a 요약}\nx: *a', '1:1: YAML without aliases'],
    ['a tag', 'ko: 요약', 'ko: !!js/function 요약', '5:28: '],
    ['a key named twice', 'chapter: 8', 'chapter: 8, chapter: 9', '3:35: chapter stands here a second time'],
  ]
  it.each(cases)('%s', (_what, from, to, problem) => {
    const text = sound.replace(from, () => to)
    expect(text).not.toBe(sound)
    expect(messageFor(text)).toContain(`sound.yaml:${problem}`)
  })

  it('all that is wrong at once, in the order of the file', () => {
    const problems = problemsIn(sound.replace('minutes: 3', 'minutes: many').replace('order: 2', 'order: 0'))
    expect(problems.map(({ line, expected }) => `${line} ${expected}`)).toEqual([
      '3 expected a number',
      '3 expected at least 1',
    ])
  })
})

it.each([
  ['nothing', ''],
  ['a number', '7'],
  ['endless brackets', '['.repeat(100_000)],
  ['endless indents', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['too much', ' '.repeat(300_000)],
  ['bytes', '\u0000\u0001\ufffe'],
  ['endless keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
])('refuses %s, and soon', (_what, text) => {
  expect(problemsIn(text).length).toBeGreaterThan(0)
})

function messageFor(text: string): string {
  try {
    parseScenario(text, 'sound.yaml')
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError)
    return (error as Error).message
  }
}

function problemsIn(text: string): ScenarioError['problems'] {
  try {
    parseScenario(text, 'sound.yaml')
    return []
  } catch (error) {
    return (error as ScenarioError).problems
  }
}
