import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainMemory } from '../core/memory.ts'
import { Book } from './book.ts'
import { noLoad } from './journal.ts'
import { bucketOf } from './latency/histogram.ts'
import { served } from './outcome.ts'
import { count, failedOf, newCoarseTally, newTally, type Tally } from './tally.ts'

const second = 1_000_000
const service = 7

interface Ended {
  readonly pod: number
  readonly at: number
  readonly outcome: number
  readonly isOver: boolean
}

/** Mostly one soon after the other; sometimes after a pause, and sometimes one that is told of late. */
const ended = fc.record({
  pod: fc.integer({ min: 1, max: 6 }),
  pause: fc.oneof(
    { weight: 20, arbitrary: fc.nat(second / 2) },
    { weight: 1, arbitrary: fc.nat(40 * second) },
  ),
  late: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(30 * second) }),
  outcome: fc.integer({ min: served, max: 3 }),
  isOver: fc.boolean(),
})

function story(
  parts: readonly { pod: number; pause: number; late: number; outcome: number; isOver: boolean }[],
) {
  let now = 100 * second
  return parts.map(({ pod, pause, late, outcome, isOver }): Ended => {
    now += pause
    return { pod, at: now - late, outcome, isOver }
  })
}

function write(book: Book, { pod, at, outcome, isOver }: Ended): void {
  const time = at % 50_000
  book.open(pod, '', service, at)
  book.write(isOver ? 0 : noLoad, service, pod, at, outcome, time, 2 * time)
}

function emptyBook(): Book {
  const book = new Book()
  book.begin(newTally(0))
  return book
}

it('counts what it is told as if each were counted at once, in the order in which it was told', () => {
  fc.assert(
    fc.property(fc.array(ended, { maxLength: 300 }), (parts) => {
      const book = emptyBook()
      const load = newTally(0)
      const pods = new Map<number, Tally>()
      let revision: Tally | undefined
      for (const one of story(parts)) {
        write(book, one)
        const { pod, at, outcome, isOver } = one
        const tallyOfPod = pods.get(pod) ?? newCoarseTally(at)
        pods.set(pod, tallyOfPod)
        revision ??= newCoarseTally(at)
        const moment = Math.floor(at / second)
        for (const tally of [tallyOfPod, revision]) count(tally, moment, outcome, bucketOf(at % 50_000))
        if (isOver) count(load, moment, outcome, bucketOf(2 * (at % 50_000)))
      }
      expect(plainMemory(book.pods)).toEqual(plainMemory(pods))
      expect(book.revisionsOf(service).get('')).toEqual(revision)
      expect(book.ofLoad(0)).toEqual(load)
    }),
  )
})

it('counts for the revision what a pod has done that is dropped, and for the pod only what comes afterwards', () => {
  const book = emptyBook()
  for (let i = 0; i < 3; i++) write(book, { pod: 1, at: 5 * second, outcome: served, isOver: true })
  book.dropPod(1)
  expect(book.pods.has(1)).toBe(false)
  for (let i = 0; i < 4; i++) write(book, { pod: 1, at: 6 * second, outcome: served, isOver: true })
  book.dropPod(1)
  write(book, { pod: 1, at: 7 * second, outcome: served, isOver: true })
  expect(book.pods.get(1)?.served).toBe(1)
  expect(book.revisionsOf(service).get('')?.served).toBe(8)
  expect(book.ofLoad(0).served).toBe(8)
})

it('is told of more than it writes down before it counts', () => {
  const book = emptyBook()
  for (let i = 0; i < 90_000; i++)
    write(book, { pod: 1 + (i % 9), at: second, outcome: served, isOver: true })
  expect(book.ofLoad(0).served).toBe(90_000)
  expect([...book.pods.values()].map((tally) => tally.served)).toEqual(Array(9).fill(10_000))
})

it('forgets what it was told of when it goes back to an image', () => {
  const book = emptyBook()
  const saved = book.save()
  write(book, { pod: 1, at: second, outcome: 2, isOver: true })
  book.load(saved, [newTally(0)])
  expect(book.pods.size).toBe(0)
  expect(failedOf(book.ofLoad(0))).toBe(0)
})
