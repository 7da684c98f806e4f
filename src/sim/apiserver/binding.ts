/**
 * What a binding changes of a pod's spec. Field by field, although a spread is shorter: objects that are made by spreading
 * a frozen one have a hidden class each, which takes more room than the object, and whoever reads a field of them has to
 * look for it every time.
 */
import type { PodSpec } from '../api/types/index.ts'
import { settled } from '../core/frozen.ts'

export function boundSpec(spec: PodSpec, nodeName: string): PodSpec {
  return isUsual(spec) ? usualSpec(spec, nodeName) : anySpec(spec, nodeName)
}

/** The fields of a spec in which a user gave containers and the API server filled in the rest. */
const usualFields = [
  'containers',
  'dnsPolicy',
  'restartPolicy',
  'securityContext',
  'terminationGracePeriodSeconds',
  'schedulerName',
  'enableServiceLinks',
  'serviceAccountName',
  'serviceAccount',
  'priority',
  'preemptionPolicy',
  'tolerations',
] as const

function isUsual(spec: PodSpec): boolean {
  let at = 0
  for (const field in spec) if (field !== usualFields[at++]) return false
  return at === usualFields.length
}

/** All fields in one piece of memory. */
function usualSpec(spec: PodSpec, nodeName: string): PodSpec {
  return settled({
    containers: spec.containers,
    dnsPolicy: spec.dnsPolicy,
    restartPolicy: spec.restartPolicy,
    securityContext: spec.securityContext,
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds,
    schedulerName: spec.schedulerName,
    enableServiceLinks: spec.enableServiceLinks,
    serviceAccountName: spec.serviceAccountName,
    serviceAccount: spec.serviceAccount,
    priority: spec.priority,
    preemptionPolicy: spec.preemptionPolicy,
    tolerations: spec.tolerations,
    nodeName,
  } as PodSpec)
}

function anySpec(spec: PodSpec, nodeName: string): PodSpec {
  const bound: Record<string, unknown> = {}
  for (const field in spec) bound[field] = spec[field as keyof PodSpec]
  bound.nodeName = nodeName
  return settled(bound) as unknown as PodSpec
}
