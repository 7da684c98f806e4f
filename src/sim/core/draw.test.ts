import { describe, expect, it } from 'vitest'
import { draw, drawBelow, drawNameSuffix, drawUid } from './draw.ts'

describe('a keyed draw', () => {
  it('is the same for the same key, and another for any other seed, purpose, key or number', () => {
    const one = draw(7, 'tie', 'uid-1', 0)
    expect(draw(7, 'tie', 'uid-1', 0)).toBe(one)
    for (const other of [
      draw(8, 'tie', 'uid-1', 0),
      draw(7, 'name', 'uid-1', 0),
      draw(7, 'tie', 'uid-2', 0),
      draw(7, 'tie', 'uid-1', 1),
    ]) {
      expect(other).not.toBe(one)
    }
  })

  it('is pinned: a changed hash would change every recorded session', () => {
    expect([
      draw(1, 'a', 'b', 0),
      draw(1, 'a', 'b', 1),
      draw(4_294_967_295, '', '', 99),
    ]).toMatchInlineSnapshot(`
      [
        2455140118,
        2473904308,
        2136868301,
      ]
    `)
    expect(drawUid(1, 'web', 0)).toMatchInlineSnapshot(`"4103cfef-aa88-424b-a750-c426da98ca16"`)
    expect(drawNameSuffix(1, 'web', 0)).toMatchInlineSnapshot(`"pjl4x"`)
  })

  it('falls evenly', () => {
    const counts = new Array<number>(10).fill(0)
    for (let n = 0; n < 10_000; n++) {
      const at = drawBelow(10, 3, 'even', 'key', n)
      counts[at] = (counts[at] as number) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  it('gives the pods of a large cluster a UUID each, whatever their owners', () => {
    const uids = new Set<string>()
    for (let owner = 0; owner < 5000; owner++) {
      const key = drawUid(1, '', owner)
      for (let n = 0; n < 30; n++) uids.add(drawUid(1, key, n))
    }
    expect(uids.size).toBe(150_000)
  })

  it('makes version 4 UUIDs and name suffixes that do not repeat', () => {
    const uids = new Set<string>()
    const suffixes = new Set<string>()
    for (let n = 0; n < 2000; n++) {
      uids.add(drawUid(5, 'owner', n))
      suffixes.add(drawNameSuffix(5, 'owner', n))
    }
    expect(uids.size).toBe(2000)
    expect(suffixes.size).toBeGreaterThan(1995)
    for (const uid of uids)
      expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    for (const suffix of suffixes) expect(suffix).toMatch(/^[bcdfghjklmnpqrstvwxz2456789]{5}$/)
  })
})
