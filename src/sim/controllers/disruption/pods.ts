import { Pods } from '../../api/kinds/pod/index.ts'
import { coversPod } from '../../api/kinds/podDisruptionBudget/selection.ts'
import { selectorKey } from '../../api/kinds/selection.ts'
import type { Pod, PodDisruptionBudget } from '../../api/types/index.ts'
import type { HandlerContext } from '../../client/controller.ts'

/** The pods that the budget is about, whatever has become of them. */
export function selectedPods(
  { lister }: Pick<HandlerContext<unknown>, 'lister'>,
  budget: PodDisruptionBudget,
): readonly Pod[] {
  const { matchLabels } = budget.spec.selector ?? {}
  const pods = lister(Pods)
  const isNarrow = matchLabels !== undefined && Object.keys(matchLabels).length > 0
  const candidates = isNarrow
    ? pods.byIndex('label', selectorKey(budget.metadata.namespace, matchLabels))
    : pods.all()
  return candidates.filter(coveredBy(budget))
}

/** Pods of one template share their labels, so most are judged by the pod before them. */
function coveredBy(budget: PodDisruptionBudget): (pod: Pod) => boolean {
  let last: Pod | undefined
  let isCovered = false
  return (pod) => {
    const { namespace, labels } = pod.metadata
    if (last === undefined || labels !== last.metadata.labels || namespace !== last.metadata.namespace)
      isCovered = coversPod(budget, pod)
    last = pod
    return isCovered
  }
}
