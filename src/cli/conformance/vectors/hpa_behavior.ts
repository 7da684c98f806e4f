import { setAutoscalerDefaults } from '../../../sim/api/kinds/horizontalPodAutoscaler/defaults.ts'
import type { ScalingBehavior, ScalingRules } from '../../../sim/api/types/index.ts'
import {
  boundedByRules,
  boundedPlainly,
  boundMessages,
} from '../../../sim/controllers/horizontalpodautoscaler/bounds.ts'
import { rulesOf } from '../../../sim/controllers/horizontalpodautoscaler/rules.ts'
import {
  changeWithin,
  longestPeriod,
  type ScaleEvent,
  withScaleEvent,
} from '../../../sim/controllers/horizontalpodautoscaler/scaleEvents.ts'
import {
  betweenBounds,
  highestOf,
  isWithin,
  withRecommendation,
} from '../../../sim/controllers/horizontalpodautoscaler/stabilization.ts'
import { ticksOf, ticksPerSecond } from '../../../sim/core/clock.ts'
import { compare, compareFields } from '../difference.ts'
import { notModelled, type Verdict } from '../vectors.ts'

// biome-ignore lint/suspicious/noExplicitAny: the fields of an input depend on the kind of its case.
type Input = any

interface Case {
  readonly kind: string
  readonly input: Input
  readonly expected: Input
}

const now = 1_000_000

const kinds: Readonly<Record<string, (input: Input, expected: Input) => Verdict>> = {
  rateLimit(input, expected) {
    const rules = rulesOf(defaulted(input))
    const events = { up: eventsOf(input.scaleUpEvents), down: eventsOf(input.scaleDownEvents) }
    const { replicas, reason } = boundedByRules(input.desiredReplicas, rangeOf(input), rules, events, now)
    return compareFields({ replicas, reason, message: boundMessages[reason] }, expected)
  },
  clampNoBehavior(input, expected) {
    return compareFields(boundedPlainly(input.desiredReplicas, rangeOf(input)), expected)
  },
  stabilizeNoBehavior({ desiredReplicas, recommendations, downscaleStabilizationSeconds }, expected) {
    const past = recommendations.map(recommendationOf)
    const window = ticksOf(downscaleStabilizationSeconds)
    const stabilized = highestOf(past, desiredReplicas, now, window).replicas
    const logLength = withRecommendation(past, desiredReplicas, now, window).length
    return compare({ stabilized, logLength }, expected)
  },
  stabilizeBehavior(input, expected) {
    const { currentReplicas, desiredReplicas } = input
    const past = input.recommendations.map(recommendationOf)
    const windows = {
      up: ticksOf(input.scaleUpStabilizationWindowSeconds),
      down: ticksOf(input.scaleDownStabilizationWindowSeconds),
    }
    const { replicas: stabilized } = betweenBounds(past, currentReplicas, desiredReplicas, now, windows)
    const kept = withRecommendation(past, desiredReplicas, now, Math.max(windows.up, windows.down))
    return compare(
      [stabilized, kept.map(({ replicas }) => replicas)],
      [expected.stabilized, expected.recommendations.map((one: Input) => one.recommendation)],
    )
  },
  storeEvents({ replicaChange, prevScaleEvents, scalingRules }, expected) {
    const before = eventsOf(prevScaleEvents)
    const rules: ScalingRules = scalingRules ?? {}
    const longest = longestPeriod(rules)
    const stored = scalingRules === null ? before : withScaleEvent(before, replicaChange, now, rules)
    return compare(
      [
        changeWithin(before, longest / ticksPerSecond, now),
        stored.map(({ change, at }) => [change, !isWithin(at, now, longest)]),
      ],
      [
        expected.replicasChangeInLongestPeriodBefore,
        expected.newScaleEvents.map((one: Input) => [one.replicaChange, one.outdated]),
      ],
    )
  },
}

export default function run({ kind, input, expected }: Case): Verdict {
  return kinds[kind]?.(input, expected) ?? `${notModelled} ${kind}`
}

function rangeOf({ currentReplicas: current, minReplicas: min, maxReplicas: max }: Input) {
  return { current, min, max }
}

function eventsOf(list: readonly { secondsAgo: number; replicaChange: number }[]): ScaleEvent[] {
  return list.map(({ secondsAgo, replicaChange }) => ({
    change: replicaChange,
    at: now - ticksOf(secondsAgo),
  }))
}

function recommendationOf({ secondsAgo, recommendation }: { secondsAgo: number; recommendation: number }) {
  return { replicas: recommendation, at: now - ticksOf(secondsAgo) }
}

/** What a user gave for one direction and for the other, either of them absent. */
function defaulted({ scaleUp, scaleDown }: Input): ScalingBehavior {
  const given = Object.entries({ scaleUp: scaleUp ?? {}, scaleDown: scaleDown ?? {} })
  const autoscaler: Input = { spec: { behavior: structuredClone(Object.fromEntries(given)) } }
  setAutoscalerDefaults(autoscaler)
  return autoscaler.spec.behavior
}
