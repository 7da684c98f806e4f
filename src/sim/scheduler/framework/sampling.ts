/** How many nodes that fit are enough to choose from (pkg/scheduler/schedule_one.go, v1.36). */

const minFeasibleNodes = 100
const minPercentage = 5

/** `percentage` 0: by the size of the cluster, from 50 % down to 5 %. */
export function numFeasibleNodesToFind(nodeCount: number, percentage = 0): number {
  if (nodeCount < minFeasibleNodes || percentage >= 100) return nodeCount
  const adaptive = Math.max(minPercentage, 50 - Math.floor(nodeCount / 125))
  const percent = percentage === 0 ? adaptive : percentage
  return Math.max(minFeasibleNodes, Math.floor((nodeCount * percent) / 100))
}
