/** The pods that "web-1", "pod/web-1", "deploy/web" or "svc/web" stand for: an object's own selector finds them. */
import type { Draft, Kind } from '../../../api/kind.ts'
import { Pods } from '../../../api/kinds/pod/index.ts'
import { matchesLabelSelector } from '../../../api/labelSelector.ts'
import type { Pod } from '../../../api/types/index.ts'
import { CommandError, throwCollected } from '../errors.ts'
import type { Call } from '../verb.ts'
import { findAll, requestOf } from './select.ts'

export interface PodsOf {
  readonly pods: readonly Pod[]
  /** Whether the user named the pod itself. */
  readonly isNamed: boolean
}

/** `purpose`: what is refused to an object without pods ("logs"). */
export function podsOf(call: Call, target: string, purpose: string): PodsOf {
  const args = target.includes('/') ? [target] : ['pods', target]
  const { found, errors } = findAll(call, requestOf(call, { args, ignoreSelector: true, ignoreFiles: true }))
  throwCollected(errors)
  const [{ kind, object }] = found as [(typeof found)[number]]
  if (kind.kind === 'Pod') return { pods: [object as Pod], isNamed: true }
  const { selector } = (object as Draft).spec ?? {}
  if (selector === undefined)
    throw new CommandError(`cannot get the ${purpose} from ${kind.kind}: selector is required`)
  const labels = kind.kind === 'Service' ? { matchLabels: selector } : selector
  const all = call.api.list(Pods as Kind, call.namespace) as readonly Pod[]
  return { pods: all.filter((pod) => matchesLabelSelector(labels, pod.metadata.labels)), isNamed: false }
}
