/**
 * Pods that the recorder itself made unready or gave restarts: seen in the timeline as changes that the recording's
 * kubelet does not make.
 */
import type { PodStatus } from '../../../sim/api/types/index.ts'
import type { Deed } from './deeds.ts'
import type { Fields, Recording } from './recording.ts'

export function meddlings({ timeline, actions }: Recording): readonly Deed[] {
  if (crashesByItself(actions)) return []
  const before = new Map<string, Fields>()
  const unreadied = new Set<string>()
  const lostNodes = new Set<string>()
  const deeds: Deed[] = []
  for (const { t, kind, name, type, fields } of timeline) {
    if (kind === 'Node') lostNodes[fields.ready === 'True' ? 'delete' : 'add'](name)
    if (kind !== 'Pod') continue
    const earlier = before.get(name)
    before.set(name, fields)
    if (type !== 'MODIFIED' || earlier === undefined || fields.deleting || lostNodes.has(fields.node))
      continue
    if ((fields.restarts ?? 0) !== (earlier.restarts ?? 0))
      deeds.push({ t, pod: name, change: restarts(fields.restarts) })
    else if (earlier.ready === 'True' && fields.ready === 'False') {
      unreadied.add(name)
      deeds.push({ t, pod: name, change: readiness('False') })
    } else if (unreadied.has(name) && earlier.ready === 'False' && fields.ready === 'True')
      deeds.push({ t, pod: name, change: readiness('True') })
  }
  return deeds
}

function crashesByItself(actions: Recording['actions']): boolean {
  return JSON.stringify(actions).includes('fake/crash')
}

function readiness(ready: 'True' | 'False') {
  return (status: PodStatus, now: string): PodStatus => ({
    ...status,
    conditions: (status.conditions ?? []).map((condition) => {
      if (condition.type !== 'Ready' && condition.type !== 'ContainersReady') return condition
      const { reason: _, ...rest } = condition
      const why = ready === 'True' ? {} : { reason: 'ContainersNotReady' }
      return { ...rest, ...why, status: ready, lastTransitionTime: now }
    }),
    containerStatuses: (status.containerStatuses ?? []).map((one) => ({ ...one, ready: ready === 'True' })),
  })
}

function restarts(count: number) {
  return (status: PodStatus): PodStatus => ({
    ...status,
    containerStatuses: (status.containerStatuses ?? []).map((one) => ({ ...one, restartCount: count })),
  })
}
