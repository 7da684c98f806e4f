/** Defaults of pods themselves, which templates don't get (pkg/apis/core/v1/defaults.go, Kubernetes v1.36). */
import type { Draft } from '../../kind.ts'
import { containersOf, defaultPodSpec } from './specDefaults.ts'

export function setPodDefaults(pod: Draft): void {
  pod.spec ??= {}
  const { spec } = pod
  defaultPodSpec(spec)
  for (const container of containersOf(spec)) requestWhatIsLimited(container.resources)
  spec.enableServiceLinks ??= true
  if (spec.hostNetwork) for (const container of containersOf(spec)) exposeOnHost(container)
}

/** A limit without a request is taken as the request too. */
function requestWhatIsLimited(resources: Draft): void {
  if (resources.limits === undefined) return
  resources.requests = { ...resources.limits, ...resources.requests }
}

/** A pod on the node's network has its ports there. */
function exposeOnHost(container: Draft): void {
  for (const port of container.ports ?? []) port.hostPort ||= port.containerPort
}
