import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../api/types/index.ts'
import { type ExistingSlice, endpointKey, packEndpoints, reuseSlices } from './packing.ts'

function endpoint(id: number, ready = true): Endpoint {
  return { addresses: [`10.0.0.${id}`], conditions: { ready }, targetRef: { name: `pod-${id}` } }
}

function slice(name: string, ...ids: number[]): ExistingSlice {
  return { name, endpoints: ids.map((id) => endpoint(id)) }
}

function endpoints(...ids: number[]): Endpoint[] {
  return ids.map((id) => endpoint(id))
}

describe('packing endpoints into slices', () => {
  it('updates an endpoint where it is and touches no other slice', () => {
    const packing = packEndpoints(
      [slice('a', 1, 2), slice('b', 3)],
      [endpoint(1), endpoint(2, false), endpoint(3)],
      2,
    )
    expect(packing).toEqual({
      update: [{ name: 'a', endpoints: [endpoint(1), endpoint(2, false)] }],
      create: [],
      remove: [],
    })
  })

  it('fills slices that change anyway before it touches one that does not', () => {
    const packing = packEndpoints([slice('a', 1, 2, 3), slice('b', 4)], endpoints(1, 2, 4, 5), 3)
    expect(packing.update).toEqual([slice('a', 1, 2, 5)])
  })

  it('puts what is left into the fullest slice that takes all of it, or into a new one', () => {
    const existing = [slice('a', 1), slice('b', 2, 3), slice('c', 4, 5, 6)]
    expect(packEndpoints(existing, endpoints(1, 2, 3, 4, 5, 6, 7, 8), 4).update).toEqual([
      slice('b', 2, 3, 7, 8),
    ])
    expect(packEndpoints([slice('c', 4, 5, 6)], endpoints(4, 5, 6, 7, 8), 4).create).toEqual([
      endpoints(7, 8),
    ])
  })

  it('lets a slice that would go serve as one that would be made', () => {
    const packing = packEndpoints([slice('a', 1)], endpoints(2), 1)
    expect(packing).toMatchObject({ remove: ['a'], create: [endpoints(2)] })
    expect(reuseSlices(packing.remove, packing.create)).toEqual({
      reuse: [['a', endpoints(2)]],
      remove: [],
      create: [],
    })
  })

  it('places every endpoint exactly once and overfills no slice', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 9 }), fc.boolean(), (old, wanted, max, ready) => {
        const existing = Array.from({ length: Math.ceil(old.length / max) }, (_, i) =>
          slice(`s${i}`, ...old.slice(i * max, (i + 1) * max)),
        )
        const packing = packEndpoints(
          existing,
          wanted.map((id) => endpoint(id, ready)),
          max,
        )
        const changed = new Map(packing.update.map((one) => [one.name, one.endpoints]))
        const after = [
          ...existing
            .filter(({ name }) => !packing.remove.includes(name))
            .map(({ name, endpoints }) => changed.get(name) ?? endpoints),
          ...packing.create,
        ]
        for (const one of after) expect(one.length).toBeLessThanOrEqual(max)
        const placed = after.flat().map(endpointKey).sort()
        expect(placed).toEqual(wanted.map((id) => endpointKey(endpoint(id))).sort())
      }),
    )
  })
})
