/** The usual normalisation (pkg/scheduler/framework/plugins/helper/normalize_score.go, v1.36). */
import { maxNodeScore } from './plugin.ts'

/** Scales the largest score to 100, in place; `reverse` makes the largest the worst. */
export function defaultNormalize(scores: number[], reverse: boolean): void {
  let largest = 0
  for (const score of scores) if (score > largest) largest = score
  for (let i = 0; i < scores.length; i++) {
    const scaled = largest === 0 ? 0 : Math.floor((maxNodeScore * (scores[i] as number)) / largest)
    scores[i] = reverse ? maxNodeScore - scaled : scaled
  }
}
