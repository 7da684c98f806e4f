import type { Node } from '../../types/index.ts'

const rolePrefix = 'node-role.kubernetes.io/'

/** From labels `node-role.kubernetes.io/ROLE` and `kubernetes.io/role=ROLE`, sorted. */
export function nodeRoles(node: Node): string {
  const roles = new Set<string>()
  for (const [key, value] of Object.entries(node.metadata.labels ?? {})) {
    if (key.startsWith(rolePrefix) && key.length > rolePrefix.length) roles.add(key.slice(rolePrefix.length))
    else if (key === 'kubernetes.io/role' && value !== '') roles.add(value)
  }
  return roles.size === 0 ? '<none>' : [...roles].sort().join(',')
}
