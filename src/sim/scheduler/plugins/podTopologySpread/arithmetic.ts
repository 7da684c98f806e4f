/** The arithmetic of soft spreading. */
import { naturalLog } from '../../../core/lnTable.ts'
import { maxNodeScore } from '../../framework/plugin.ts'

/** Pods in small topologies weigh less than in large ones. */
export function domainWeight(domains: number): number {
  return naturalLog(domains + 2)
}

export function domainScore(count: number, maxSkew: number, weight: number): number {
  return count * weight + (maxSkew - 1)
}

/** As the quick path does it, to the last bit. */
export function roundHalfUp(score: number): number {
  return Math.floor(score + 0.5)
}

/** Raw scores count pods, so the fewest becomes the best. Ignored nodes get nothing. In place. */
export function normalizeSpread(scores: number[], ignored: readonly boolean[]): void {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (let i = 0; i < scores.length; i++) {
    if (ignored[i] === true) continue
    least = Math.min(least, scores[i] as number)
    most = Math.max(most, scores[i] as number)
  }
  for (let i = 0; i < scores.length; i++) {
    if (ignored[i] === true) scores[i] = 0
    else if (most === 0) scores[i] = maxNodeScore
    else scores[i] = Math.floor((maxNodeScore * (most + least - (scores[i] as number))) / most)
  }
}
