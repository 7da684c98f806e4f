/**
 * The choice among the best nodes. Kubernetes draws one at random (pkg/scheduler/schedule_one.go, selectHost); here
 * each tied node gets a number from the pod's and its own key, and the lowest wins, so the same pod meets the same luck
 * in every branch of a run.
 */

/** `podKey`, `nodeKey`: 32-bit draws. */
export function tieBreak(podKey: number, nodeKey: number): number {
  let hash = podKey ^ Math.imul(nodeKey, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The index of the winner; of equal ones even in their tie-break, the first. */
export function selectHost(scores: readonly number[], nodeKeys: readonly number[], podKey: number): number {
  let best = -1
  let bestScore = -1
  let bestTie = 0
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number
    if (score < bestScore) continue
    const tie = tieBreak(podKey, nodeKeys[i] as number)
    if (score > bestScore || tie < bestTie) {
      best = i
      bestScore = score
      bestTie = tie
    }
  }
  return best
}
