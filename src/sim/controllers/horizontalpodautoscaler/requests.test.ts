import { expect, it } from 'vitest'
import type { Pod } from '../../api/types/index.ts'
import { requestsOf } from './requests.ts'

it('takes each pod at its own containers, whoever came before it', () => {
  const small = containers('100m')
  const large = containers('2')
  const pods = [pod('a', small), pod('b', small), pod('c', large), pod('d', small)]
  expect([...requestsOf(pods, { resource: 'cpu' })]).toEqual([
    ['a', 100],
    ['b', 100],
    ['c', 2000],
    ['d', 100],
  ])
})

it('names the first pod that has no request', () => {
  const silent = [{ name: 'app', image: 'app:1' }]
  const pods = [pod('a', containers('100m')), pod('b', silent), pod('c', silent)]
  expect(() => requestsOf(pods, { resource: 'cpu' })).toThrow(
    'missing request for cpu in container app of Pod b',
  )
})

function containers(cpu: string): Pod['spec']['containers'] {
  return [{ name: 'app', image: 'app:1', resources: { requests: { cpu } } }]
}

function pod(name: string, ofTemplate: Pod['spec']['containers']): Pod {
  return { metadata: { name }, spec: { containers: ofTemplate } } as Pod
}
