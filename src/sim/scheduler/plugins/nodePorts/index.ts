/** Host ports must be free (pkg/scheduler/framework/plugins/nodeports/node_ports.go, v1.36). */
import type { Pod } from '../../../api/types/index.ts'
import { type HostPort, hostPortsOf, portsClash } from '../../framework/hostPorts.ts'
import type { NodeInfo } from '../../framework/nodeInfo.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { nothingToFilter } from '../../framework/plugin.ts'
import { success, unschedulable } from '../../framework/status.ts'

const refused = unschedulable("node(s) didn't have free ports for the requested pod ports")

export const plugin: Plugin = {
  name: 'NodePorts',
  order: 50,
  weight: 0,
  preFilter({ pod }) {
    const wanted = hostPortsOf(pod.spec)
    if (wanted.length === 0) return nothingToFilter
    return { filter: (node) => (portsFree(wanted, node) ? success : refused) }
  },
  hints: {
    nodeAdded: () => true,
    podDeleted: (pod, deleted) => clash(hostPortsOf(pod.spec), deleted),
  },
}

function portsFree(wanted: readonly HostPort[], node: NodeInfo): boolean {
  for (const pod of node.pods) if (clash(wanted, pod)) return false
  return true
}

function clash(wanted: readonly HostPort[], pod: Pod): boolean {
  const used = hostPortsOf(pod.spec)
  return wanted.some((port) => used.some((other) => portsClash(port, other)))
}
