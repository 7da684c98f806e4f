/** Deployments, and ReplicaSets that no Deployment owns, told alike. */
import type { DeploymentCard, ReplicaSetCard, World } from '../../../state/index.ts'

export interface Workload {
  readonly slot: number
  readonly kind: 'deployment' | 'replicaset'
  readonly namespace: string
  readonly name: string
  readonly desired: number
  /** Pods that exist and are not ending. */
  readonly existing: number
  /** Unknown of a ReplicaSet on its own: its pods that exist stand for it. */
  readonly ready: number
  /** Its first container; empty where it is not known. */
  readonly container: string
  readonly image: string
  readonly revision: number
  readonly paused: boolean
  readonly isRolling: boolean
}

export function workloadsOf(
  deployments: World['deployments'],
  replicaSets: World['replicaSets'],
): readonly Workload[] {
  const existing = new Map<number, number>()
  const bare: Workload[] = []
  for (const set of replicaSets.values()) {
    if (set.owner === 0) bare.push(bareSet(set))
    else existing.set(set.owner, (existing.get(set.owner) ?? 0) + set.actual)
  }
  const owned = [...deployments.values()].map((deployment) =>
    ofDeployment(deployment, existing.get(deployment.slot) ?? 0),
  )
  return [...owned, ...bare].sort((a, b) => a.slot - b.slot)
}

/** Pods that are wanted and do not exist. */
export function holesOf(workloads: readonly Workload[]): number {
  return workloads.reduce((sum, { desired, existing }) => sum + Math.max(0, desired - existing), 0)
}

function ofDeployment(deployment: DeploymentCard, existing: number): Workload {
  return { ...deployment, kind: 'deployment', existing }
}

function bareSet(set: ReplicaSetCard): Workload {
  const { actual } = set
  return {
    ...set,
    kind: 'replicaset',
    container: '',
    existing: actual,
    ready: actual,
    paused: false,
    isRolling: false,
  }
}
