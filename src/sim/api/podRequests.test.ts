import { expect, it } from 'vitest'
import { podLimits, podRequests } from './podRequests.ts'
import type { Container } from './types/index.ts'

function container(cpu: string | undefined, restartPolicy?: string): Container {
  const resources = cpu === undefined ? {} : { requests: { cpu }, limits: { cpu } }
  return { name: 'c', resources, ...(restartPolicy && { restartPolicy }) }
}

it('adds what runs together and takes the largest of what runs in turn', () => {
  const containers = [container('100m'), container('200m')]
  expect(podRequests({ containers })).toEqual({ cpu: 300 })
  expect(podRequests({ containers, initContainers: [container('250m'), container('250m')] })).toEqual({
    cpu: 300,
  })
  expect(podRequests({ containers, initContainers: [container('1')] })).toEqual({ cpu: 1000 })
})

it('counts a sidecar beside the containers and beside the init containers after it', () => {
  const sidecar = container('100m', 'Always')
  expect(podRequests({ containers: [container('300m')], initContainers: [sidecar] })).toEqual({ cpu: 400 })
  const late = [container('350m'), sidecar]
  expect(podRequests({ containers: [container('200m')], initContainers: late })).toEqual({ cpu: 350 })
  const early = [sidecar, container('350m')]
  expect(podRequests({ containers: [container('200m')], initContainers: early })).toEqual({ cpu: 450 })
})

it('adds overhead to requests, and to limits only where there are any', () => {
  const overhead = { cpu: '50m', memory: '16Mi' }
  expect(podRequests({ containers: [container('100m')], overhead })).toEqual({ cpu: 150, memory: 16_777_216 })
  expect(podLimits({ containers: [container('100m')], overhead })).toEqual({ cpu: 150 })
})

it('takes the requests of the pod as a whole in place of its containers', () => {
  const resources = { requests: { cpu: '2', 'example.com/gpu': '1' } }
  expect(podRequests({ containers: [container('100m')], resources })).toEqual({ cpu: 2000 })
})

it('counts containers without a request with what is given for them', () => {
  const containers = [container(undefined), container('300m')]
  expect(podRequests({ containers }, { cpu: '100m', memory: '1Ki' })).toEqual({ cpu: 400, memory: 2048 })
})
