/**
 * Since when the slices are out of date: the annotation that lets proxies measure their delay
 * (triggertimetracker.go in k8s.io/endpointslice, Kubernetes v1.36).
 */
import { podCondition } from '../../api/podReadiness.ts'
import type { Pod, Time } from '../../api/types/index.ts'

export const triggerTimeAnnotation = 'endpoints.kubernetes.io/last-change-trigger-time'

/** The newest time seen of each service, by its key. */
export type TriggerTimes = Map<string, Time>

/** The earliest change that the last sync has not seen: a pod that became ready or unready, or the service's creation. */
export function triggerTime(
  times: TriggerTimes,
  key: string,
  created: Time,
  pods: readonly Pod[],
): Time | undefined {
  const last = times.get(key)
  let earliest = last === undefined ? created : undefined
  let latest = last ?? created
  for (const pod of pods) {
    const time = podCondition(pod, 'Ready')?.lastTransitionTime
    if (time === undefined || (last !== undefined && time <= last)) continue
    if (earliest === undefined || time < earliest) earliest = time
    if (time > latest) latest = time
  }
  times.set(key, latest)
  return earliest
}
