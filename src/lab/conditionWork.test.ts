import { describe, expect, it } from 'vitest'
import { evaluateCondition, flawOf } from './condition.ts'
import { grammarFlawOf } from './conditionGrammar.ts'
import { Sitting } from './sitting.ts'

const { world } = new Sitting()

describe('patterns', () => {
  it.each([
    'web-.*',
    '^web-.*-[a-z0-9]+$',
    '^[a-z]+[0-9]+$',
    'a\\\\+b',
    'colou?r',
    '^(web|api)-',
    '[+*?]{1}',
  ])('that no text makes slow are taken: %s', (pattern) => {
    expect(flawOf(world, `'x'.matches('${pattern}')`)).toBeUndefined()
  })

  it.each([
    ['(a+)+$', 'a repeated group'],
    ['(a|a)*b', 'a repeated group'],
    ['.*.*.*x', 'three repetitions'],
    ['a*a*b', 'two that may start anywhere'],
    ['^a*b|c*d*e', 'an alternative without a hold'],
    ['(?=a)b', 'looking ahead'],
    ['(a)\\\\1', 'a backreference'],
  ])('that a text could make slow are refused: %s (%s)', (pattern) => {
    expect(grammarFlawOf(`'x'.matches('${pattern}')`)).toContain('could take too long')
  })

  it('have to stand in the expression, where they can be looked at', () => {
    expect(grammarFlawOf("'x'.matches('a' + '+')")).toBe('matches takes a pattern in quotes')
    expect(grammarFlawOf("pods().all(p, 'x'.matches(p.metadata.name))")).toBe(
      'matches takes a pattern in quotes',
    )
  })
})

describe('steps', () => {
  const tenths = '[0,1,2,3,4,5,6,7,8,9]'
  const nested = (depth: number, innermost = 'true'): string =>
    depth === 0 ? innermost : `${tenths}.all(x${depth}, ${nested(depth - 1, innermost)})`

  it('are enough for honest work', () => {
    expect(evaluateCondition(world, nested(5))).toBe(true)
  })

  it('end a condition that asks for endless work, by their number and not by the clock', () => {
    expect(evaluateCondition(world, nested(7))).toContain('more than 1000000 steps')
    expect(flawOf(world, nested(7))).toContain('more than 1000000 steps')
  })

  it('are not hidden by an error inside a loop, nor by a longer and longer list or text', () => {
    expect(evaluateCondition(world, `${nested(7)} || true`)).toContain('steps')
    const doubling = `${tenths}.map(a, ${tenths}.map(b, ${tenths}.map(c, ${tenths}.map(d, ${tenths}.map(e, ${tenths})))))`
    expect(evaluateCondition(world, `size(${doubling}) > 0`)).toContain('steps')
  })

  it('are paid for the objects that a function looks at, again and again', () => {
    expect(evaluateCondition(world, nested(4, 'size(configmaps()) >= 0'))).toBe(true)
    const many = manyObjects()
    expect(evaluateCondition(many, nested(4, 'size(configmaps()) >= 0'))).toContain('steps')
  })
})

/** A thousand objects, each of them looked at ten thousand times: more than a million steps. */
function manyObjects() {
  const sitting = new Sitting()
  const documents = Array.from({ length: 1000 }, (_, i) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `c${i}` },
  }))
  sitting.execute('kubectl apply -f -', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents }))
  return sitting.world
}
