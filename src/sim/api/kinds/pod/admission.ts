/**
 * What admission adds to every new pod (plugin/pkg/admission/{serviceaccount,priority,defaulttolerationseconds},
 * Kubernetes v1.36). Deviations: priority classes are not modelled but for the two of the system; the volume with the
 * service account's token is added when a pod is read (see tokenVolume.ts), so that pods can share their template.
 */
import type { Draft } from '../../kind.ts'
import { forbiddenError } from '../../status.ts'
import type { Toleration } from '../../types/index.ts'

/** Seconds that a pod stays on a node that is not ready or not reachable, unless it says otherwise. */
const usualTolerationSeconds = 300
const lostNodeTaints = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']

const systemPriorities: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', 2_000_000_000],
  ['system-node-critical', 2_000_001_000],
])

export function admitPod(pod: Draft, tolerationSeconds = usualTolerationSeconds): void {
  const { spec } = pod
  spec.serviceAccountName ||= 'default'
  spec.serviceAccount = spec.serviceAccountName
  admitPriority(pod)
  const missing = lostNodeTaints.filter((key) => !(spec.tolerations ?? []).some(toleratesLoss(key)))
  if (missing.length > 0)
    spec.tolerations = [
      ...(spec.tolerations ?? []),
      ...missing.map((key) => lostNodeToleration(key, tolerationSeconds)),
    ]
}

function admitPriority(pod: Draft): void {
  const { spec, metadata } = pod
  const className: string = spec.priorityClassName ?? ''
  const priority = className === '' ? 0 : systemPriorities.get(className)
  if (priority === undefined) {
    throw forbiddenError('pods', metadata.name ?? '', `no PriorityClass with name ${className} was found`)
  }
  if (spec.priority !== undefined && spec.priority !== priority) {
    const why =
      'the integer value of priority ' +
      `(${spec.priority}) must not be provided in pod spec; priority admission controller computed ` +
      `${priority} from the given PriorityClass name`
    throw forbiddenError('pods', metadata.name ?? '', why)
  }
  spec.priority = priority
  spec.preemptionPolicy ??= 'PreemptLowerPriority'
}

function toleratesLoss(key: string): (toleration: Toleration) => boolean {
  return (one) =>
    (one.key === key || (one.key ?? '') === '') && (one.effect === 'NoExecute' || (one.effect ?? '') === '')
}

function lostNodeToleration(key: string, tolerationSeconds: number): Toleration {
  return { effect: 'NoExecute', key, operator: 'Exists', tolerationSeconds }
}
