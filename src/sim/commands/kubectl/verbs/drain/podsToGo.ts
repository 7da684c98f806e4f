/** Which pods of a node a drain takes away, and which it refuses to touch (pkg/drain/filters.go, v1.36). */
import type { Kind } from '../../../../api/kind.ts'
import { Pods } from '../../../../api/kinds/pod/index.ts'
import type { Pod } from '../../../../api/types/index.ts'
import { selectorFilter } from '../../resources/filter.ts'
import type { Call } from '../../verb.ts'

const mirror = 'kubernetes.io/config.mirror'

interface Verdict {
  readonly goes: boolean
  readonly warning?: string
  readonly error?: string
}

export interface PodsToGo {
  readonly pods: readonly Pod[]
  /** "ignoring DaemonSet-managed Pods: default/a, default/b; …" */
  readonly warnings: string
  readonly errors: readonly string[]
}

export function podsToGo(call: Call, node: string): PodsToGo {
  const filter = selectorFilter(call.flags.text('pod-selector'), `spec.nodeName=${node}`)
  const pods = filter.list(call.api, Pods as Kind, undefined) as readonly Pod[]
  const judged = pods.map((pod) => ({ pod, verdict: verdictOn(pod, call) }))
  const warnings = grouped(judged.map(({ pod, verdict }) => [verdict.warning, pod]))
  const errors = grouped(judged.map(({ pod, verdict }) => [verdict.error, pod]))
  return {
    pods: judged.filter(({ verdict }) => verdict.goes).map(({ pod }) => pod),
    warnings: warnings.join('; '),
    errors,
  }
}

/** The last filter that has something to say decides; one that keeps the pod ends it. */
function verdictOn(pod: Pod, { flags }: Call): Verdict {
  const owner = pod.metadata.ownerReferences?.find((one) => one.controller)
  const finished = pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed'
  const force = flags.on('force')
  if (isLongGone(pod, flags.number('skip-wait-for-delete-timeout'))) return { goes: false }
  if (owner?.kind === 'DaemonSet' && !finished) {
    if (flags.on('ignore-daemonsets')) return { goes: false, warning: 'ignoring DaemonSet-managed Pods' }
    return { goes: false, error: 'cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore)' }
  }
  if (pod.metadata.annotations?.[mirror] !== undefined) return { goes: false }
  if (finished) return { goes: true }
  const isLocal = (pod.spec.volumes ?? []).some((volume) => volume.emptyDir !== undefined)
  if (isLocal && !flags.on('delete-emptydir-data') && !flags.on('delete-local-data')) {
    return {
      goes: false,
      error: 'cannot delete Pods with local storage (use --delete-emptydir-data to override)',
    }
  }
  if (owner !== undefined)
    return isLocal ? { goes: true, warning: 'deleting Pods with local storage' } : { goes: true }
  if (force) return { goes: true, warning: 'deleting Pods that declare no controller' }
  return { goes: false, error: 'cannot delete Pods that declare no controller (use --force to override)' }
}

function isLongGone(pod: Pod, seconds: number): boolean {
  return seconds > 0 && pod.metadata.deletionTimestamp !== undefined
}

/** "text: default/a, default/b", in the order in which the texts come up. */
function grouped(said: readonly (readonly [string | undefined, Pod])[]): readonly string[] {
  const names = new Map<string, string[]>()
  for (const [text, pod] of said) {
    if (text === undefined) continue
    const name = `${pod.metadata.namespace}/${pod.metadata.name}`
    names.set(text, [...(names.get(text) ?? []), name])
  }
  return [...names].map(([text, list]) => `${text}: ${list.join(', ')}`)
}
