/** How long the cloud takes: drawn from the thing itself, so that one more order does not change all later luck. */
import type { Tick } from '../core/clock.ts'
import { drawBelow } from '../core/draw.ts'

/** Between `mean` less and `mean` more a share of it, every tick as likely as any. */
export function bootDelay(seed: number, machine: string, attempt: number, mean: Tick, share: number): Tick {
  const spread = Math.floor(mean * share)
  return mean - spread + drawBelow(2 * spread + 1, seed, 'boot', machine, attempt)
}

export function loadBalancerDelay(seed: number, owner: string, [least, most]: readonly [Tick, Tick]): Tick {
  return least + drawBelow(most - least + 1, seed, 'load-balancer', owner, 0)
}
