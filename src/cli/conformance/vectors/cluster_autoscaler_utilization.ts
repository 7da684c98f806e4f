import type { Node, Pod } from '../../../sim/api/types/index.ts'
import { utilizationOf } from '../../../sim/controllers/clusterautoscaler/utilization.ts'
import { dateText, epochSeconds } from '../../../sim/core/clock.ts'
import type { Verdict } from '../vectors.ts'

interface Asked {
  readonly cpu: string | null
  readonly memory: string | null
  readonly 'nvidia.com/gpu'?: string
  readonly restartPolicy?: string
}

interface CasePod extends Asked {
  readonly initContainers?: readonly Asked[]
  readonly daemonSet?: boolean
  readonly daemonSetAnnotation?: boolean
  readonly mirror?: boolean
  readonly deletedSecondsAgo?: number
}

interface Case {
  readonly input: {
    readonly allocatable: Record<string, string>
    readonly pods: readonly CasePod[]
    readonly skipDaemonSetPods: boolean
    readonly skipMirrorPods: boolean
  }
  readonly expected: { readonly utilization: number; readonly cpu?: number; readonly dominant?: string }
}

const now = epochSeconds + 3600
const tolerance = 0.01

/** Shares are compared within a hundredth, as the file says. */
export default function run({ input, expected }: Case): Verdict {
  const node = { metadata: { name: 'node' }, status: { allocatable: input.allocatable } } as unknown as Node
  const skipped = { daemonSets: input.skipDaemonSetPods, mirrors: input.skipMirrorPods }
  const { cpu, resource, share } = utilizationOf(node, input.pods.map(podOf), now, skipped)
  if (!isNear(share, expected.utilization)) return `is ${share}, not ${expected.utilization}`
  if (expected.cpu !== undefined && !isNear(cpu, expected.cpu)) return `CPU is ${cpu}, not ${expected.cpu}`
  if (expected.dominant !== undefined && resource !== expected.dominant)
    return `${resource} decides, not ${expected.dominant}`
  return true
}

function isNear(is: number, should: number): boolean {
  return Math.abs(is - should) <= tolerance * Math.abs(should)
}

function podOf(asked: CasePod): Pod {
  const { daemonSet, daemonSetAnnotation, mirror, deletedSecondsAgo } = asked
  const owner = { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'ds', uid: 'ds', controller: true }
  const annotations = {
    ...(daemonSetAnnotation ? { 'cluster-autoscaler.kubernetes.io/daemonset-pod': 'true' } : {}),
    ...(mirror ? { 'kubernetes.io/config.mirror': 'x' } : {}),
  }
  return {
    metadata: {
      annotations,
      ...(daemonSet ? { ownerReferences: [owner] } : {}),
      ...(deletedSecondsAgo === undefined
        ? {}
        : { deletionTimestamp: `${dateText(now - deletedSecondsAgo)}Z` }),
    },
    spec: {
      containers: [containerOf(asked)],
      initContainers: (asked.initContainers ?? []).map(containerOf),
    },
  } as unknown as Pod
}

function containerOf(asked: Asked): object {
  const requests = Object.fromEntries(
    (['cpu', 'memory', 'nvidia.com/gpu'] as const).flatMap((name) =>
      asked[name] ? [[name, asked[name]]] : [],
    ),
  )
  return { resources: { requests }, ...(asked.restartPolicy ? { restartPolicy: asked.restartPolicy } : {}) }
}
