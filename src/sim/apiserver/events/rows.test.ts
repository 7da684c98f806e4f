import { expect, it } from 'vitest'
import type { Sort } from './note.ts'
import { EventRows, type Said, unique } from './rows.ts'

function said(host: string, message: string): Said {
  const sort = { id: 1 } as Sort
  return { revision: 1, tick: 1, version: 1, sort, combined: false, host, message, text: unique }
}

it('names the host of each row, also of one that fell silent and speaks again', () => {
  const rows = new EventRows()
  rows.drop(rows.add(said('node-1', 'one'), 0))
  const second = rows.add(said('node-1', 'two'), 0)
  rows.repeat(second, said('node-2', 'three'))
  const third = rows.add(said('node-2', 'four'), second)
  const fourth = rows.add(said('node-1', 'five'), third)
  expect([second, third, fourth].map((row) => [rows.hostOf(row), rows.messageOf(row)])).toEqual([
    ['node-2', 'three'],
    ['node-2', 'four'],
    ['node-1', 'five'],
  ])
})

it('finds a host again that spoke last before the rows were put back', () => {
  const rows = new EventRows()
  const before = rows.save()
  rows.add(said('node-1', 'one'), 0)
  rows.load(before)
  expect(rows.hostOf(rows.add(said('node-1', 'two'), 0))).toBe('node-1')
})
