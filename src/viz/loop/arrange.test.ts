import { describe, expect, it } from 'vitest'
import { type Arrangement, arrange, type Crowd } from './arrange.ts'
import type { Box } from './card.ts'
import { densities } from './density.ts'

/** So many nodes, pods spread evenly over them, and so many that wait or do not exist. */
function crowd(nodes: number, pods: number, unplaced = 0, ghosts = 0): Crowd {
  const on = Array.from({ length: nodes }, (_, index) => ({ slot: index + 1, pods: [] as number[] }))
  for (let pod = 0; pod < pods; pod++) on[pod % nodes]?.pods.push(1000 + pod)
  const waiting = Array.from({ length: unplaced }, (_, index) => 5000 + index)
  return { nodes: on, unplaced: waiting, ghosts, expected: pods + unplaced + ghosts }
}

function chipBoxes({ chips }: Arrangement): readonly Box[] {
  return chips.map(({ x, y, density }) => {
    const chip = densities.find(({ name }) => name === density)?.chip
    return { x, y, width: chip?.width ?? 0, height: chip?.height ?? 0 }
  })
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

describe('arranging nodes and pods', () => {
  it.each([
    ['3 nodes, 5 pods on a desktop', crowd(3, 5), 472, 412, 'roomy'],
    ['3 nodes, 5 pods beside an open inspector', crowd(3, 5), 588, 205, 'compact'],
    ['10 nodes, 100 pods on a desktop', crowd(10, 100), 472, 428, 'dense'],
    ['10 nodes, 100 pods on a projector', crowd(10, 100), 1300, 800, 'compact'],
    ['1 node, nothing on it', crowd(1, 0), 472, 412, 'roomy'],
    ['1 node, 5 pods on a phone', crowd(1, 5), 358, 420, 'roomy'],
    ['20 nodes, 600 pods', crowd(20, 600), 472, 412, 'numbers'],
  ])('draws %s at the roomiest density that fits', (_, who, width, height, density) => {
    expect(arrange(who, { width, height }).density).toBe(density)
  })

  it.each([
    [472, 412, crowd(3, 5, 2, 3)],
    [588, 230, crowd(10, 100, 4, 90)],
    [358, 420, crowd(5, 23, 30, 0)],
    [280, 420, crowd(3, 9, 1, 1)],
    [1400, 900, crowd(7, 61, 9, 0)],
  ])('lets nothing lie upon another or outside its card in a room of %i by %i', (width, height, who) => {
    const plan = arrange(who, { width, height })
    const boxes = chipBoxes(plan)
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false)
    for (const [index, node] of plan.nodes.entries())
      for (const other of [plan.tray, ...plan.nodes.slice(index + 1)])
        expect(overlap(node, other)).toBe(false)
    const holders = [plan.tray, ...plan.nodes]
    for (const box of boxes) expect(holders.some((holder) => isInside(box, holder))).toBe(true)
    for (const node of plan.nodes) expect(node.x + node.width).toBeLessThanOrEqual(width)
  })

  it('keeps every pod on its own node', () => {
    const who = crowd(4, 11)
    const plan = arrange(who, { width: 472, height: 412 })
    for (const { slot, pods } of who.nodes) {
      const node = plan.nodes.find((box) => box.slot === slot) as Box
      for (const pod of pods) {
        const place = plan.chips.find((chip) => chip.slot === pod)
        expect(place && isInside({ ...place, width: 1, height: 1 }, node)).toBe(true)
      }
    }
  })

  it('leaves the nodes where they are while the wanted pods come', () => {
    const room = { width: 472, height: 412 }
    const before = arrange(crowd(3, 2, 0, 3), room)
    const after = arrange(crowd(3, 5), room)
    expect(after.nodes).toEqual(before.nodes)
  })

  it('tells the size of what scrolls when nothing fits', () => {
    const plan = arrange(crowd(40, 400), { width: 472, height: 300 })
    expect(plan.density).toBe('dense')
    const lowest = Math.max(...plan.nodes.map(({ y, height }) => y + height))
    expect(plan.height).toBe(lowest)
  })
})

describe('the tray', () => {
  it('shows every hole while there is room, smaller when they are many, and counts the rest', () => {
    const room = { width: 472, height: 412 }
    const told = [2, 5, 12, 200].map((ghosts) => {
      const { tray } = arrange({ ...crowd(3, 3), ghosts }, room)
      return [tray.density, tray.ghosts.length, tray.more]
    })
    expect(told).toEqual([
      ['roomy', 2, 0],
      ['compact', 5, 0],
      ['dense', 12, 0],
      ['dense', 37, 163],
    ])
  })

  it('gives pods that wait their place before holes', () => {
    const { tray } = arrange({ ...crowd(3, 3), unplaced: [7, 8], ghosts: 1 }, { width: 472, height: 412 })
    expect(tray.chips.map(({ slot }) => slot)).toEqual([7, 8])
    expect(tray.chips.every(({ x }) => x < (tray.ghosts[0]?.x ?? 0))).toBe(true)
  })
})
