import { expect, it } from 'vitest'
import { RequestQueue } from './requestQueue.ts'

function queueOf(...arrivals: number[]): RequestQueue {
  const queue = new RequestQueue()
  for (const arrived of arrivals) queue.push(arrived, arrived + 1, 2, 3, 4, 5, 6, 7)
  return queue
}

function arrivalsOf(queue: RequestQueue): number[] {
  return Array.from({ length: queue.size }, (_, place) => queue.get(place, 'arrived'))
}

it('gives requests back in the order in which they came, however often it has grown and turned', () => {
  const queue = new RequestQueue()
  const expected: number[] = []
  for (let n = 0; n < 500; n++) {
    queue.push(n, 0, 0, 0, 0, 0, 0, 0)
    expected.push(n)
    if (n % 3 !== 0) continue
    queue.shift()
    expected.shift()
  }
  expect(arrivalsOf(queue)).toEqual(expected)
})

it('keeps all that belongs to a request', () => {
  const queue = queueOf(1)
  const other = queueOf(9)
  queue.shiftTo(other)
  expect(queue.size).toBe(0)
  expect(other.save()).toEqual([9, 10, 2, 3, 4, 5, 6, 7, 1, 2, 2, 3, 4, 5, 6, 7])
  expect(new RequestQueue(other.save()).save()).toEqual(other.save())
})

it('puts those of several loads in the order of arrival', () => {
  const queue = queueOf(9, 1, 5, 3, 7, 2, 8)
  queue.sort()
  expect(arrivalsOf(queue)).toEqual([1, 2, 3, 5, 7, 8, 9])
})
