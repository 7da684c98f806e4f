import { describe, expect, it } from 'vitest'
import { Learner } from '../../../tests/support/learner.ts'
import { atDelete, longScenario, podNames, read, scenario } from '../../../tests/support/playedScenario.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { ConditionScope } from '../conditionScope.ts'

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
