import type { Tick } from '../core/clock.ts'
import type { Samples } from './samples.ts'

export const metricsServerName = 'metrics-server'

export interface Memory {
  /** Since when it runs: earlier scrapes are not known. */
  since: Tick
  /** The scrape for which a timer is set; 0: none, since nobody uses a pod. */
  armed: Tick
  isDue: boolean
  /** By the pods' slots. */
  readonly samples: Map<number, Samples>
}

export function freshMemory(since: Tick): Memory {
  return { since, armed: 0, isDue: false, samples: new Map() }
}
