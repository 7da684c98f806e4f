/** The few fields of an object that are worth reading first, one small list a kind. */
import { podSummary } from '../../sim/api/kinds/pod/summary.ts'
import { labelsText } from '../../sim/api/labelsText.ts'
import type {
  ApiObject,
  Deployment,
  HorizontalPodAutoscaler,
  LabelSelector,
  Namespace,
  Node,
  Pod,
  ReplicaSet,
  Service,
} from '../../sim/api/types/index.ts'

type Row = readonly [field: string, value: string]
type Cell = readonly [field: string, value: string | number | undefined]

/** Fields without a value are left out. */
export function summaryOf(object: ApiObject, nowSeconds: number): readonly Row[] {
  const own = ownRows[object.kind]?.(object as never, nowSeconds) ?? []
  return [...own, ...commonRows(object)].flatMap(([field, value]) =>
    value === undefined || value === '' ? [] : [[field, String(value)] as const],
  )
}

const ownRows: Readonly<Record<string, (object: never, nowSeconds: number) => readonly Cell[]>> = {
  Pod: podRows,
  Node: nodeRows,
  Deployment: deploymentRows,
  ReplicaSet: replicaSetRows,
  Service: serviceRows,
  HorizontalPodAutoscaler: autoscalerRows,
  Namespace: ({ status }: Namespace) => [['phase', status.phase]],
}

function podRows(pod: Pod, nowSeconds: number): readonly Cell[] {
  const { status, ready, restarts } = podSummary(pod, nowSeconds)
  return [
    ['status', status],
    ['ready', ready],
    ['restarts', restarts],
    ['nodeName', pod.spec.nodeName],
    ['podIP', pod.status.podIP],
    ['image', images(pod.spec)],
    ['message', scheduling(pod)],
  ]
}

/** What the scheduler said when it refused the pod. */
function scheduling({ status }: Pod): string | undefined {
  return status.conditions?.find(({ type, status: is }) => type === 'PodScheduled' && is === 'False')?.message
}

function nodeRows({ spec, status }: Node): readonly Cell[] {
  const ready = status.conditions?.find(({ type }) => type === 'Ready')
  return [
    ['Ready', ready?.status ?? 'Unknown'],
    ['reason', ready?.reason],
    ['unschedulable', spec.unschedulable === true ? 'true' : undefined],
    ['taints', (spec.taints ?? []).map(({ key, effect }) => `${key}:${effect}`).join(', ')],
    ['allocatable.cpu', status.allocatable?.cpu],
    ['allocatable.memory', status.allocatable?.memory],
    ['allocatable.pods', status.allocatable?.pods],
  ]
}

function deploymentRows({ spec, status }: Deployment): readonly Cell[] {
  return [
    ['replicas', spec.replicas],
    ['status.readyReplicas', status.readyReplicas ?? 0],
    ['status.updatedReplicas', status.updatedReplicas ?? 0],
    ['image', images(spec.template.spec)],
    ['strategy', spec.strategy.type],
    ['maxSurge', spec.strategy.rollingUpdate?.maxSurge],
    ['maxUnavailable', spec.strategy.rollingUpdate?.maxUnavailable],
    ['paused', spec.paused === true ? 'true' : undefined],
    ['selector', selectorText(spec.selector)],
  ]
}

function replicaSetRows({ spec, status }: ReplicaSet): readonly Cell[] {
  return [
    ['replicas', spec.replicas],
    ['status.replicas', status.replicas],
    ['status.readyReplicas', status.readyReplicas ?? 0],
    ['image', images(spec.template.spec)],
    ['selector', selectorText(spec.selector)],
  ]
}

function serviceRows({ spec }: Service): readonly Cell[] {
  const ports = (spec.ports ?? []).map(
    ({ port, targetPort, protocol = 'TCP' }) => `${port} → ${targetPort ?? port}/${protocol}`,
  )
  return [
    ['type', spec.type],
    ['clusterIP', spec.clusterIP],
    ['ports', ports.join(', ')],
    ['selector', spec.selector === undefined ? undefined : labelsText(spec.selector)],
  ]
}

function autoscalerRows({ spec, status }: HorizontalPodAutoscaler): readonly Cell[] {
  const active = status.conditions?.find(({ type }) => type === 'ScalingActive')
  return [
    ['scaleTargetRef', `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`],
    ['minReplicas', spec.minReplicas],
    ['maxReplicas', spec.maxReplicas],
    ['status.currentReplicas', status.currentReplicas ?? 0],
    ['status.desiredReplicas', status.desiredReplicas],
    ['ScalingActive', active && `${active.status} (${active.reason})`],
    ['lastScaleTime', status.lastScaleTime],
  ]
}

function commonRows({ metadata }: ApiObject): readonly Cell[] {
  return [
    ['labels', metadata.labels === undefined ? undefined : labelsText(metadata.labels)],
    ['creationTimestamp', metadata.creationTimestamp],
    ['deletionTimestamp', metadata.deletionTimestamp],
    ['finalizers', metadata.finalizers?.join(', ')],
  ]
}

function images({ containers }: Pod['spec']): string {
  return [...new Set(containers.map(({ image }) => image))].join(', ')
}

function selectorText({ matchLabels }: LabelSelector): string | undefined {
  return matchLabels === undefined ? undefined : labelsText(matchLabels)
}
