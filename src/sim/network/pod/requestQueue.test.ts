import { expect, it } from 'vitest'
import type { Request } from '../request.ts'
import { RequestQueue } from './requestQueue.ts'

function request(sent: number): Request {
  return { load: 3, number: 4, user: 5, attempt: 6, began: 7, sent }
}

function queueOf(...times: number[]): RequestQueue {
  const queue = new RequestQueue()
  for (const sent of times) queue.push(request(sent), sent + 1, 2)
  return queue
}

function timesOf(queue: RequestQueue): number[] {
  return Array.from({ length: queue.size }, (_, place) => queue.sent(place))
}

it('gives requests back in the order in which they came, however often it has grown and turned', () => {
  const queue = new RequestQueue()
  const expected: number[] = []
  for (let n = 0; n < 500; n++) {
    queue.push(request(n), 0, 0)
    expected.push(n)
    if (n % 3 === 0) expect(queue.take().sent).toBe(expected.shift())
  }
  expect(timesOf(queue)).toEqual(expected)
})

it('keeps all that belongs to a request', () => {
  const queue = queueOf(1)
  const other = queueOf(9)
  queue.passTo(other, 50)
  expect(queue.size).toBe(0)
  expect([other.deadline(1), other.demand(1)]).toEqual([2, 50])
  const saved = other.save()
  const again = new RequestQueue(saved)
  expect(again.take()).toEqual(request(9))
  expect(again.take()).toEqual(request(1))
})

it('can pass its first to its own end, even when it is full', () => {
  const queue = queueOf(1, 2, 3, 4, 5, 6, 7, 8)
  queue.passTo(queue)
  expect(timesOf(queue)).toEqual([2, 3, 4, 5, 6, 7, 8, 1])
})

it('puts those of several loads in order', () => {
  const queue = queueOf(9, 1, 5, 3, 7, 2, 8)
  queue.sort()
  expect(timesOf(queue)).toEqual([1, 2, 3, 5, 7, 8, 9])
})
