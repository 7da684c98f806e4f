import type { Pod } from '../../../sim/api/types/index.ts'
import {
  groupOf,
  type PodGroup,
  type Reading,
} from '../../../sim/controllers/horizontalpodautoscaler/podGroups.ts'
import { parseTime } from '../../../sim/core/clock.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: {
    readonly pods: readonly Pod[]
    readonly metrics: Readonly<Record<string, MetricShape>>
    readonly resource: string
  }
  readonly expected: {
    readonly ReadyPodCount: number
    readonly UnreadyPods: object
    readonly MissingPods: object
    readonly IgnoredPods: object
  }
}

interface MetricShape {
  readonly Timestamp: { readonly secondsAgo: number } | null
  readonly Value: number
  /** "1m0s" */
  readonly Window: string
}

/** When the cases were recorded: a pod that starts in this second has just started. */
const now = parseTime('2026-11-23T18:27:43Z')
const timing = { nowSeconds: now, cpuInitializationSeconds: 120, initialReadinessSeconds: 10 }

export default function run({ input, expected }: Case): Verdict {
  const readings = new Map(Object.entries(input.metrics).map(([pod, metric]) => [pod, reading(metric)]))
  const groups: Record<PodGroup, string[]> = { ready: [], unready: [], missing: [], ignored: [] }
  for (const pod of input.pods) {
    const { name } = pod.metadata
    groups[groupOf(pod, readings.get(name), input.resource === 'cpu', timing)].push(name)
  }
  return compare(
    [groups.ready.length, ...[groups.unready, groups.missing, groups.ignored].map((pods) => pods.sort())],
    [
      expected.ReadyPodCount,
      ...[expected.UnreadyPods, expected.MissingPods, expected.IgnoredPods].map((pods) =>
        Object.keys(pods).sort(),
      ),
    ],
  )
}

function reading({ Timestamp, Value, Window }: MetricShape): Reading {
  const [, minutes = '0', seconds = '0'] = /^(?:(\d+)m)?(\d+)s$/.exec(Window) ?? []
  return {
    valueMilli: Value,
    takenAt: Timestamp === null ? Number.NEGATIVE_INFINITY : now - Timestamp.secondsAgo,
    windowSeconds: Number(minutes) * 60 + Number(seconds),
  }
}
