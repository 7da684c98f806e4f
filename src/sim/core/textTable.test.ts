import { expect, test } from 'vitest'
import { TextTable } from './textTable.ts'

test('a text has one number, which is free again when its last row goes', () => {
  const table = new TextTable()
  const web = table.take('web')
  expect([table.take('web'), table.take(undefined)]).toEqual([web, 0])
  table.release(web)
  expect([table.at(web), table.find('web')]).toEqual(['web', web])
  table.release(web)
  expect([table.at(web), table.find('web')]).toEqual([undefined, 0])
  expect(table.take('api')).toBe(web)
})

test('it comes back as it was saved, with the numbers that were free then', () => {
  const table = new TextTable()
  const [a, b] = [table.take('a'), table.take('b')]
  table.release(a)
  const saved = table.save()
  table.take('c')
  table.release(b)
  table.load(saved)
  expect([table.find('a'), table.find('b'), table.find('c')]).toEqual([0, b, 0])
  expect(table.take('d')).toBe(a)
})

test('a text that is unique has a row of its own, which is free again when the row goes', () => {
  const table = new TextTable()
  table.take('web')
  const one = table.takeUnique('Created pod: web-1')
  const other = table.take('Created pod: web-1')
  expect(other).not.toBe(one)
  table.release(one)
  expect([table.at(one), table.find('Created pod: web-1')]).toEqual([undefined, other])
  expect(table.take('next')).toBe(one)
})

test('a text that no row has is not held, looked for or not', () => {
  const table = new TextTable()
  table.take('stays')
  table.find('stays')
  for (let i = 0; i < 5000; i++) {
    const text = `Created pod: web-${i}`
    table.find(text)
    const id = table.take(text)
    table.find(text)
    table.release(id)
    table.find(text)
  }
  expect(table.recent).toBeLessThanOrEqual(1)
})
