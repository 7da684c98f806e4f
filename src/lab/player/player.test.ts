import { describe, expect, it } from 'vitest'
import { Learner } from '../../../tests/support/learner.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { ConditionScope } from '../conditionScope.ts'
import { parseScenario } from '../scenario/parse.ts'
import type { Scenario } from '../scenario/scenario.ts'

const readyPods = "size(pods('app=web').filter(p, ready(p)))"

/** Scale up, delete one by hand or by Run, both guessed; then a goal. */
const scenario = read(`
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
const longScenario = read(`
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

describe('time', () => {
  it('passes as it should on the way to a step behind a long one', () => {
    const learner = new Learner(longScenario)
    const start = learner.tick
    learner.go(1)
    expect(learner.tick - start).toBe(18_000)
  })

  it('brings about a goal that no write does', () => {
    const learner = new Learner(longScenario)
    learner.go(1)
    learner.type('sim traffic svc/web --rps 10')
    expect(learner.watch(100)).toMatchObject({ phase: 'told' })
  })
})

describe('a prediction', () => {
  it('comes before any line that acts, and does not keep anybody from looking', () => {
    const learner = new Learner(scenario)
    expect(learner.type('kubectl scale deployment/web --replicas=9')).toBe('predict-first')
    expect(learner.type('kubectl get pods')).toBe(0)
    expect(learner.do('run')).toBe('predict-first')
    expect(learner.do('lock')).toBe('predict-first')
    expect(learner.state).toMatchObject({ phase: 'asking', refusal: 'predict-first' })
  })

  it('can be changed until it is locked, and not after', () => {
    const learner = new Learner(scenario)
    learner.player.act({ do: 'choose', option: 0 })
    learner.guess(1)
    expect(learner.player.act({ do: 'choose', option: 0 })).toBe('not-now')
    expect(learner.state).toMatchObject({ phase: 'locked', chosen: 1 })
  })

  it('is told with what came true, what was measured and the write that decided it', () => {
    const learner = new Learner(scenario)
    learner.guess(0)
    learner.do('run')
    expect(learner.player.wants()).toMatchObject({ play: true, speed: 0.5 })
    const { chosen, happened, values, decidedBy } = learner.watch()
    expect({ chosen, happened, n: values.n }).toEqual({ chosen: 0, happened: 1, n: '1' })
    expect(values.secs).toMatch(/^\d+\.\d$/)
    expect(decidedBy?.text).toMatch(/^\d+\.\ds replicaset-controller created pod\/web-/)
    expect(learner.player.wants().play).toBe(false)
    expect(learner.ran).toEqual(['kubectl scale deployment/web --replicas=3'])
  })

  it('has to be told before the next step', () => {
    const learner = new Learner(scenario)
    expect(learner.do('next')).toBe('predict-first')
    learner.guess(0)
    expect(learner.do('next')).toBe('not-finished')
    learner.do('run')
    expect(learner.do('next')).toBe('running')
    learner.watch()
    expect(learner.do('next')).toBeUndefined()
    expect(learner.state).toMatchObject({
      step: 1,
      phase: 'asking',
      finished: [0],
      revealed: ['guide', 'desired', 'names'],
    })
  })
})

describe('a line of the learner', () => {
  it('counts as Run once the guess is locked, instead of the lines of the step', () => {
    const learner = atDelete()
    learner.guess(0)
    const [pod] = podNames(learner).slice(-1)
    learner.type(`kubectl delete pod ${pod}`)
    expect(learner.watch()).toMatchObject({ phase: 'told', happened: 1, values: { gone: pod } })
    expect(learner.ran).toEqual([])
  })

  it('of the step is shown as it was sent', () => {
    const learner = atDelete()
    const [first] = new ConditionScope(learner.sitting.world).list(Pods).map(({ metadata }) => metadata.name)
    learner.guess(0)
    learner.do('run')
    expect(learner.state.lines).toEqual([`kubectl delete pod ${first}`])
  })

  it('that fails is no Run', () => {
    const learner = atDelete()
    learner.guess(0)
    expect(learner.type('kubectl delete pod nobody')).toBe(1)
    learner.pass(5)
    expect(learner.state.phase).toBe('locked')
  })

  it('puts the verdict off when it follows another', () => {
    const learner = atDelete()
    learner.guess(0)
    const [first, second] = podNames(learner)
    learner.type(`kubectl delete pod ${first} --wait=false`)
    learner.pass(80)
    const later = learner.tick
    learner.type(`kubectl delete pod ${second} --wait=false`)
    expect(learner.watch()).toMatchObject({ phase: 'told', happened: 2 })
    expect(learner.tick).toBe(later + 100)
  })

  it('has to wait while the lines of the step run', () => {
    const learner = atDelete()
    learner.guess(0)
    learner.do('run')
    expect(learner.type('kubectl scale deployment/web --replicas=9')).toBe('running')
  })
})

describe('time travel', () => {
  it('goes back to a told step as it ended, and to its start again', () => {
    const learner = new Learner(scenario)
    const told = throughUp(learner)
    const end = learner.tick
    learner.do('next')
    learner.pass(30)
    learner.do('back')
    expect(learner.state).toEqual(told)
    expect(learner.tick).toBe(end)
    learner.do('again')
    expect(learner.state).toMatchObject({ phase: 'asking', step: 0, values: {} })
    expect(learner.is(`${readyPods} == 2`)).toBe(true)
    expect(throughUp(learner)).toEqual(told)
  })

  it('does not change a verdict: neither scrubbing through the run nor skipping its end', () => {
    const straight = ranUp((learner) => learner.watch())
    expect(
      ranUp((learner) => {
        learner.pass(30)
        learner.seek(learner.tick - 20)
        return learner.watch()
      }),
    ).toEqual(straight)
    expect(
      ranUp((learner) => {
        learner.sitting.advanceTo(learner.tick + 400)
        learner.player.afterTick()
        return learner.state
      }),
    ).toEqual(straight)
  })

  it('takes a Run back when its line is undone', () => {
    const learner = new Learner(scenario)
    learner.guess(1)
    learner.do('run')
    learner.pass(5)
    learner.type('sim undo')
    expect(learner.state).toMatchObject({ phase: 'locked', chosen: 1 })
    learner.do('run')
    expect(learner.watch()).toMatchObject({ happened: 1 })
  })

  it('falls back to the step in whose time a new line was entered, and tells it anew', () => {
    const learner = new Learner(scenario)
    throughUp(learner)
    learner.do('next')
    learner.guess(0)
    const { start } = learner.player.save().records[1] as { start: { tick: number } }
    learner.seek(start.tick - 10)
    learner.type('kubectl scale deployment/web --replicas=7')
    expect(learner.state).toMatchObject({ step: 0, phase: 'running', finished: [0] })
    expect(learner.watch()).toMatchObject({ phase: 'told', happened: 1, values: { n: '5' } })
  })

  it('starts a step where its premise holds, even when the learner has played on', () => {
    const learner = new Learner(scenario)
    throughUp(learner)
    learner.type('kubectl scale deployment/web --replicas=0')
    learner.pass(100)
    learner.do('next')
    expect(learner.state).toMatchObject({ step: 1, phase: 'asking', finished: [0] })
    expect(learner.is(`${readyPods} == 3`)).toBe(true)
    learner.pass(100)
    expect(learner.is(`${readyPods} == 3`)).toBe(true)
  })

  it('reaches any step at once by playing what comes before it', () => {
    const learner = new Learner(scenario)
    learner.go(2)
    expect(learner.state).toMatchObject({ step: 2, phase: 'doing', finished: [] })
    expect(learner.is(`${readyPods} == 3`)).toBe(true)
    learner.do('back')
    expect(learner.state).toMatchObject({ step: 1, phase: 'asking' })
  })

  it('begins anew with a restart', () => {
    const learner = new Learner(scenario)
    const { position, hash } = learner.sitting
    throughUp(learner)
    learner.do('next', 'restart')
    expect(learner.state).toMatchObject({ step: 0, phase: 'asking', finished: [] })
    expect({ position: learner.sitting.position, hash: learner.sitting.hash }).toEqual({ position, hash })
  })
})

describe('a goal', () => {
  it('has to hold for its time without a break', () => {
    const learner = new Learner(scenario)
    learner.go(2)
    learner.type('kubectl scale deployment/web --replicas=5')
    while (!learner.state.goal?.met) learner.pass(1)
    learner.pass(15)
    learner.type('kubectl delete pod -l app=web --wait=false')
    expect(learner.state.goal).toMatchObject({ met: false, reached: false })
    expect(learner.watch()).toMatchObject({ phase: 'told', finished: [2], goal: { reached: true } })
  })

  it('is not met by looking at another time', () => {
    const learner = new Learner(scenario)
    learner.go(2)
    learner.type('kubectl scale deployment/web --replicas=5')
    while (!learner.state.goal?.met) learner.pass(1)
    learner.seek(learner.tick - 10)
    expect(learner.state.goal?.met).toBe(false)
  })
})

describe('the pace', () => {
  it("is the step's where it begins and the learner's after that", () => {
    const learner = new Learner(scenario)
    expect(learner.player.wants()).toEqual({ speed: 0.5 })
    learner.pass(5)
    expect(learner.player.wants()).toEqual({})
  })

  it('of a goal is to run from its start and after every act, and not to go on by itself after a pause', () => {
    const learner = new Learner(scenario)
    learner.go(2)
    expect(learner.player.wants()).toEqual({ play: true })
    learner.pass(5)
    learner.type('kubectl get pods')
    expect(learner.player.wants()).toEqual({})
    learner.type('kubectl scale deployment/web --replicas=5')
    expect(learner.player.wants()).toEqual({ play: true })
  })
})

describe('a save', () => {
  it('is taken up in the middle of a run as if nothing had happened', () => {
    const one = new Learner(scenario)
    one.guess(0)
    one.do('run')
    one.pass(20)
    const saved = JSON.parse(JSON.stringify(one.player.save())) as unknown
    const other = new Learner(scenario)
    other.sitting.adopt(one.sitting.origin, JSON.parse(JSON.stringify(one.sitting.log)), one.sitting.position)
    other.player.load(saved)
    expect(other.state).toEqual(one.state)
    expect(other.watch()).toEqual(one.watch())
  })

  it('is left out where it is not sound', () => {
    const saves = [
      undefined,
      7,
      { v: 1 },
      { v: 2, step: 1 },
      lie({ step: 1e9 }),
      lie({ records: [{ start: { tick: 1e8, applied: 5 } }] }),
    ]
    for (const saved of saves) {
      const learner = new Learner(scenario)
      learner.player.load(saved, 1)
      expect(learner.state.phase).toMatch(/asking|doing/)
      learner.pass(10)
    }
  })
})

describe('lines of a step', () => {
  it('run one after the other: one that takes long holds the next back', () => {
    const learner = new Learner(
      read(`
  - id: slow
    say: {en: a, ko: a}
    do: [sim wait 5s, kubectl scale deployment/web --replicas=0]
    wait: 9s
    after: {en: a, ko: a}
`),
    )
    const { tick } = learner
    learner.do('run')
    learner.watch()
    expect(learner.sitting.log.at(-1)).toEqual({
      tick: tick + 50,
      line: 'kubectl scale deployment/web --replicas=0',
    })
    expect(learner.tick).toBe(tick + 90)
  })

  it('take only names from the world', () => {
    const learner = new Learner(
      read(`
  - id: sly
    say: {en: a, ko: a}
    do: ["kubectl delete pod \${'--all'}", "kubectl delete \${'pod x'}"]
    after: {en: a, ko: a}
`),
    )
    learner.do('run')
    learner.watch()
    expect(learner.sitting.log).toHaveLength(1)
  })
})

function read(steps: string): Scenario {
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

function throughUp(learner: Learner) {
  learner.guess(0)
  learner.do('run')
  return learner.watch()
}

function ranUp(watch: (learner: Learner) => unknown) {
  const learner = new Learner(scenario)
  learner.guess(0)
  learner.do('run')
  return watch(learner)
}

function atDelete(): Learner {
  const learner = new Learner(scenario)
  learner.go(1)
  learner.ran.length = 0
  return learner
}

function podNames({ sitting }: Learner): string[] {
  return sitting
    .execute('kubectl get pods -o name')
    .stdout.trim()
    .split('\n')
    .map((name) => name.slice('pod/'.length))
}

function lie(fields: object): object {
  return { v: 1, step: 0, finished: [], records: [], ...fields }
}
