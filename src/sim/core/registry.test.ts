import { describe, expect, it } from 'vitest'
import { changed, Ledger, noCause } from './ledger.ts'
import { Registry } from './registry.ts'
import type { Stored } from './stored.ts'

interface Thing extends Stored {
  readonly spec: { readonly colour: string }
}

const shelf = { id: 0, indexes: { colour: (thing: Thing) => thing.spec.colour } }
const thing = (name: string, colour: string, status = 0): Thing =>
  Object.freeze({ metadata: { name, namespace: 'n', uid: name }, spec: { colour }, status })

function world() {
  return new Registry(new Ledger(), [shelf as never])
}

describe('the registry', () => {
  it('answers what a reader sees who lags, for updates, creations and removals', () => {
    const registry = world()
    registry.create(1, 'a', 0, thing('x', 'red'), noCause)
    registry.update(2, 'a', 1, thing('x', 'blue'), changed.spec, noCause)
    registry.create(3, 'a', 0, thing('y', 'red'), noCause)
    registry.remove(4, 'a', 1, noCause)
    const colours = [0, 1, 2, 3, 4].map((seen) =>
      [1, 2].map((slot) => (registry.at(slot, seen) as Thing | undefined)?.spec.colour),
    )
    expect(colours).toEqual([
      [undefined, undefined],
      ['red', undefined],
      ['blue', undefined],
      ['blue', 'red'],
      [undefined, 'red'],
    ])
  })

  it('files objects by their keys, and remembers for lagging readers what has left', () => {
    const registry = world()
    registry.create(1, 'a', 0, thing('x', 'red'), noCause)
    registry.create(1, 'a', 0, thing('y', 'red'), noCause)
    registry.update(2, 'a', 1, thing('x', 'blue'), changed.spec, noCause)
    const index = registry.index(0, 'colour')
    expect([index.slots('red'), index.slots('blue')]).toEqual([[2], [1]])
    expect(index.unfiledSince('red', 2)).toEqual([1])
    expect(index.unfiledSince('red', 3)).toEqual([])
  })

  it('does not refile on a status write', () => {
    const registry = world()
    registry.create(1, 'a', 0, thing('x', 'red'), noCause)
    registry.update(2, 'a', 1, thing('x', 'green', 1), changed.status, noCause)
    expect(registry.index(0, 'colour').slots('red')).toEqual([1])
    expect(registry.ledger.verbOf(2)).toBe('status')
  })

  it('is the same after a restore as it was, and writes the same rows again', () => {
    const registry = world()
    registry.create(1, 'a', 0, thing('x', 'red'), noCause)
    const image = registry.image(registry.head)
    const goOn = () => {
      registry.create(2, 'b', 0, thing('y', 'blue'), { first: 1, last: 1, count: 1 })
      registry.remove(3, 'b', 1, noCause)
      return [
        registry.head,
        registry.slotNamed(0, 'n/x'),
        registry.slotNamed(0, 'n/y'),
        registry.ledger.chain(2),
      ]
    }
    const first = goOn()
    registry.restore(image)
    expect([registry.head, registry.slotNamed(0, 'n/x'), registry.index(0, 'colour').slots('red')]).toEqual([
      1,
      1,
      [1],
    ])
    expect(goOn()).toEqual(first)
  })

  it('follows causes back to where they began', () => {
    const registry = world()
    const line = registry.ledger.appendLine(5, 'command', 'user', 'kubectl scale', noCause)
    registry.create(6, 'deployment-controller', 0, thing('x', 'red'), { first: line, last: line, count: 1 })
    registry.create(7, 'replicaset-controller', 0, thing('y', 'red'), { first: 2, last: 2, count: 3 })
    expect(registry.ledger.chain(3).map(({ actor }) => actor)).toEqual([
      'replicaset-controller',
      'deployment-controller',
      'user',
    ])
    expect(registry.ledger.lineOf(1)).toBe('kubectl scale')
  })
})
