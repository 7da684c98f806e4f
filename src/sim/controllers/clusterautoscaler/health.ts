import { isReady, type Picture } from './picture.ts'
import { hasTaint, toBeDeleted } from './taints.ts'

/** --ok-total-unready-count, --max-total-unready-percentage */
const okUnready = 3
const mostUnreadyShare = 0.45

/** When too much is down at once, it is no time to change anything. Nodes on their way out are down for a good reason. */
export function isHealthy({ nodes }: Pick<Picture, 'nodes'>): boolean {
  const unready = nodes.filter((node) => !isReady(node) && !hasTaint(node, toBeDeleted)).length
  return unready <= okUnready || unready <= mostUnreadyShare * nodes.length
}
