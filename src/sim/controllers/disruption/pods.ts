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
  return candidates.filter((pod) => coversPod(budget, pod))
}
