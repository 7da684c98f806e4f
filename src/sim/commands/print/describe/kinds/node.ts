import { Leases } from '../../../../api/kinds/lease/index.ts'
import { nodeRoles } from '../../../../api/kinds/node/roles.ts'
import { canonicalQuantity } from '../../../../api/quantity.ts'
import type { Node, ResourceList } from '../../../../api/types/index.ts'
import { type DescribeContext, type Describer, describeEventsOf } from '../describer.ts'
import type { Description } from '../description.ts'
import { describeAnnotations, describeLabels, describeTaints, sortedKeys } from '../metadata.ts'
import { describeNodeResources } from '../nodeResources.ts'
import { dateAndTime } from '../times.ts'

const describer: Describer<Node> = {
  kind: 'Node',
  describe(out, node, context) {
    const { metadata, spec, status } = node
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Roles', nodeRoles(node))
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.field(0, 'CreationTimestamp', dateAndTime(metadata.creationTimestamp))
    describeTaints(out, spec.taints)
    out.field(0, 'Unschedulable', spec.unschedulable ?? false)
    describeLease(out, node, context)
    describeConditions(out, node)
    out.line(0, 'Addresses:')
    for (const { type, address } of status.addresses ?? []) out.field(1, type, address)
    describeResourceList(out, 'Capacity', status.capacity)
    describeResourceList(out, 'Allocatable', status.allocatable)
    describeSystem(out, node)
    describeNodeResources(out, node, context)
    describeEventsOf(out, node, context)
  },
}

function describeLease(out: Description, { metadata: { name } }: Node, { reader }: DescribeContext): void {
  const lease = reader.get(Leases, 'kube-node-lease', name)
  if (lease === undefined) {
    out.field(0, 'Lease', `Failed to get lease: leases.coordination.k8s.io ${JSON.stringify(name)} not found`)
    return
  }
  const time = (given: string | undefined) => (given === undefined ? '<unset>' : dateAndTime(given))
  out.line(0, 'Lease:')
  out.field(1, 'HolderIdentity', lease.spec.holderIdentity ?? '<unset>')
  out.field(1, 'AcquireTime', time(lease.spec.acquireTime))
  out.field(1, 'RenewTime', time(lease.spec.renewTime))
}

function describeConditions(out: Description, { status: { conditions = [] } }: Node): void {
  if (conditions.length === 0) return
  out.line(0, 'Conditions:')
  out.line(1, 'Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage')
  out.line(1, '----\t------\t-----------------\t------------------\t------\t-------')
  for (const condition of conditions) {
    const { type, status, lastHeartbeatTime, lastTransitionTime, reason = '', message = '' } = condition
    const times = `${dateAndTime(lastHeartbeatTime)} \t${dateAndTime(lastTransitionTime)} `
    out.line(1, `${type} \t${status} \t${times}\t${reason} \t${message}`)
  }
}

function describeResourceList(out: Description, title: string, list: ResourceList = {}): void {
  const names = sortedKeys(list)
  if (names.length === 0) return
  out.line(0, `${title}:`)
  for (const name of names) out.field(1, name, canonicalQuantity(list[name] as string))
}

const systemInfo = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
] as const

function describeSystem(out: Description, { spec, status }: Node): void {
  out.line(0, 'System Info:')
  for (const [title, field] of systemInfo) out.field(1, title, status.nodeInfo?.[field] ?? '')
  if (spec.podCIDR) out.field(0, 'PodCIDR', spec.podCIDR)
  if (spec.podCIDRs && spec.podCIDRs.length > 0) out.field(0, 'PodCIDRs', spec.podCIDRs.join(','))
  if (spec.providerID) out.field(0, 'ProviderID', spec.providerID)
}

export default describer
