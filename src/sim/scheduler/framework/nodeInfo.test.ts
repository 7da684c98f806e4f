import { expect, it } from 'vitest'
import type { Node, Pod } from '../../api/types/index.ts'
import { NodeInfo, type Placement } from './nodeInfo.ts'

const node = { metadata: { name: 'node' }, status: { allocatable: { cpu: '4' } } } as unknown as Node

function placementOf(name: string): Placement {
  const containers = [{ name: 'app', resources: { requests: { cpu: '100m' } } }]
  const pod = { metadata: { name, uid: name }, spec: { containers } } as unknown as Pod
  return { pod, earlier: undefined }
}

it('has its pods in the order they came, whichever of them go, and their requests summed up', () => {
  const info = new NodeInfo(node)
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(placementOf) as [Placement, Placement, Placement, Placement]
  const steps: (() => void)[] = [
    () => {
      for (const one of [a, b, c]) info.add(one)
    },
    () => info.remove(b),
    () => info.remove(d),
    () => info.add(b),
    () => info.remove(a),
    () => info.remove(b),
    () => info.removePod('c'),
    () => info.add(a),
  ]
  const seen = steps.map((step) => {
    step()
    expect([info.podCount, info.requested.cpu]).toEqual([info.pods.length, 100 * info.pods.length])
    return info.pods.map(({ metadata }) => metadata.name).join('')
  })
  expect(seen).toEqual(['abc', 'ac', 'ac', 'acb', 'cb', 'c', '', 'a'])
})
