/** What ReplicaSets and Deployments have in common in their descriptions. */
import type { WorkloadCondition } from '../../../api/types/index.ts'
import type { Description } from './description.ts'

export function describeWorkloadConditions(
  out: Description,
  conditions: readonly WorkloadCondition[] = [],
): void {
  if (conditions.length === 0) return
  out.line(0, 'Conditions:')
  out.line(1, 'Type\tStatus\tReason')
  out.line(1, '----\t------\t------')
  for (const { type, status, reason = '' } of conditions) out.line(1, `${type} \t${status}\t${reason}`)
}
