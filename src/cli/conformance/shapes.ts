/** Whole API objects made of the few fields that a vector gives. */

import type { Deployment, IntOrString, Labels, Pod, ReplicaSet } from '../../sim/api/types/index.ts'
import { dateText } from '../../sim/core/clock.ts'

/** A moment far enough from the beginning of time for any age; cases without a clock of their own happen then. */
export const now = 2_000_000_000

/** RFC 3339 text of so many seconds before `from`, fractions kept; undefined for no time at all. */
export function timeAgo(seconds: number | null | undefined, from = now): string | undefined {
  if (seconds === null || seconds === undefined) return undefined
  const whole = Math.floor(from - seconds)
  const fraction = (from - seconds - whole).toFixed(6).slice(1)
  return `${dateText(whole)}${Number(fraction) === 0 ? '' : fraction}Z`
}

export interface PodShape {
  readonly name: string
  readonly uid?: string
  readonly nodeName?: string
  readonly phase: string
  readonly ready?: boolean
  readonly readySecondsAgo?: number | null
  readonly createdSecondsAgo?: number | null
  readonly restarts?: number
  readonly sidecarRestarts?: number
  readonly labels?: Labels
  readonly annotations?: Labels
}

export function podOf(shape: PodShape): Pod {
  const status = {
    phase: shape.phase,
    conditions: [
      {
        type: 'Ready',
        status: shape.ready ? 'True' : 'False',
        lastTransitionTime: timeAgo(shape.readySecondsAgo),
      },
    ],
    containerStatuses: [{ name: 'main', restartCount: shape.restarts ?? 0 }],
    ...(shape.sidecarRestarts !== undefined && {
      initContainerStatuses: [{ name: 'sidecar', restartCount: shape.sidecarRestarts }],
    }),
  }
  const spec = {
    nodeName: shape.nodeName,
    containers: [{ name: 'main' }],
    ...(shape.sidecarRestarts !== undefined && {
      initContainers: [{ name: 'sidecar', restartPolicy: 'Always' }],
    }),
  }
  const metadata = {
    name: shape.name,
    uid: shape.uid ?? '',
    creationTimestamp: timeAgo(shape.createdSecondsAgo),
    labels: shape.labels,
    annotations: shape.annotations,
  }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec, status } as unknown as Pod
}

export interface ReplicaSetShape {
  readonly name: string
  readonly replicas: number
  readonly createdSecondsAgo?: number | null
  readonly creationTimestamp?: string
  readonly deletionTimestamp?: string
  readonly generation?: number
  readonly annotations?: Labels
  readonly template?: object
  readonly minReadySeconds?: number
  readonly status?: object
}

export function replicaSetOf(shape: ReplicaSetShape): ReplicaSet {
  const metadata = {
    name: shape.name,
    uid: shape.name,
    creationTimestamp: shape.creationTimestamp ?? timeAgo(shape.createdSecondsAgo ?? 0),
    ...(shape.deletionTimestamp && { deletionTimestamp: shape.deletionTimestamp }),
    generation: shape.generation ?? 0,
    annotations: shape.annotations ?? {},
  }
  const spec = {
    replicas: shape.replicas,
    minReadySeconds: shape.minReadySeconds ?? 0,
    selector: {},
    template: shape.template ?? {},
  }
  const status = { replicas: 0, ...shape.status }
  return { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata, spec, status } as unknown as ReplicaSet
}

export interface DeploymentShape {
  readonly name?: string
  readonly replicas: number
  readonly strategy?: 'RollingUpdate' | 'Recreate'
  readonly maxSurge?: IntOrString | null
  readonly maxUnavailable?: IntOrString | null
  readonly annotations?: Labels
  readonly spec?: object
  readonly status?: object
}

export function deploymentOf(shape: DeploymentShape): Deployment {
  const rollingUpdate = {
    maxSurge: shape.maxSurge ?? undefined,
    maxUnavailable: shape.maxUnavailable ?? undefined,
  }
  const type = shape.strategy ?? 'RollingUpdate'
  const spec = {
    replicas: shape.replicas,
    selector: {},
    template: {},
    strategy: type === 'RollingUpdate' ? { type, rollingUpdate } : { type },
    ...shape.spec,
  }
  const metadata = { name: shape.name ?? 'foo', uid: 'foo', annotations: shape.annotations ?? {} }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec,
    status: shape.status ?? {},
  } as unknown as Deployment
}
