import type { CauseRow } from '../../state/index.ts'

/** Whose mark a write bears: yours, a fault's, the cluster's, or that of what was always there. */
export function byWhom({ verb, actor }: CauseRow): 'you' | 'fault' | 'cluster' | 'genesis' {
  if (verb === 'fault' || verb === 'genesis') return verb
  return verb === 'command' || actor === 'you' ? 'you' : 'cluster'
}
