import { expect, test } from 'vitest'
import { RowChunks } from './rowChunks.ts'

const rowsAChunk = 8192

function filled(count: number, most = 6): RowChunks {
  const rows = new RowChunks(2, most)
  for (let i = 0; i < count; i++) add(rows, i)
  return rows
}

function add(rows: RowChunks, value: number): void {
  const cells = rows.next()
  cells[rows.nextAt] = value
  cells[rows.nextAt + 1] = -value
}

test('a row is found by its number', () => {
  const rows = filled(20_000)
  expect([rows.length, rows.get(0, 0), rows.get(19_999, 1), rows.has(20_000)]).toEqual([
    20_000,
    0,
    -19_999,
    false,
  ])
})

test('of too many chunks the oldest is forgotten, and its rows hold zeros', () => {
  const rows = filled(7 * rowsAChunk)
  expect([rows.has(rowsAChunk - 1), rows.get(5, 0), rows.has(rowsAChunk)]).toEqual([false, 0, true])
  expect(rows.bytes).toBe(6 * rowsAChunk * 2 * 4)
})

test('rows after a return are still there for a return to a later moment', () => {
  const rows = filled(3 * rowsAChunk)
  const late = rows.tailFrom(rows.length - 1)
  const early = { first: 0, chunks: [] }
  rows.truncate(10, early)
  expect([rows.length, rows.has(10), rows.get(9, 0)]).toEqual([10, false, 9])
  rows.truncate(3 * rowsAChunk, late)
  expect([rows.get(10, 0), rows.get(rowsAChunk + 5, 0), rows.has(3 * rowsAChunk - 1)]).toEqual([
    10,
    rowsAChunk + 5,
    true,
  ])
})

test('its newest rows come back with their tail, forgotten or not', () => {
  const rows = filled(3 * rowsAChunk + 10)
  const { length } = rows
  const tail = rows.tailFrom(2 * rowsAChunk + 1)
  for (let i = length; i < 20 * rowsAChunk; i++) add(rows, i)
  expect(rows.has(2 * rowsAChunk)).toBe(false)
  rows.truncate(length, tail)
  expect([rows.length, rows.get(2 * rowsAChunk, 0), rows.get(length - 1, 0), rows.has(length)]).toEqual([
    length,
    2 * rowsAChunk,
    length - 1,
    false,
  ])
  for (let i = 0; i < 2 * rowsAChunk; i++) add(rows, 77)
  expect([rows.get(length, 0), rows.get(length - 1, 0), rows.bytes]).toEqual([
    77,
    length - 1,
    6 * rowsAChunk * 2 * 4,
  ])
})
