/** What the plugins need of a pod's spec, worked out once (pkg/scheduler/framework/types.go, PodInfo, v1.36). */
import { podRequests, type ResourceAmounts } from '../../api/podRequests.ts'
import type { Container, PodSpec } from '../../api/types/index.ts'
import { WeakTable } from '../../core/weakTable.ts'
import { normalizedImageName } from './imageName.ts'

export interface PodShape {
  /** What the pod really requests. */
  readonly requests: ResourceAmounts
  readonly resourceNames: readonly string[]
  /** What scoring takes it to request: a container without a request counts as 100 m and 200 MiB. */
  readonly nonZeroCpu: number
  readonly nonZeroMemory: number
  readonly images: readonly string[]
}

const missingRequests = { cpu: '100m', memory: '200Mi' }

/** By the list of containers, which a bound pod shares with its template. */
const known = new WeakTable<readonly Container[], { readonly spec: PodSpec; readonly shape: PodShape }>()

export function podShape(spec: PodSpec): PodShape {
  const entry = known.get(spec.containers)
  if (entry !== undefined && requestsAlike(entry.spec, spec)) return entry.shape
  const shape = readShape(spec)
  known.set(spec.containers, { spec, shape })
  return shape
}

export function hasAffinity(spec: PodSpec): boolean {
  return spec.affinity?.podAffinity !== undefined || spec.affinity?.podAntiAffinity !== undefined
}

function readShape(spec: PodSpec): PodShape {
  const requests = podRequests(spec)
  const nonZero = podRequests(spec, missingRequests)
  return {
    requests,
    resourceNames: Object.keys(requests).sort(),
    nonZeroCpu: nonZero.cpu ?? 0,
    nonZeroMemory: nonZero.memory ?? 0,
    images: [...(spec.initContainers ?? []), ...spec.containers].map(({ image = '' }) =>
      normalizedImageName(image),
    ),
  }
}

function requestsAlike(left: PodSpec, right: PodSpec): boolean {
  return (
    left.initContainers === right.initContainers &&
    left.overhead === right.overhead &&
    left.resources === right.resources
  )
}
