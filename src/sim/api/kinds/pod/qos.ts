/** The quality-of-service class of a pod (pkg/apis/core/v1/helper/qos, Kubernetes v1.36). */
import { compareQuantities } from '../../quantity.ts'
import type { Container, PodSpec, PodStatus, ResourceList, ResourceRequirements } from '../../types/index.ts'

const computeResources = ['cpu', 'memory'] as const

export function qosClass(spec: PodSpec): NonNullable<PodStatus['qosClass']> {
  const parts = accountedParts(spec)
  if (parts.every((part) => !asksForAnything(part))) return 'BestEffort'
  return parts.every(isGuaranteed) ? 'Guaranteed' : 'Burstable'
}

/** Resources of the whole pod count in place of its containers'. */
function accountedParts(spec: PodSpec): readonly ResourceRequirements[] {
  if (spec.resources !== undefined) return [spec.resources]
  const containers: readonly Container[] = [...(spec.containers ?? []), ...(spec.initContainers ?? [])]
  return containers.map((container) => container.resources ?? {})
}

function asksForAnything({ requests, limits }: ResourceRequirements): boolean {
  return computeResources.some((name) => isSet(requests, name) || isSet(limits, name))
}

/** Both resources limited, and requested to the limit. */
function isGuaranteed({ requests, limits }: ResourceRequirements): boolean {
  return computeResources.every((name) => {
    if (!isSet(limits, name) || !isSet(requests, name)) return false
    return compareQuantities(requests?.[name] as string, limits?.[name] as string) === 0
  })
}

function isSet(list: ResourceList | undefined, name: string): boolean {
  const quantity = list?.[name]
  return quantity !== undefined && compareQuantities(quantity, '0') > 0
}
