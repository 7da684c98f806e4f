import { describe, expect, it } from 'vitest'
import { Learner } from '../../../tests/support/learner.ts'
import { ranUp, readyPods, scenario, throughUp } from '../../../tests/support/playedScenario.ts'

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

function lie(fields: object): object {
  return { v: 1, step: 0, finished: [], records: [], ...fields }
}
