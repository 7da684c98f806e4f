import type { CauseRow } from '../../state/index.ts'

/** Whose mark a write bears: yours, by your own hand or by kubectl's; a fault's; the cluster's; what was always there. */
export function byWhom({
  verb,
  actor,
}: Pick<CauseRow, 'verb' | 'actor'>): 'you' | 'fault' | 'cluster' | 'genesis' {
  if (verb === 'fault' || verb === 'genesis') return verb
  return actor === 'you' || actor === 'kubectl' ? 'you' : 'cluster'
}
