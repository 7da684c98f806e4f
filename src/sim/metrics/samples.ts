/** What a scrape found in the counters of a pod, and what two of them make: a rate. */
import { type Tick, ticksPerSecond } from '../core/clock.ts'
import type { Usage } from '../substrate/index.ts'
import type { Window } from './scrapes.ts'

export interface Sample {
  readonly at: Tick
  readonly cpuMicros: number
  readonly requests: number
  readonly memoryBytes: number
}

/** The last two scrapes of one pod, newest first. */
export type Samples = readonly [Sample] | readonly [Sample, Sample]

type Counter = 'cpuMicros' | 'requests'

export function withSample(samples: Samples | undefined, at: Tick, usage: Usage): Samples {
  const { cpuMicros, requests, memoryBytes } = usage
  const made = Object.freeze({ at, cpuMicros, requests, memoryBytes })
  return samples === undefined ? [made] : [made, samples[0]]
}

export function sampleAt(samples: Samples | undefined, at: Tick): Sample | undefined {
  return samples?.find((sample) => sample.at === at)
}

/** How much was counted in a second of the window. Before the first sample nobody had counted anything. */
export function perSecond(samples: Samples | undefined, counter: Counter, { from, to }: Window): number {
  const end = sampleAt(samples, to)?.[counter] ?? 0
  const begin = (sampleAt(samples, from) ?? earlierThan(samples, to))?.[counter] ?? 0
  return (Math.max(0, end - begin) * ticksPerSecond) / (to - from)
}

/** A window that begins with a new process: the counters go on from what the one before it had left. */
function earlierThan(samples: Samples | undefined, at: Tick): Sample | undefined {
  return samples?.find((sample) => sample.at < at)
}
