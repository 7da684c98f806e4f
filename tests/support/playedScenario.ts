/** A scenario to be played in tests, a longer one, and a learner at some place in the first. */
import { parseScenario } from '../../src/lab/scenario/parse.ts'
import type { Scenario } from '../../src/lab/scenario/scenario.ts'
import { Learner } from './learner.ts'

export const readyPods = "size(pods('app=web').filter(p, ready(p)))"

/** Scale up, delete one by hand or by Run, both guessed; then a goal. */
export const scenario = read(`
  - id: up
    say: {en: a, ko: a}
    show: {speed: 0.5, reveal: [guide, desired]}
    given: ${readyPods} == 2
    predict:
      ask: {en: a, ko: a}
      options:
        - {text: {en: a, ko: a}, when: "size(created('pods', 'app=web')) == 0"}
        - {text: {en: a, ko: a}, when: "size(created('pods', 'app=web')) > 0"}
      after: 5s
    do: [kubectl scale deployment/web --replicas=3]
    values: {n: "size(created('pods'))", secs: {until: "${readyPods} == 3"}}
    after: {en: "{n} {secs}", ko: "{n} {secs}"}
  - id: delete
    say: {en: a, ko: a}
    show: {reveal: [desired, names]}
    given: ${readyPods} == 3
    predict:
      ask: {en: a, ko: a}
      options:
        - {text: {en: a, ko: a}, when: "size(created('pods', 'app=web')) == 0"}
        - {text: {en: a, ko: a}, when: "size(created('pods', 'app=web')) == 1"}
        - {text: {en: a, ko: a}, when: "size(created('pods', 'app=web')) > 1"}
      after: 10s
    do: ["kubectl delete pod \${pods('app=web')[0].metadata.name}"]
    values: {gone: "names(deleted('pods'))", secs: {until: "size(created('pods')) > 0 && ${readyPods} == 3"}}
    after: {en: "{gone} {secs}", ko: "{gone} {secs}"}
  - id: five
    say: {en: a, ko: a}
    given: ${readyPods} == 3
    goal: {when: "${readyPods} == 5", held: 3s}
    hints: [{en: a, ko: a}]
solution: [kubectl scale deployment/web --replicas=5]
`)

/** Half an hour of requests; then a goal that nothing but requests meets. */
export const longScenario = read(`
  - id: wait
    say: {en: a, ko: a}
    predict:
      ask: {en: a, ko: a}
      options:
        - {text: {en: a, ko: a}, when: "traffic_since('svc/web').served > 0"}
        - {text: {en: a, ko: a}, when: "traffic_since('svc/web').served == 0"}
      after: 30m
    do: ["kubectl expose deployment web --port=80", "sim traffic svc/web --rps 5"]
  - id: served
    say: {en: a, ko: a}
    goal: {when: "traffic_since('svc/web').served > 20", held: 1s}
    solution: [sim traffic svc/web --rps 10]
`)

export function read(steps: string): Scenario {
  return parseScenario(
    `apiVersion: kubeloop.dev/v1
kind: Scenario
metadata: {id: test, chapter: 1, minutes: 1, level: course, order: 1}
title: {en: a, ko: a}
summary: {en: a, ko: a}
setup: [sim cluster --nodes 3, kubectl create deployment web --image=shop --replicas=2, kubectl rollout status deployment/web]
steps:${steps}`,
    'test.yaml',
  )
}

export function throughUp(learner: Learner) {
  learner.guess(0)
  learner.do('run')
  return learner.watch()
}

export function ranUp(watch: (learner: Learner) => unknown) {
  const learner = new Learner(scenario)
  learner.guess(0)
  learner.do('run')
  return watch(learner)
}

export function atDelete(): Learner {
  const learner = new Learner(scenario)
  learner.go(1)
  learner.ran.length = 0
  return learner
}

export function podNames({ sitting }: Learner): string[] {
  return sitting
    .execute('kubectl get pods -o name')
    .stdout.trim()
    .split('\n')
    .map((name) => name.slice('pod/'.length))
}
