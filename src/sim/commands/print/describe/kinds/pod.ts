import { age } from '../../../../api/age.ts'
import { isPodTerminal } from '../../../../api/podReadiness.ts'
import type { Pod } from '../../../../api/types/index.ts'
import { describeContainers, describeResources } from '../containers.ts'
import { type DescribeContext, type Describer, describeEventsOf } from '../describer.ts'
import type { Description } from '../description.ts'
import { describeAnnotations, describeController, describeLabels, describeTolerations } from '../metadata.ts'
import { describeSpread } from '../podTemplate.ts'
import { dateAndTime } from '../times.ts'
import { describeVolumes } from '../volumes.ts'

const describer: Describer<Pod> = {
  kind: 'Pod',
  describe(out, pod, context) {
    describePlacement(out, pod)
    describeLabels(out, 'Labels', pod.metadata.labels)
    describeAnnotations(out, 'Annotations', pod.metadata.annotations)
    describePhase(out, pod, context)
    describeAddresses(out, pod)
    describeController(out, pod)
    if (pod.status.nominatedNodeName) out.field(0, 'NominatedNodeName', pod.status.nominatedNodeName)
    if (pod.spec.resources !== undefined) {
      out.line(0, 'Resources:')
      describeResources(out, pod.spec.resources, 1)
    }
    describeAllContainers(out, pod)
    describeConditions(out, pod)
    describeVolumes(out, pod.spec.volumes, false)
    out.field(0, 'QoS Class', pod.status.qosClass ?? 'BestEffort')
    describeLabels(out, 'Node-Selectors', pod.spec.nodeSelector)
    describeTolerations(out, 'Tolerations', pod.spec.tolerations)
    describeSpread(out, pod.spec.topologySpreadConstraints, '')
    describeEventsOf(out, pod, context)
  },
}

function describePlacement(out: Description, { metadata, spec, status }: Pod): void {
  out.field(0, 'Name', metadata.name)
  out.field(0, 'Namespace', metadata.namespace ?? '')
  if (spec.priority !== undefined) out.field(0, 'Priority', spec.priority)
  if (spec.priorityClassName) out.field(0, 'Priority Class Name', spec.priorityClassName)
  if (spec.serviceAccountName) out.field(0, 'Service Account', spec.serviceAccountName)
  out.field(0, 'Node', spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>')
  if (status.startTime) out.field(0, 'Start Time', dateAndTime(status.startTime))
}

function describePhase(out: Description, pod: Pod, { nowSeconds }: DescribeContext): void {
  const { deletionTimestamp, deletionGracePeriodSeconds } = pod.metadata
  if (deletionTimestamp !== undefined && !isPodTerminal(pod)) {
    out.field(0, 'Status', `Terminating (lasts ${age(deletionTimestamp, nowSeconds)})`)
    out.field(0, 'Termination Grace Period', `${deletionGracePeriodSeconds ?? 0}s`)
  } else {
    out.field(0, 'Status', pod.status.phase ?? '')
  }
  if (pod.status.reason) out.field(0, 'Reason', pod.status.reason)
  if (pod.status.message) out.field(0, 'Message', pod.status.message)
  const seccomp = pod.spec.securityContext?.seccompProfile as
    | { type: string; localhostProfile?: string }
    | undefined
  if (seccomp === undefined) return
  out.field(0, 'SeccompProfile', seccomp.type)
  if (seccomp.type === 'Localhost') out.field(0, 'LocalhostProfile', seccomp.localhostProfile ?? '')
}

function describeAddresses(out: Description, { status }: Pod): void {
  out.field(0, 'IP', status.podIP ?? '')
  const addresses = status.podIPs ?? []
  out.line(0, addresses.length === 0 ? 'IPs:\t<none>' : 'IPs:')
  for (const { ip } of addresses) out.field(1, 'IP', ip)
}

function describeAllContainers(out: Description, pod: Pod): void {
  const { spec, status } = pod
  if (spec.initContainers && spec.initContainers.length > 0) {
    const statuses = status.initContainerStatuses
    describeContainers(out, { title: 'Init Containers', containers: spec.initContainers, statuses, pod })
  }
  describeContainers(out, {
    title: 'Containers',
    containers: spec.containers,
    statuses: status.containerStatuses,
    pod,
  })
}

function describeConditions(out: Description, { spec, status }: Pod): void {
  const { conditions = [] } = status
  const { readinessGates = [] } = spec
  if (readinessGates.length > 0) {
    out.line(0, 'Readiness Gates:')
    out.line(1, 'Type\tStatus')
    for (const { conditionType } of readinessGates) {
      const condition = conditions.find(({ type }) => type === conditionType)
      out.line(1, `${conditionType} \t${condition?.status ?? '<none>'} `)
    }
  }
  if (conditions.length === 0) return
  out.line(0, 'Conditions:')
  out.line(1, 'Type\tStatus')
  for (const { type, status } of conditions) out.line(1, `${type} \t${status} `)
}

export default describer
