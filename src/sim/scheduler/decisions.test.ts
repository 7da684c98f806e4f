import { expect, it } from 'vitest'
import { type DecisionRecord, Decisions } from './decisions.ts'

const about = (n: number, head = n): DecisionRecord => ({
  uid: `pod-${n}`,
  seen: head,
  head,
  start: 0,
  chosen: undefined,
})

it('remembers the newest decision of each of the newest 4096 pods, and saves them in the order they were made', () => {
  const decisions = new Decisions()
  for (let n = 0; n < 20_490; n++) decisions.note(about(n))
  decisions.note(about(20_000, 60_000))
  decisions.note(about(1))
  const saved = decisions.save()
  expect(saved.length).toBe(4096)
  expect([decisions.of('pod-100'), decisions.of('pod-20000')?.head]).toEqual([undefined, 60_000])
  expect(saved.slice(-3).map(({ head }) => head)).toEqual([20_489, 60_000, 1])
})

it('goes on after it was loaded as if it had never been saved', () => {
  const decisions = new Decisions()
  for (let n = 0; n < 19_000; n++) decisions.note(about(n % 4500))
  const other = new Decisions()
  other.load(decisions.save())
  for (const one of [decisions, other]) for (let n = 0; n < 3000; n++) one.note(about(10_000 + n))
  expect(other.save()).toEqual(decisions.save())
})
