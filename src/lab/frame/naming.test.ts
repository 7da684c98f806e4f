import { beforeAll, expect, it } from 'vitest'
import { Sitting } from '../sitting.ts'
import { mostNamed } from './format.ts'
import { Frames } from './frames.ts'
import { findNamed, namesOf } from './naming.ts'

const sitting = new Sitting({ seed: 1 })

function run(line: string): void {
  const execution = sitting.execute(line)
  while (execution.exit === undefined) sitting.advance()
}

beforeAll(() => {
  run('sim cluster --nodes 12')
  run('kubectl run one --image=a')
  run('kubectl run node-one --image=a')
})

it('finds nodes first, and of each those first whose names begin so', () => {
  const found = findNamed(sitting.world, ' NODE-1', 20).map(({ kind, name }) => `${kind}/${name}`)
  expect(found).toEqual(['node/node-1', 'node/node-10', 'node/node-11', 'node/node-12'])
  expect(findNamed(sitting.world, 'one', 20)).toMatchObject([
    { kind: 'pod', namespace: 'default', name: 'one' },
    { kind: 'pod', namespace: 'default', name: 'node-one' },
  ])
})

it('finds by several words, and among one kind where it is named', () => {
  expect(findNamed(sitting.world, 'one node', 20).map(({ name }) => name)).toEqual(['node-one'])
  expect(findNamed(sitting.world, 'pod/node', 20).map(({ name }) => name)).toEqual(['node-one'])
  expect(findNamed(sitting.world, 'node/one', 20)).toEqual([])
})

it('finds no more than asked for, and nothing for nothing', () => {
  expect(findNamed(sitting.world, 'node', 5)).toHaveLength(5)
  expect(findNamed(sitting.world, ' ', 5)).toEqual([])
  expect(findNamed(sitting.world, 'nowhere', 5)).toEqual([])
})

it('names what is in a slot, or was', () => {
  const [found] = findNamed(sitting.world, 'one', 1)
  const slot = found?.slot ?? 0
  run('kubectl delete pod one --now')
  expect(namesOf(sitting.world, [slot, 999_999])).toEqual([[slot, 'default', 'one']])
})

it('leaves the names of a large world out of its frames', () => {
  run('sim limit controller-manager --qps 100000 --burst 100000')
  run(`kubectl create deployment web --image=a --replicas=${mostNamed + 100}`)
  const frames = new Frames()
  frames.take(sitting)
  run('sim wait 1s')
  const { pods, podNames } = frames.take(sitting)
  expect(pods.length / 4).toBeGreaterThan(mostNamed)
  expect(podNames).toEqual([])
})
