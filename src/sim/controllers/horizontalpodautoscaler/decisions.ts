/** What the controller remembers of its decisions, for those who show it. */
import type { Decision } from './decision.ts'
import type { Memory } from './memory.ts'

/** Oldest first; `key`: "namespace/name". */
export function decisionsOf({ decisions }: Memory, key: string): readonly Decision[] {
  return decisions.get(key) ?? []
}
