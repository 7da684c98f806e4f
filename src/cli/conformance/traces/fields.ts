/** What recordings keep of an object, taken from one of ours. */
import type {
  ApiObject,
  Deployment,
  EndpointSlice,
  HorizontalPodAutoscaler,
  Node,
  Pod,
  PodDisruptionBudget,
  ReplicaSet,
  Taint,
} from '../../../sim/api/types/index.ts'
import type { Names } from './names.ts'
import type { Fields } from './recording.ts'

type Project = (object: never, names: Names) => Fields

const projections: Readonly<Record<string, Project>> = {
  Deployment: deployment,
  ReplicaSet: replicaSet,
  Pod: pod,
  Node: node,
  EndpointSlice: endpointSlice,
  HorizontalPodAutoscaler: autoscaler,
  PodDisruptionBudget: budget,
}

/** The kinds whose recorded changes can be compared. */
export const comparedKinds: ReadonlySet<string> = new Set(Object.keys(projections))

export function fieldsOf(object: ApiObject, names: Names): Fields {
  const project = projections[object.kind] as Project
  return project(object as never, names)
}

function common({ metadata }: ApiObject, names: Names): Fields {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller)
  return {
    owner: owner && `${owner.kind}/${names.normal(owner.name)}`,
    deleting: metadata.deletionTimestamp !== undefined || undefined,
    finalizers: metadata.finalizers?.length ? metadata.finalizers : undefined,
  }
}

function deployment(object: Deployment, names: Names): Fields {
  const { spec, status, metadata } = object
  return {
    ...common(object, names),
    specReplicas: spec.replicas,
    image: spec.template.spec.containers[0]?.image,
    generation: metadata.generation,
    paused: spec.paused || undefined,
    revision: metadata.annotations?.['deployment.kubernetes.io/revision'],
    status: {
      observedGeneration: status.observedGeneration,
      replicas: status.replicas,
      updated: status.updatedReplicas,
      ready: status.readyReplicas,
      available: status.availableReplicas,
      unavailable: status.unavailableReplicas,
      terminating: status.terminatingReplicas,
      conditions: conditions(status.conditions, names),
    },
  }
}

function replicaSet(object: ReplicaSet, names: Names): Fields {
  const { spec, status, metadata } = object
  return {
    ...common(object, names),
    specReplicas: spec.replicas,
    image: spec.template.spec.containers[0]?.image,
    generation: metadata.generation,
    revision: metadata.annotations?.['deployment.kubernetes.io/revision'],
    desiredReplicas: metadata.annotations?.['deployment.kubernetes.io/desired-replicas'],
    maxReplicas: metadata.annotations?.['deployment.kubernetes.io/max-replicas'],
    minReadySeconds: spec.minReadySeconds || undefined,
    status: {
      observedGeneration: status.observedGeneration,
      replicas: status.replicas,
      fullyLabeled: status.fullyLabeledReplicas,
      ready: status.readyReplicas,
      available: status.availableReplicas,
      terminating: status.terminatingReplicas,
      conditions: conditions(status.conditions, names),
    },
  }
}

function pod(object: Pod, names: Names): Fields {
  const { spec, status } = object
  const condition = (type: string) => status.conditions?.find((one) => one.type === type)
  const scheduled = condition('PodScheduled')
  const disruption = condition('DisruptionTarget')
  const container = status.containerStatuses?.[0]
  return {
    ...common(object, names),
    node: spec.nodeName,
    gracePeriod: object.metadata.deletionGracePeriodSeconds,
    phase: status.phase,
    image: spec.containers[0]?.image,
    ready: condition('Ready')?.status,
    readyReason: condition('Ready')?.reason,
    restarts: container?.restartCount || undefined,
    scheduled: scheduled && {
      status: scheduled.status,
      reason: scheduled.reason,
      message: scheduled.message && names.normalised(scheduled.message),
    },
    disruption: disruption && {
      status: disruption.status,
      reason: disruption.reason,
      message: disruption.message,
    },
    nominatedNode: status.nominatedNodeName || undefined,
  }
}

function node({ spec, status }: Node): Fields {
  const ready = status.conditions?.find(({ type }) => type === 'Ready')
  return {
    ready: ready?.status,
    readyReason: ready?.reason,
    unschedulable: spec.unschedulable || undefined,
    taints: (spec.taints ?? []).map(taintText),
  }
}

function taintText({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`
}

function budget({ spec, status }: PodDisruptionBudget): Fields {
  const { currentHealthy, desiredHealthy, disruptionsAllowed, expectedPods } = status
  return {
    minAvailable: spec.minAvailable,
    maxUnavailable: spec.maxUnavailable,
    status: {
      currentHealthy,
      desiredHealthy,
      disruptionsAllowed,
      expectedPods,
      conditions: status.conditions?.map(({ type, status: is, reason }) => ({ type, status: is, reason })),
    },
  }
}

function endpointSlice({ endpoints }: EndpointSlice, names: Names): Fields {
  return {
    endpoints: endpoints.map(({ targetRef, conditions, nodeName }) => ({
      pod: targetRef?.name && names.normal(targetRef.name),
      ready: conditions.ready,
      serving: conditions.serving,
      terminating: conditions.terminating || undefined,
      node: nodeName,
    })),
  }
}

/** Of metrics the recorder kept the utilization only. */
function autoscaler({ spec, status }: HorizontalPodAutoscaler, names: Names): Fields {
  return {
    min: spec.minReplicas,
    max: spec.maxReplicas,
    status: {
      current: status.currentReplicas,
      desired: status.desiredReplicas,
      lastScale: status.lastScaleTime,
      metrics: (status.currentMetrics ?? []).map(
        ({ resource }) => resource?.current.averageUtilization ?? null,
      ),
      conditions: conditions(status.conditions, names),
    },
  }
}

function conditions(
  list: readonly { type: string; status: string; reason?: string; message?: string }[] | undefined,
  names: Names,
) {
  return list?.map(({ type, status, reason, message }) => ({
    type,
    status,
    reason,
    message: message && names.normalised(message),
  }))
}
