import { describe, expect, it } from 'vitest'
import { choose, type Option, rate, wasted } from './expanders.ts'

const gib = 1024 * 1024 * 1024

function option(pool: string, nodes: number, pods: number, cores: number, price: number): Option {
  return {
    pool,
    nodes,
    pods,
    cpu: pods * 1000,
    memory: pods * gib,
    nodeCpu: cores * 1000,
    nodeMemory: cores * 4 * gib,
    price,
  }
}

const small = option('small', 3, 6, 2, 0.1)
const large = option('large', 1, 6, 16, 0.9)
const partial = option('partial', 1, 4, 4, 0.15)
const options = [small, large, partial]

describe('an expander', () => {
  it.each([
    ['least-waste', 'small'],
    ['most-pods', 'small'],
    ['least-nodes', 'large'],
    ['price', 'partial'],
    ['priority', 'large'],
    ['random', 'small'],
  ] as const)('%s grows %s', (expander, pool) => {
    expect(choose(rate(expander, options, { large: 10, small: 1 }), () => 0)?.pool).toBe(pool)
  })

  it('settles a tie by a draw among the best alone', () => {
    const asked: number[] = []
    const drawn = (below: number) => {
      asked.push(below)
      return 1
    }
    expect(choose(rate('least-nodes', options, {}), drawn)?.pool).toBe('partial')
    expect(choose(rate('random', options, {}), drawn)?.pool).toBe('large')
    expect(asked).toEqual([2, 3])
  })

  it('has nothing to say about no options', () => {
    expect(choose([], () => 0)).toBeUndefined()
  })

  it('reckons as wasted what the new machines have and nobody asks for', () => {
    expect(wasted(small)).toEqual({ cpu: 0, memory: 0.75 })
    expect(wasted(large)).toEqual({ cpu: 0.625, memory: 0.90625 })
  })
})
