/** Every scenario is played by its own lines, with different luck: what it says has to come true each time. */
import { describe, expect, it } from 'vitest'
import { rehearse } from '../src/lab/player/rehearsal.ts'
import { scenarioNamed, scenarios } from '../src/lab/scenario/library.ts'
import type { Scenario } from '../src/lab/scenario/scenario.ts'
import { Learner } from './support/learner.ts'
import { smallScenarios } from './support/smallScenarios.ts'

describe.each(smallScenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  it.each([1, 7, 4242])('keeps its word with seed %i', (seed) => {
    expect(rehearse(scenario, seed)).toEqual([])
  })
})

it('a link to another scenario leads to one', () => {
  const named = [...JSON.stringify(scenarios).matchAll(/#\/scenario\/([\w-]+)/g)].map(([, id]) => id)
  const ids = scenarios.map(({ id }) => id)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((id) => !ids.includes(id as string))).toEqual([])
})

describe('desired-vs-actual', () => {
  const scenario = scenarioNamed('desired-vs-actual') as Scenario

  const deleteTwo = `kubectl delete pod \${pods('app=web')[0].metadata.name} \${pods('app=web')[1].metadata.name}`
  const keepThree = 'kubectl patch deployment web -p \'{"spec":{"replicas":3}}\''
  it.each([
    ['scaling', ['kubectl scale deployment/web --replicas=3']],
    ['a patch', [keepThree]],
    [
      'scaling by way of another number',
      ['kubectl scale deployment web --replicas=1', 'sim wait 5s', keepThree],
    ],
    [
      'making the Deployment anew',
      ['kubectl delete deployment web', 'kubectl create deployment web --image=shop:1.0 --replicas=3'],
    ],
    ['deleting two as well', ['kubectl scale deployment/web --replicas=3', deleteTwo]],
    [
      'sleep that ends',
      [
        'sim control-plane stop replicaset-controller',
        keepThree,
        'sim control-plane start replicaset-controller',
      ],
    ],
  ])('is solved by %s', (_how, lines) => {
    const learner = atTheGoal()
    for (const line of lines) learner.type(line)
    expect(learner.watch()).toMatchObject({ phase: 'told', finished: expect.arrayContaining([5]) as unknown })
  })

  it.each([
    ['deleting two pods', [deleteTwo], true],
    [
      'deleting them while nobody compares',
      ['sim control-plane stop replicaset-controller', deleteTwo],
      false,
    ],
    ['a wish that nobody acts on', ['sim control-plane stop replicaset-controller', keepThree], false],
    ['scaling to four', ['kubectl scale deployment/web --replicas=4'], false],
    ['scaling the ReplicaSet', ['kubectl scale rs -l app=web --replicas=3'], false],
  ])('is not solved by %s', (_how, lines, detour) => {
    const learner = atTheGoal()
    for (const line of lines) learner.type(line)
    expect(learner.watch(1200)).toMatchObject({ phase: 'doing', detour, goal: { reached: false } })
  })

  it('tells what came of deleting, in numbers', () => {
    const learner = atTheGoal()
    learner.type(deleteTwo)
    expect(learner.watch(100).values).toMatchObject({ deleted: '2', created: '2' })
  })

  it('lets any pod be deleted by hand', () => {
    const learner = new Learner(scenario)
    learner.go(2)
    learner.guess(1)
    learner.type(`kubectl delete pod \${pods('app=web')[3].metadata.name}`)
    expect(learner.watch()).toMatchObject({ chosen: 1, happened: 2 })
  })

  it('would be lied to by a status while the controller sleeps', () => {
    const learner = new Learner(scenario)
    learner.go(4)
    expect(learner.is("deployment('web').status.readyReplicas == 5")).toBe(true)
    expect(learner.is("size(pods('app=web')) == 2")).toBe(true)
  })

  function atTheGoal(): Learner {
    const learner = new Learner(scenario)
    learner.go(5)
    return learner
  }
})
