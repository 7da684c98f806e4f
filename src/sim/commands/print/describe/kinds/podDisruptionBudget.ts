import { formatLabelSelector } from '../../../../api/labelSelector.ts'
import type { PodDisruptionBudget } from '../../../../api/types/index.ts'
import { type Describer, describeEventsOf } from '../describer.ts'

const describer: Describer<PodDisruptionBudget> = {
  kind: 'PodDisruptionBudget',
  describe(out, budget, context) {
    const { metadata, spec, status } = budget
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    if (spec.minAvailable !== undefined) out.field(0, 'Min available', spec.minAvailable)
    else if (spec.maxUnavailable !== undefined) out.field(0, 'Max unavailable', spec.maxUnavailable)
    out.field(0, 'Selector', spec.selector === undefined ? '<unset>' : formatLabelSelector(spec.selector))
    out.line(0, 'Status:')
    out.field(2, 'Allowed disruptions', status.disruptionsAllowed)
    out.field(2, 'Current', status.currentHealthy)
    out.field(2, 'Desired', status.desiredHealthy)
    out.field(2, 'Total', status.expectedPods)
    describeEventsOf(out, budget, context)
  },
}
export default describer
