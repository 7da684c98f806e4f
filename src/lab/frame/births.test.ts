import { expect, it } from 'vitest'
import { Births } from './births.ts'

function noted(...steps: readonly (readonly [tick: number, slot: number])[]): Births {
  const births = new Births()
  for (const [tick, slot] of steps) births.note(tick, slot)
  return births
}

it('tells the last slot of each second in which there were some', () => {
  expect([...noted([0, 5], [3, 6], [10, 9], [11, 9], [12, 12], [95, 13]).take(true)]).toEqual([
    5, 0, 9, 10, 12, 20, 13, 100,
  ])
})

it('tells only what is new, and again what has grown', () => {
  const births = noted([0, 5], [1, 6])
  births.take(false)
  births.note(2, 6)
  expect([...births.take(false)]).toEqual([])
  births.note(3, 8)
  expect([...births.take(false)]).toEqual([8, 10])
  births.note(11, 9)
  expect([...births.take(false)]).toEqual([9, 20])
})

it('forgets what a world that went back has not made yet', () => {
  const births = noted([0, 5], [10, 9], [20, 14])
  births.take(false)
  births.note(5, 5)
  births.note(15, 7)
  expect([...births.take(true)]).toEqual([5, 0, 7, 20])
})
