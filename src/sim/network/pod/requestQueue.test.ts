import { expect, it } from 'vitest'
import type { Request } from '../request.ts'
import { RequestTable } from '../requestTable.ts'
import { RequestQueue } from './requestQueue.ts'

function request(sent: number): Request {
  return { load: 3, number: 4, user: 5, attempt: 6, began: 7, sent }
}

function queueOf(table: RequestTable, ...times: number[]): RequestQueue {
  const queue = new RequestQueue(table)
  for (const sent of times) queue.push(table.open(request(sent)))
  return queue
}

/** Takes all out. */
function timesOf(table: RequestTable, queue: RequestQueue): number[] {
  const times: number[] = []
  while (queue.size > 0) times.push(table.sent(queue.shift()))
  return times
}

it('gives requests back in the order in which they came, while rows are closed and used again', () => {
  const table = new RequestTable()
  const queue = new RequestQueue(table)
  const expected: number[] = []
  for (let n = 0; n < 500; n++) {
    queue.push(table.open(request(n)))
    expected.push(n)
    if (n % 3 !== 0) continue
    const row = queue.shift()
    expect(table.sent(row)).toBe(expected.shift())
    table.close(row)
  }
  expect(timesOf(table, queue)).toEqual(expected)
})

it('keeps all that belongs to a request, in an image too', () => {
  const table = new RequestTable()
  const queue = queueOf(table, 9, 1)
  table.setDeadline(queue.first, 20)
  table.setDemand(queue.first, 50)
  const other = new RequestTable()
  const again = new RequestQueue(other, queue.save())
  expect(again.save()).toEqual([9, 20, 50, 3, 4, 5, 6, 7, 1, 0, 0, 3, 4, 5, 6, 7])
  expect(other.again(again.first, 11)).toEqual({ ...request(11), attempt: 7 })
})

it('can pass its first to its own end, or to another queue', () => {
  const table = new RequestTable()
  const queue = queueOf(table, 1, 2, 3)
  const other = queueOf(table, 9)
  queue.push(queue.shift())
  other.push(queue.shift())
  expect(timesOf(table, queue)).toEqual([3, 1])
  expect(timesOf(table, other)).toEqual([9, 2])
})

it('puts those of several loads in order', () => {
  const table = new RequestTable()
  const queue = queueOf(table, 9, 1, 5, 3, 7, 2, 8)
  queue.sort()
  expect(timesOf(table, queue)).toEqual([1, 2, 3, 5, 7, 8, 9])
})
