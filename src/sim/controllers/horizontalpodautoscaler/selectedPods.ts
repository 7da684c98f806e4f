/** Whom an autoscaler measures, and whether another one measures the same. */
import { Pods } from '../../api/kinds/pod/index.ts'
import { selectorKey } from '../../api/kinds/selection.ts'
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import type { LabelSelector, Pod } from '../../api/types/index.ts'
import type { Context, Memory } from './memory.ts'

export function podsSelected(
  { lister }: Context,
  namespace: string,
  selector: LabelSelector,
): readonly Pod[] {
  const hasPair = Object.keys(selector.matchLabels ?? {}).length > 0
  const candidates = hasPair
    ? lister(Pods).byIndex('label', selectorKey(namespace, selector.matchLabels))
    : lister(Pods)
        .all()
        .filter(({ metadata }) => metadata.namespace === namespace)
  return candidates.filter(matchedBy(selector))
}

/** Pods of one template share their labels, so most are judged by the pod before them. */
function matchedBy(selector: LabelSelector): (pod: Pod) => boolean {
  let last: Pod | undefined
  let isMatched = false
  return (pod) => {
    if (last === undefined || pod.metadata.labels !== last.metadata.labels)
      isMatched = matchesLabelSelector(selector, pod.metadata.labels)
    last = pod
    return isMatched
  }
}

/** The keys of all autoscalers that select one of these pods, in their order. */
export function selectingAutoscalers(
  { selectors }: Memory,
  namespace: string,
  pods: readonly Pod[],
): readonly string[] {
  const labels = labelsOf(pods)
  return [...selectors.keys()].sort().filter((key) => {
    const selector = selectors.get(key)
    if (!selector || !key.startsWith(`${namespace}/`)) return false
    return labels.some((one) => matchesLabelSelector(selector, one))
  })
}

/** Those of one template lie one after another, and share theirs. */
function labelsOf(pods: readonly Pod[]): readonly Pod['metadata']['labels'][] {
  const found = new Set<Pod['metadata']['labels']>()
  let last: Pod['metadata']['labels'] | null = null
  for (const { metadata } of pods) {
    if (metadata.labels !== last) found.add(metadata.labels)
    last = metadata.labels
  }
  return [...found]
}
