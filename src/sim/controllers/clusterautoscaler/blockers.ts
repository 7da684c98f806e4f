/**
 * Which pods of a node have to move before it can go, and which forbid it (cluster-autoscaler/simulator/drainability/rules).
 * The first rule that has something to say decides.
 */
import { controllerOf } from '../../api/kinds/owners.ts'
import { isPodTerminal } from '../../api/podReadiness.ts'
import type { Pod } from '../../api/types/index.ts'
import { isDaemonSetPod, isLongTerminating, isMirrorPod } from './utilization.ts'

export type BlockingReason =
  | 'NotReplicated'
  | 'UnmovableKubeSystemPod'
  | 'NotSafeToEvictAnnotation'
  | 'LocalStorageRequested'
  | 'NotEnoughPdb'

export interface DrainRules {
  readonly skipsLocalStorage: boolean
  readonly skipsSystemPods: boolean
  /** How many disruptions the pod's budget still allows; undefined: it has none. */
  budgetOf(pod: Pod): number | undefined
}

export type Verdict = 'moves' | 'stays' | BlockingReason

export interface PodsToMove {
  readonly pods: readonly Pod[]
  readonly blocked?: { readonly pod: Pod; readonly reason: BlockingReason }
}

const annotation = 'cluster-autoscaler.kubernetes.io/'

export function podsToMove(pods: readonly Pod[], nowSeconds: number, rules: DrainRules): PodsToMove {
  const moving: Pod[] = []
  for (const pod of pods) {
    const verdict = verdictOn(pod, nowSeconds, rules)
    if (verdict === 'moves') moving.push(pod)
    else if (verdict !== 'stays') return { pods: [], blocked: { pod, reason: verdict } }
  }
  return { pods: moving }
}

export function verdictOn(pod: Pod, nowSeconds: number, rules: DrainRules): Verdict {
  if (isMirrorPod(pod) || isLongTerminating(pod, nowSeconds) || isDaemonSetPod(pod)) return 'stays'
  const isEnding = isPodTerminal(pod)
  const safe = pod.metadata.annotations?.[`${annotation}safe-to-evict`]
  const budget = rules.budgetOf(pod)
  if (safe === 'true' || isEnding) return budget === 0 && !isEnding ? 'NotEnoughPdb' : 'moves'
  if (controllerOf(pod) === undefined) return 'NotReplicated'
  if (rules.skipsSystemPods && pod.metadata.namespace === 'kube-system' && budget === undefined)
    return 'UnmovableKubeSystemPod'
  if (safe === 'false') return 'NotSafeToEvictAnnotation'
  if (rules.skipsLocalStorage && hasUnsafeLocalStorage(pod)) return 'LocalStorageRequested'
  return budget === 0 ? 'NotEnoughPdb' : 'moves'
}

function hasUnsafeLocalStorage({ metadata, spec }: Pod): boolean {
  const declared = metadata.annotations?.[`${annotation}safe-to-evict-local-volumes`] ?? ''
  const safe = declared.split(',').map((name) => name.trim())
  return (spec.volumes ?? []).some((volume) => {
    const emptyDir = volume.emptyDir as { readonly medium?: string } | undefined
    const isLocal = volume.hostPath !== undefined || (emptyDir !== undefined && emptyDir.medium !== 'Memory')
    return isLocal && !safe.includes(volume.name)
  })
}
