/** The eviction API (pkg/registry/core/pod/storage/eviction.go, v1.36): a pod is marked as disrupted, then deleted. */
import { Pods } from '../api/kinds/pod/index.ts'
import type { Pod, PodStatus } from '../api/types/index.ts'
import { timeText } from '../core/clock.ts'
import type { Caller, DeleteOptions } from './caller.ts'
import type { ApiServer } from './server.ts'

export function evict(server: ApiServer, caller: Caller, pod: Pod, options: DeleteOptions): void {
  const { namespace = '', name, deletionTimestamp } = pod.metadata
  if (deletionTimestamp === undefined) {
    const now = timeText(server.state.tick)
    server.patchStatus(caller, Pods, pod, (stored) => withDisruption(stored.status, now))
  }
  server.delete(caller, Pods, namespace, name, options)
}

function withDisruption(status: PodStatus, now: string): PodStatus {
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    lastTransitionTime: now,
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
  } as const
  const others = (status.conditions ?? []).filter((one) => one.type !== condition.type)
  return { ...status, conditions: [...others, condition] }
}
