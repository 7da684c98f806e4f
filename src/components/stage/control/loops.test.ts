import { describe, expect, it } from 'vitest'
import type { LoopCard, Step } from '../../../state/index.ts'
import { inOrderOfInterest, unfolded } from './loops.ts'

const loop = (name: string, asleep = false): LoopCard => ({ name, asleep, queue: 0, turns: 0 })
const step = (said: string): Step => ({ id: 'one', say: { en: said, ko: said } })
const names = (loops: readonly LoopCard[]) => loops.map(({ name }) => name)

describe('the loops that are shown', () => {
  const loops = inOrderOfInterest(
    ['taint-eviction-controller', 'default-scheduler', 'replicaset-controller', 'deployment-controller'].map(
      (name) => loop(name),
    ),
  )

  it('are the first, in order of interest', () => {
    expect(names(unfolded(loops, 2, undefined))).toEqual(['deployment-controller', 'replicaset-controller'])
  })

  it('are those of which the step speaks, wherever in it and however little room there is', () => {
    expect(names(unfolded(loops, 2, step('Where is the queue? Look at default-scheduler.')))).toEqual([
      'deployment-controller',
      'default-scheduler',
    ])
    const hinted = {
      ...step('Who?'),
      hints: [{ en: '', ko: 'default-scheduler, taint-eviction-controller' }],
    }
    expect(names(unfolded(loops, 1, hinted))).toEqual(['default-scheduler', 'taint-eviction-controller'])
  })

  it('are those that sleep rather than others', () => {
    const night = [...loops.slice(0, 3), loop('taint-eviction-controller', true)]
    expect(names(unfolded(night, 2, undefined))).toEqual([
      'deployment-controller',
      'taint-eviction-controller',
    ])
  })
})
