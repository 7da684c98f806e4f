/** A node as the next machine of a pool would register it: ready, and with nothing on it. */
import type { Node } from '../../api/types/index.ts'
import type { PoolShape } from '../../client/cloudProvider.ts'

export function templateNode(pool: PoolShape, name: string, zone: string): Node {
  const resources = {
    cpu: pool.cpu,
    memory: pool.memory,
    pods: String(pool.pods),
    'ephemeral-storage': '100Gi',
  }
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: name,
      resourceVersion: '',
      creationTimestamp: '',
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        ...(zone === '' ? {} : { 'topology.kubernetes.io/zone': zone }),
        ...pool.labels,
        pool: pool.name,
      },
    },
    spec: {},
    status: { capacity: resources, allocatable: resources, conditions: [{ type: 'Ready', status: 'True' }] },
  } as Node
}
