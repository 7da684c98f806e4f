/** What pods request of a resource, in thousandths (calculateRequests in replica_calculator.go, Kubernetes v1.36). */
import { isSidecar } from '../../api/podRequests.ts'
import { toMilli } from '../../api/quantity.ts'
import type { Container, Pod } from '../../api/types/index.ts'
import { Unmeasurable } from './unmeasurable.ts'

export interface Measured {
  /** "cpu" */
  readonly resource: string
  /** Only this container counts; absent: all that run together. */
  readonly container?: string | undefined
}

/**
 * What a pod requests, for pods that are asked for one after another: those of one template share their containers, so most
 * ask for as much as the one before them. One container without a request is enough to know nothing: `Unmeasurable`.
 */
export function requestReader(measured: Measured): (pod: Pod) => number {
  let last: Pod | undefined
  let request = 0
  return (pod) => {
    if (last === undefined || !isAlike(pod, last)) request = requestOf(pod, measured)
    last = pod
    return request
  }
}

function isAlike({ spec }: Pod, { spec: other }: Pod): boolean {
  return (
    spec.containers === other.containers &&
    spec.initContainers === other.initContainers &&
    spec.resources === other.resources
  )
}

function requestOf(pod: Pod, { resource, container }: Measured): number {
  const whole = pod.spec.resources?.requests?.[resource]
  if (whole !== undefined && container === undefined) return toMilli(whole)
  return runningTogether(pod)
    .filter(({ name }) => container === undefined || name === container)
    .reduce((sum, one) => sum + requestIn(one, resource, pod), 0)
}

function runningTogether({ spec }: Pod): readonly Container[] {
  return [...spec.containers, ...(spec.initContainers ?? []).filter(isSidecar)]
}

function requestIn({ name, resources }: Container, resource: string, pod: Pod): number {
  const request = resources?.requests?.[resource]
  if (request === undefined)
    throw new Unmeasurable(`missing request for ${resource} in container ${name} of Pod ${pod.metadata.name}`)
  return toMilli(request)
}
