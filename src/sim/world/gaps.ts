/**
 * The gap: every difference between desired and actual, and who closes it. *Converged* means there is none.
 * Counted from the objects themselves; a status is a report, and its author may be asleep.
 */
import { Deployments } from '../api/kinds/deployment/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { ReplicaSets } from '../api/kinds/replicaSet/index.ts'
import { isPodActive, isPodTerminal, podCondition } from '../api/podReadiness.ts'
import type { Deployment, Node, Pod, ReplicaSet } from '../api/types/index.ts'
import type { ApiServer } from '../apiserver/server.ts'

export interface Gap {
  /** "pod/web-1" */
  readonly object: string
  readonly namespace: string
  readonly field: string
  readonly desired: string | number
  readonly actual: string | number
  /** The component whose work it is. */
  readonly owner: string
}

export function openGaps(server: ApiServer): readonly Gap[] {
  return [
    ...stored(server, Deployments).flatMap((deployment) =>
      deploymentGaps(deployment, server.byIndex(ReplicaSets, 'controllerUid', deployment.metadata.uid)),
    ),
    ...stored(server, ReplicaSets).flatMap((replicaSet) =>
      replicaSetGaps(replicaSet, activePods(server, replicaSet)),
    ),
    ...stored(server, Pods).flatMap(podGaps),
    ...stored(server, Nodes).flatMap(nodeGaps),
  ]
}

type KindOf<T> = Parameters<ApiServer['list']>[0] & {
  readonly columns: readonly { cell(object: T, now: number): unknown }[]
}

function stored<T>(server: ApiServer, kind: KindOf<T>): readonly T[] {
  return server.list(kind) as unknown as readonly T[]
}

/** `sets`: the ReplicaSets that it controls. */
export function deploymentGaps(deployment: Deployment, sets: readonly ReplicaSet[]): readonly Gap[] {
  if (deployment.metadata.deletionTimestamp !== undefined) return []
  const wanted = deployment.spec.replicas
  const promised = sets.reduce((sum, set) => sum + set.spec.replicas, 0)
  const gap = gapOf('deployment', deployment, 'deployment-controller')
  const gaps: Gap[] = promised === wanted ? [] : [gap('replicas', wanted, promised)]
  if (deployment.status.observedGeneration !== deployment.metadata.generation) {
    gaps.push(
      gap(
        'observedGeneration',
        deployment.metadata.generation ?? 0,
        deployment.status.observedGeneration ?? 0,
      ),
    )
  }
  const filled = sets.filter((set) => set.spec.replicas > 0).length
  if (filled > 1) gaps.push(gap('revisions', 1, filled))
  return gaps
}

/** `active`: how many of its pods are neither over nor ending. */
export function replicaSetGaps(replicaSet: ReplicaSet, active: number): readonly Gap[] {
  if (replicaSet.metadata.deletionTimestamp !== undefined) return []
  const gap = gapOf('replicaset', replicaSet, 'replicaset-controller')
  return active === replicaSet.spec.replicas ? [] : [gap('replicas', replicaSet.spec.replicas, active)]
}

function activePods(server: ApiServer, { metadata }: ReplicaSet): number {
  return server.byIndex(Pods, 'controllerUid', metadata.uid).filter(isPodActive).length
}

export type PodGapField = 'existence' | 'nodeName' | 'Ready'

export const ownerOfPodGap: { readonly [F in PodGapField]: string } = {
  existence: 'kubelet',
  nodeName: 'default-scheduler',
  Ready: 'kubelet',
}

export function podGaps(pod: Pod): readonly Gap[] {
  const field = podGapField(pod)
  if (field === undefined) return []
  return [gapOf('pod', pod, ownerOfPodGap[field])(field, desiredOfPod[field], actualOfPod(pod, field))]
}

/** Undefined: none. Asked after every write to every pod, it makes no objects. */
export function podGapField(pod: Pod): PodGapField | undefined {
  if (pod.metadata.deletionTimestamp !== undefined) return 'existence'
  if (isPodTerminal(pod)) return undefined
  if (!pod.spec.nodeName) return 'nodeName'
  return podCondition(pod, 'Ready')?.status === 'True' ? undefined : 'Ready'
}

const desiredOfPod: { readonly [F in PodGapField]: string } = {
  existence: 'gone',
  nodeName: 'a node',
  Ready: 'True',
}

export function actualOfPod(pod: Pod, field: PodGapField): string {
  if (field === 'existence') return 'Terminating'
  return field === 'nodeName' ? 'none' : (podCondition(pod, 'Ready')?.status ?? 'Unknown')
}

export function nodeGaps(node: Node): readonly Gap[] {
  const ready = node.status.conditions?.find((condition) => condition.type === 'Ready')?.status
  return ready === 'True' ? [] : [gapOf('node', node, 'kubelet')('Ready', 'True', ready ?? 'Unknown')]
}

function gapOf(kind: string, object: { readonly metadata: Pod['metadata'] }, owner: string) {
  const { name, namespace = '' } = object.metadata
  return (field: string, desired: Gap['desired'], actual: Gap['actual']): Gap => ({
    object: `${kind}/${name}`,
    namespace,
    field,
    desired,
    actual,
    owner,
  })
}
