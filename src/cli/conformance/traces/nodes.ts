/** The recording's nodes: Node objects that are Ready from the start, as its fake kubelet registered them. */
import type { Node } from '../../../sim/api/types/index.ts'
import { type Tick, timeText } from '../../../sim/core/clock.ts'
import type { RecordedNode } from './recording.ts'

export function nodeObject({ name, cpu, memory, zone, labels, taints }: RecordedNode, now: Tick): Node {
  const resources = { cpu, memory, pods: '110' }
  const healthy = { lastHeartbeatTime: timeText(now), lastTransitionTime: timeText(now) }
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: '',
      resourceVersion: '',
      creationTimestamp: '',
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        ...(zone === undefined
          ? {}
          : { 'topology.kubernetes.io/zone': zone, 'topology.kubernetes.io/region': 'r1' }),
        ...labels,
      },
    },
    spec: { ...(taints === undefined ? {} : { taints: taints as Node['spec']['taints'] & object }) },
    status: {
      capacity: resources,
      allocatable: resources,
      conditions: [
        { type: 'Ready', status: 'True', reason: 'KubeletReady', ...healthy },
        ...['MemoryPressure', 'DiskPressure', 'PIDPressure'].map((type) => ({
          type,
          status: 'False' as const,
          ...healthy,
        })),
      ],
    },
  }
}
