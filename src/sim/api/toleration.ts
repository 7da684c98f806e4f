/** Taints and what tolerates them (k8s.io/api/core/v1/toleration.go and taint.go, Kubernetes v1.36). */
import type { Taint, Toleration } from './types/index.ts'

/**
 * An empty key or effect of the toleration stands for any. Comparing values as numbers (operators Lt and Gt) is a
 * feature that is off by default: those tolerate nothing.
 */
export function toleratesTaint(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) return false
  if (toleration.key && toleration.key !== taint.key) return false
  if (toleration.operator === 'Exists') return true
  const isEqual = !toleration.operator || toleration.operator === 'Equal'
  return isEqual && (toleration.value ?? '') === (taint.value ?? '')
}

/** The first taint of the given effects (all, if none are given) that nothing tolerates. */
export function findUntoleratedTaint(
  taints: readonly Taint[] | undefined,
  tolerations: readonly Toleration[] | undefined,
  effects?: readonly string[],
): Taint | undefined {
  return taints?.find((taint) => {
    if (effects && !effects.includes(taint.effect)) return false
    return !tolerations?.some((toleration) => toleratesTaint(toleration, taint))
  })
}

/** Effects that keep new pods away. */
export const schedulingEffects: readonly string[] = ['NoSchedule', 'NoExecute']

/**
 * Seconds a pod may stay on a node with these NoExecute taints: 0 if one isn't tolerated, undefined if it may stay for
 * ever. Each taint counts with the first toleration that covers it, and the shortest of these decides.
 */
export function secondsTolerated(
  taints: readonly Taint[],
  tolerations: readonly Toleration[] | undefined,
): number | undefined {
  let shortest: number | undefined
  for (const taint of taints) {
    const toleration = tolerations?.find((one) => toleratesTaint(one, taint))
    if (!toleration) return 0
    const seconds = toleration.tolerationSeconds
    if (seconds === undefined || seconds === null) continue
    const whole = Math.max(0, seconds)
    shortest = Math.min(shortest ?? whole, whole)
  }
  return shortest
}

/** Two taints of one key and effect are the same taint, whatever their values. */
export function isSameTaint(a: Taint, b: Taint): boolean {
  return a.key === b.key && a.effect === b.effect
}

/** "key=value:effect", as kubectl writes taints. */
export function taintText({ key, value, effect }: Taint): string {
  const subject = value ? `${key}=${value}` : key
  return effect || value ? `${subject}:${effect ?? ''}` : subject
}
