/** Rows of requests: that none is given to two, and that there are no more than are needed, also when a world was put back. */
import { afterEach, expect, it, vi } from 'vitest'
import { Typist } from '../../../tests/support/lines.ts'
import type { Sitting } from '../../lab/sitting.ts'
import { worldHash } from '../world/hash.ts'
import { restoreImage, takeImage } from '../world/image.ts'
import { RequestTable } from './requestTable.ts'

afterEach(() => vi.restoreAllMocks())

function rowsOf(table: RequestTable, count: number): number[] {
  return Array.from({ length: count }, () => table.begin(0, 0, 0, 0, 0, 0))
}

it('hands out the row that was given back last before it makes room for more', () => {
  const table = new RequestTable()
  const rows = rowsOf(table, 100)
  table.close(rows[7] as number)
  table.close(rows[3] as number)
  expect(rowsOf(table, 3)).toEqual([rows[3], rows[7], 100])
})

it('begins with the first row again once it is cleared, whichever were given back before', () => {
  const table = new RequestTable()
  for (const row of rowsOf(table, 100)) if (row % 3 === 0) table.close(row)
  table.clear()
  expect(rowsOf(table, 200)).toEqual(Array.from({ length: 200 }, (_, row) => row))
})

/** Three pods that are asked for more than they can do: hundreds of requests wait, others are given up and tried again. */
function overloaded(): Sitting {
  const typist = new Typist('sim cluster --nodes 3', { keyframes: 'off' })
  for (const line of [
    'sim app web:1 --cpu-per-request 50ms',
    'kubectl create deployment web --image=web:1 --port=8080 --replicas=3',
    'kubectl expose deployment web --port=80 --target-port=8080',
    'kubectl rollout status deployment/web',
    'sim traffic svc/web --rps 600 --timeout 3s --retries 1',
    'sim wait 10s',
  ])
    typist.type(line)
  return typist.sitting
}

/** Watches all tables. A row that is given to a second request would tie queues into rings: it stops the world at once. */
function watchRows() {
  const { begin, take, close, clear } = RequestTable.prototype
  const taken = new Set<number>()
  const watch = { most: 0 }
  const note = (row: number) => {
    if (taken.has(row)) throw new Error(`row ${row} is given to two requests`)
    taken.add(row)
    watch.most = Math.max(watch.most, row + 1)
    return row
  }
  vi.spyOn(RequestTable.prototype, 'begin').mockImplementation(function (
    this: RequestTable,
    ...request: Parameters<typeof begin>
  ) {
    return note(begin.apply(this, request))
  })
  vi.spyOn(RequestTable.prototype, 'take').mockImplementation(function (
    this: RequestTable,
    saved: readonly number[],
    at: number,
  ) {
    return note(take.call(this, saved, at))
  })
  vi.spyOn(RequestTable.prototype, 'close').mockImplementation(function (this: RequestTable, row: number) {
    taken.delete(row)
    close.call(this, row)
  })
  vi.spyOn(RequestTable.prototype, 'clear').mockImplementation(function (this: RequestTable) {
    taken.clear()
    clear.call(this)
  })
  return watch
}

it('keeps requests apart and needs no more rows, however often a world with many under way is put back', () => {
  const rows = watchRows()
  const sitting = overloaded()
  const { world } = sitting
  const image = takeImage(world)
  sitting.advanceTo(world.tick + 50)
  const [later, lived, needed] = [world.tick, worldHash(world), rows.most]
  for (let round = 0; round < 4; round++) {
    restoreImage(world, image)
    expect(world.components.network.onTheWay).toBeGreaterThan(500)
    sitting.advanceTo(later)
    expect(worldHash(world)).toBe(lived)
  }
  expect(rows.most).toBeLessThanOrEqual(needed)
})
