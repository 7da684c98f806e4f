import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { Node } from '../../types/index.ts'
import { nodeRoles } from './roles.ts'

export const columns: readonly Column<Node>[] = [
  { name: 'NAME', cell: (node) => node.metadata.name },
  { name: 'STATUS', cell: status },
  { name: 'ROLES', cell: nodeRoles },
  { name: 'AGE', cell: ageOf },
  { name: 'VERSION', cell: (node) => node.status.nodeInfo?.kubeletVersion ?? '' },
  { name: 'INTERNAL-IP', wide: true, cell: (node) => address(node, 'InternalIP') },
  { name: 'EXTERNAL-IP', wide: true, cell: (node) => address(node, 'ExternalIP') },
  { name: 'OS-IMAGE', wide: true, cell: (node) => node.status.nodeInfo?.osImage || '<unknown>' },
  { name: 'KERNEL-VERSION', wide: true, cell: kernel },
  {
    name: 'CONTAINER-RUNTIME',
    wide: true,
    cell: (node) => node.status.nodeInfo?.containerRuntimeVersion || '<unknown>',
  },
]

function status(node: Node): string {
  const ready = node.status.conditions?.find((condition) => condition.type === 'Ready')
  const words = [ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady']
  if (node.spec.unschedulable) words.push('SchedulingDisabled')
  return words.join(',')
}

function address(node: Node, type: string): string {
  return node.status.addresses?.find((one) => one.type === type)?.address ?? '<none>'
}

function kernel(node: Node): string {
  const info = node.status.nodeInfo
  if (!info?.kernelVersion) return '<unknown>'
  return info.architecture ? `${info.kernelVersion} (${info.architecture})` : info.kernelVersion
}
