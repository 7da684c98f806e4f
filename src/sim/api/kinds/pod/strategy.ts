/** The registry's own doing with pods (pkg/registry/core/pod/strategy.go, Kubernetes v1.36). */
import type { Draft } from '../../kind.ts'
import type { Pod } from '../../types/index.ts'
import { qosClass } from './qos.ts'
import { withoutTokenVolume } from './tokenVolume.ts'

export function preparePod(pod: Draft): void {
  pod.status = { phase: 'Pending', qosClass: qosClass(pod.spec) }
  if (pod.spec.schedulingGates?.length > 0) pod.status.conditions = [gatedCondition]
}

/** A pod that was read and is sent back holds the volume that reading added. */
export function preparePodUpdate(pod: Draft, old: Pod): void {
  pod.spec = withoutTokenVolume(pod.spec, old)
  pod.status = old.status
}

/** Nothing has to be ended where nothing runs: an unbound or finished pod is removed at once. */
export function podGracePeriod(pod: Pod): number {
  const { phase } = pod.status
  if (pod.spec.nodeName === undefined || phase === 'Succeeded' || phase === 'Failed') return 0
  const seconds = pod.spec.terminationGracePeriodSeconds ?? 30
  return seconds < 0 ? 1 : seconds
}

const gatedCondition = {
  type: 'PodScheduled',
  status: 'False',
  reason: 'SchedulingGated',
  message: 'Scheduling is blocked due to non-empty scheduling gates',
}
