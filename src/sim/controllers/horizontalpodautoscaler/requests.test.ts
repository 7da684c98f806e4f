import { expect, it } from 'vitest'
import type { Pod } from '../../api/types/index.ts'
import { requestReader } from './requests.ts'

it('takes each pod at its own containers, whoever came before it', () => {
  const small = containers('100m')
  const large = containers('2')
  const pods = [pod('a', small), pod('b', small), pod('c', large), pod('d', small)]
  expect(pods.map(requestReader({ resource: 'cpu' }))).toEqual([100, 100, 2000, 100])
})

it('names the pod that has no request', () => {
  const silent = [{ name: 'app', image: 'app:1' }]
  const request = requestReader({ resource: 'cpu' })
  expect(request(pod('a', containers('100m')))).toBe(100)
  expect(() => request(pod('b', silent))).toThrow('missing request for cpu in container app of Pod b')
})

function containers(cpu: string): Pod['spec']['containers'] {
  return [{ name: 'app', image: 'app:1', resources: { requests: { cpu } } }]
}

function pod(name: string, ofTemplate: Pod['spec']['containers']): Pod {
  return { metadata: { name }, spec: { containers: ofTemplate } } as Pod
}
