import { describe, expect, it } from 'vitest'
import { podColumn, podWords } from '../../worker/protocol.ts'
import { ageBounds, ageStepOf, shareStep } from './ages.ts'
import { broughtIn, fitted, inRoom, kept, onMap, panned, zoomed } from './camera.ts'
import { boxOf, hitAt, visiblePlaces } from './hit.ts'
import { gapAt, levelOf, shares } from './level.ts'
import { cellBox, nodeBox, planFor, trayCell, trayCells, type ZoneBox } from './plan.ts'
import { Roster, rowWords } from './roster.ts'
import { settle } from './settle.ts'
import { roomFor } from './steps.ts'

describe('room in steps', () => {
  it.each([
    [0, 1],
    [3, 3],
    [5, 5],
    [9, 10],
    [30, 32],
    [37, 40],
    [110, 112],
    [1667, 1792],
  ])('%i get room for %i', (count, room) => expect(roomFor(count)).toBe(room))

  it('never takes more than a quarter too much', () => {
    for (let count = 1; count < 3000; count++) {
      expect(roomFor(count)).toBeGreaterThanOrEqual(count)
      expect(roomFor(count)).toBeLessThanOrEqual(count * 1.25)
    }
  })
})

describe('the places of nodes', () => {
  const nodes = (...all: string[]) =>
    all.map((text) => ({ zone: text.charAt(0), slot: Number(text.slice(1)) }))

  it('are taken in order, zone by zone', () => {
    expect(settle([], nodes('b1', 'a2', 'b3', 'a4'))).toEqual([
      { zone: 'a', places: [2, 4], nodes: 2 },
      { zone: 'b', places: [1, 3], nodes: 2 },
    ])
  })

  it('are the very same where nobody comes or goes', () => {
    const before = settle([], nodes('b1', 'a2', 'b3'))
    expect(settle(before, nodes('b1', 'a2', 'b3'))).toBe(before)
    expect(settle(before, nodes('b1', 'a2', 'a3'))).not.toBe(before)
  })

  it('are kept while others come and go; who comes takes the first hole', () => {
    const before = settle([], nodes('a1', 'a2', 'a3', 'a4'))
    const without = settle(before, nodes('a1', 'a3', 'a4'))
    expect(without).toEqual([{ zone: 'a', places: [1, 0, 3, 4], nodes: 3 }])
    expect(settle(without, nodes('a1', 'a3', 'a4', 'a9', 'a10'))).toEqual([
      { zone: 'a', places: [1, 9, 3, 4, 10], nodes: 5 },
    ])
  })

  it('of a zone that is gone are gone', () => {
    expect(settle(settle([], nodes('a1', 'b2')), nodes('b2'))).toEqual([{ zone: 'b', places: [2], nodes: 1 }])
  })

  it('change with the zone of a node', () => {
    expect(settle(settle([], nodes('a1', 'a2')), nodes('b1', 'a2'))).toEqual([
      { zone: 'a', places: [0, 2], nodes: 1 },
      { zone: 'b', places: [1], nodes: 1 },
    ])
  })
})

const planet = planFor({ zones: [1667, 1667, 1666], pods: 30, aspect: 1.6, hasZones: true })
const small = planFor({ zones: [3], pods: 2, aspect: 1.6, hasZones: false })

describe('the plan', () => {
  it.each([
    ['planet', planet],
    ['small', small],
  ])('of the %s keeps nodes in their zones and apart', (_, plan) => {
    for (const zone of plan.zones) {
      const last = nodeBox(plan, zone, zone.places - 1)
      expect(last.x + last.width).toBeLessThan(zone.x + zone.width)
      expect(last.y + last.height).toBeLessThan(zone.y + zone.height)
      const [one, next] = [nodeBox(plan, zone, 0), nodeBox(plan, zone, 1)]
      const isBeside = next.x >= one.x + one.width
      expect(isBeside || next.y >= one.y + one.height).toBe(true)
    }
    expect(plan.zones.every((zone) => zone.x + zone.width <= plan.width + 1e-9)).toBe(true)
    expect(plan.zones.every((zone) => zone.y + zone.height <= plan.height + 1e-9)).toBe(true)
  })

  it('shows a planet at more than a pixel a pod in an ordinary window', () => {
    expect(fitted(planet, { width: 1280, height: 620 }).scale).toBeGreaterThan(1)
  })

  it('stays as it is while a zone grows within its room', () => {
    const grown = planFor({ zones: [1700, 1690, 1666], pods: 31, aspect: 1.6, hasZones: true })
    expect(grown.width).toBe(planet.width)
    expect(nodeBox(grown, grown.zones[1] as ZoneBox, 800)).toEqual(
      nodeBox(planet, planet.zones[1] as ZoneBox, 800),
    )
  })

  it('is as wide as what it is seen in', () => {
    const tall = planFor({ zones: [500, 500], pods: 30, aspect: 0.5, hasZones: true })
    const wide = planFor({ zones: [500, 500], pods: 30, aspect: 2, hasZones: true })
    expect(tall.width / tall.height).toBeLessThan(0.7)
    expect(wide.width / wide.height).toBeGreaterThan(1.4)
  })

  it('has a place even where there is no node', () => {
    const empty = planFor({ zones: [], pods: 0, aspect: 1.6, hasZones: false })
    expect(fitted(empty, { width: 800, height: 600 }).scale).toBeGreaterThan(0)
  })
})

describe('what is at a point', () => {
  const middle = ({ x, y, width, height }: ReturnType<typeof cellBox>) =>
    [x + width / 2, y + height / 2] as const

  it.each([0, 1, 29])('is the cell %i of a node', (index) => {
    const box = nodeBox(planet, planet.zones[2] as ZoneBox, 777)
    const hit = hitAt(planet, ...middle(cellBox(planet.node, box, index)))
    expect(hit).toEqual({ what: 'cell', zone: 2, place: 777, index })
  })

  it('is the node at its head, nothing between nodes and beyond the last', () => {
    const box = nodeBox(planet, planet.zones[0] as ZoneBox, 5)
    expect(hitAt(planet, box.x + 1, box.y + 0.2)).toEqual({ what: 'node', zone: 0, place: 5 })
    expect(hitAt(planet, box.x + box.width + 0.2, box.y + 1)).toBeUndefined()
    const beyond = nodeBox(planet, planet.zones[0] as ZoneBox, 1667)
    expect(hitAt(planet, beyond.x + 1, beyond.y + 1)).toBeUndefined()
    expect(hitAt(planet, -5, 1e9)).toBeUndefined()
  })

  it('is a place of the tray', () => {
    const { count } = trayCells(planet)
    for (const index of [0, 17, count - 1])
      expect(hitAt(planet, ...middle(trayCell(planet, index)))).toEqual({ what: 'tray', index })
  })

  it('has the box it was hit in', () => {
    const hit = { what: 'cell', zone: 1, place: 44, index: 9 } as const
    expect(hitAt(planet, ...middle(boxOf(planet, hit)))).toEqual(hit)
  })
})

describe('what a viewport shows', () => {
  it('is all of it, a part, or nothing', () => {
    const zone = planet.zones[0] as ZoneBox
    const all = visiblePlaces(planet, zone, { x: 0, y: 0, width: planet.width, height: planet.height })
    expect(all).toMatchObject({ firstColumn: 0, firstRow: 0, lastColumn: zone.columns })
    const box = nodeBox(planet, zone, zone.columns * 3 + 4)
    const one = visiblePlaces(planet, zone, { x: box.x + 1, y: box.y + 1, width: 1, height: 1 })
    expect(one).toEqual({ firstColumn: 4, lastColumn: 5, firstRow: 3, lastRow: 4 })
    const none = visiblePlaces(planet, zone, { x: -90, y: -90, width: 10, height: 10 })
    expect((none.lastColumn - none.firstColumn) * (none.lastRow - none.firstRow)).toBe(0)
  })
})

describe('the camera', () => {
  const room = { width: 1000, height: 600 }
  const camera = { x: 40, y: 30, scale: 10 }

  it('finds its way from a pixel to the map and back', () => {
    const { x, y } = onMap(camera, room, 700, 100)
    expect(inRoom(camera, room, x, y)).toEqual({ x: 700, y: 100 })
  })

  it('keeps the point under the pointer while it zooms', () => {
    const before = onMap(camera, room, 700, 100)
    const after = onMap(zoomed(camera, 3, { x: 200, y: -200 }), room, 700, 100)
    expect(after.x).toBeCloseTo(before.x)
    expect(after.y).toBeCloseTo(before.y)
  })

  it('moves with the hand', () => {
    expect(panned(camera, 50, -20)).toEqual({ x: 35, y: 32, scale: 10 })
  })

  it.each<[string, Parameters<typeof kept>[0]]>([
    ['far away', { x: 9999, y: -9999, scale: 10 }],
    ['tiny', { x: 5, y: 5, scale: 0.0001 }],
    ['huge', { x: 5, y: 5, scale: 1e6 }],
  ])('that is %s is brought back to the map', (_, lost) => {
    const found = kept(lost, planet, room)
    const { x, y } = inRoom(found, room, Math.max(0, Math.min(planet.width, found.x)), found.y)
    expect([x, y]).toEqual([500, expect.any(Number)])
    expect(found.scale).toBeGreaterThanOrEqual(fitted(planet, room).scale)
    expect(found.scale).toBeLessThanOrEqual(96)
  })

  it('brings a box to the middle, large enough to be read', () => {
    expect(broughtIn(camera, { x: 10, y: 20, width: 2, height: 4 }, 52)).toEqual({ x: 11, y: 22, scale: 52 })
  })
})

describe('the level of detail', () => {
  it.each([
    [0.4, 'share', 0],
    [1, 'pixel', 0],
    [4, 'pixel', 1],
    [5, 'mark', 1],
    [14, 'sign', 2],
    [44, 'label', 5],
  ] as const)('at %d pixels a pod is %s', (scale, level, gap) => {
    expect(levelOf(scale)).toBe(level)
    expect(gapAt(scale)).toBe(gap)
  })

  it.each([
    [[30, 0, 0], 20, [20, 0, 0]],
    [[29, 1, 0], 10, [9, 1, 0]],
    [[998, 1, 1], 6, [4, 1, 1]],
    [[0, 0], 5, [0, 0]],
    [[1, 1, 1], 2, [1, 1, 1]],
  ])('gives %j of %i pixels each at least one', (parts, cells, given) => {
    expect(shares(parts, cells)).toEqual(given)
  })
})

describe('the roster', () => {
  const rows = (...all: [slot: number, look: number, node: number][]) =>
    Int32Array.from(all.flatMap(([slot, look, node]) => [slot, look, node, 0]))

  it('reads the rows that frames bring', () => {
    expect(rowWords).toBe(podWords)
    expect([podColumn.slot, podColumn.state, podColumn.node]).toEqual([0, 1, 2])
  })

  it('has the pods of each node in order of creation, and those of none', () => {
    const roster = new Roster()
    roster.setNodes([5, 3])
    roster.apply(rows([20, 3, 5], [11, 3, 3], [12, 1, 0], [13, 3, 5], [14, 3, 99]))
    expect([...roster.on(5)]).toEqual([13, 20])
    expect([...roster.on(3)]).toEqual([11])
    expect([...roster.on(0)]).toEqual([12, 14])
    const between = [roster.firstOf(5), roster.endOf(5)] as const
    expect([...roster.order.subarray(...between)]).toEqual([13, 20])
    expect([roster.size, roster.most, roster.indexOf(20), roster.indexOf(7)]).toEqual([5, 2, 1, -1])
  })

  it('follows changes, and forgets who is gone', () => {
    const roster = new Roster()
    roster.setNodes([5])
    roster.apply(rows([1, 1, 0], [2, 1, 0]))
    roster.apply(rows([1, 3, 5], [2, 0, 0]))
    expect([[...roster.on(5)], [...roster.on(0)], roster.size]).toEqual([[1], [], 1])
    roster.clear()
    expect([roster.size, [...roster.on(5)]]).toEqual([0, []])
  })

  it('counts by class, and tells the nodes of those that were in another', () => {
    const roster = new Roster()
    roster.apply(rows([1, 1, 7], [2000, 3, 0], [3, 3, 9]))
    const [classes, changed] = [new Uint8Array(roster.top + 1), [] as number[]]
    classes[3] = 3
    const counts = new Int32Array(5)
    roster.classify(
      classes,
      counts,
      (_slot, state) => state & 15,
      (node) => changed.push(node),
    )
    expect([...counts]).toEqual([0, 1, 0, 2, 0])
    expect([classes[1], classes[2000]]).toEqual([1, 3])
    expect(changed).toEqual([7, 0])
  })
})

describe('ages and shares', () => {
  /** The last slot given out, and by which tick. */
  const births = [10, 0, 25, 300, 40, 900]
  it.each([
    [1, 99, 0],
    [10, 100, 1],
    [10, 36_000, 4],
    [11, 399, 0],
    [11, 400, 1],
    [25, 6300, 3],
    [26, 999, 0],
    [40, 1000, 1],
    [41, 36_000, 0],
  ])('slot %i is at tick %i in step %i', (slot, tick, step) =>
    expect(ageStepOf(slot, ageBounds(births, tick))).toBe(step),
  )

  it.each([
    [0, 100, 0],
    [59, 100, 2],
    [100, 100, 4],
    [5, 0, 0],
  ])('%i of %i is in step %i', (used, all, step) => expect(shareStep(used, all)).toBe(step))
})
