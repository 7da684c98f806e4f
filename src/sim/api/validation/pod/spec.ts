/**
 * What a pod's spec must be like, in a pod or in a template
 * (pkg/apis/core/validation/validation.go ValidatePodSpec, Kubernetes v1.36).
 * Deviations: resource claims, ephemeral containers, Windows and pod-level resources are not checked.
 */
import { type FieldError, invalid, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { dnsLabelErrors, dnsSubdomainErrors, inclusiveRange, qualifiedNameErrors } from '../../names.ts'
import type { PodSpec } from '../../types/index.ts'
import { complaints, validateChoice } from '../fields.ts'
import { ipErrors } from '../ip.ts'
import { validateLabels } from '../labels.ts'
import { validateOverhead } from '../resources.ts'
import { validateContainers, validateInitContainers } from './containers.ts'
import { validateDnsConfig } from './dns.ts'
import { validateAffinity, validateGates, validateTolerations } from './scheduling.ts'
import { validateHostUsers, validatePodSecurity } from './security.ts'
import { validateSpread } from './spread.ts'
import { checkVolumes } from './volumes.ts'

const maxInt32 = 2_147_483_647
const restartPolicies = ['Always', 'OnFailure', 'Never']
const dnsPolicies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None']

/** `isPod`: the spec of a pod itself, whose host ports are settled by now. */
export function validatePodSpec(spec: PodSpec, field: string, isPod: boolean): readonly FieldError[] {
  const volumes = checkVolumes(spec.volumes ?? [], `${field}.volumes`)
  const draft: Draft = spec
  const gates = draft.readinessGates ?? []
  return [
    ...(spec.terminationGracePeriodSeconds === undefined
      ? [required(`${field}.terminationGracePeriodSeconds`)]
      : []),
    ...volumes.errors,
    ...validateContainers(spec, volumes.byName, `${field}.containers`),
    ...validateInitContainers(spec, volumes.byName, `${field}.initContainers`),
    ...validateHostNetworkPorts(spec, `${field}.containers`, isPod),
    ...validateChoice(spec.restartPolicy, restartPolicies, `${field}.restartPolicy`),
    ...validateChoice(spec.dnsPolicy, dnsPolicies, `${field}.dnsPolicy`),
    ...validateLabels(spec.nodeSelector, `${field}.nodeSelector`),
    ...validatePodSecurity(spec, `${field}.securityContext`),
    ...validateAffinity(spec.affinity, `${field}.affinity`),
    ...validateDnsConfig(spec, `${field}.dnsConfig`),
    ...gates.flatMap(({ conditionType = '' }: Draft, i: number) =>
      complaints(
        `${field}.readinessGates[${i}].conditionType`,
        conditionType,
        qualifiedNameErrors(conditionType),
      ),
    ),
    ...validateGates(spec.schedulingGates ?? [], `${field}.schedulingGates`),
    ...validateSpread(spec.topologySpreadConstraints ?? [], `${field}.topologySpreadConstraints`),
    ...validateHostUsers(spec, field),
    ...validateSingleValues(spec, field),
  ]
}

function validateSingleValues(spec: PodSpec, field: string): readonly FieldError[] {
  const draft: Draft = spec
  const text = (name: string, grammar: (value: string) => readonly string[]) =>
    draft[name] ? complaints(`${field}.${name}`, draft[name], grammar(draft[name])) : []
  const aliases: readonly Draft[] = draft.hostAliases ?? []
  return [
    ...text('serviceAccountName', dnsSubdomainErrors),
    ...text('nodeName', dnsSubdomainErrors),
    ...validateDeadline(spec.activeDeadlineSeconds, `${field}.activeDeadlineSeconds`),
    ...text('hostname', dnsLabelErrors),
    ...text('subdomain', dnsLabelErrors),
    ...validateTolerations(spec.tolerations ?? [], `${field}.tolerations`),
    ...aliases.flatMap((alias, i) => validateHostAlias(alias, `${field}.hostAliases[${i}]`)),
    ...text('priorityClassName', dnsSubdomainErrors),
    ...text('runtimeClassName', dnsSubdomainErrors),
    ...validatePreemption(spec.preemptionPolicy, `${field}.preemptionPolicy`),
    ...(spec.overhead === undefined ? [] : validateOverhead(spec.overhead, `${field}.overhead`)),
    ...validateOs(draft.os, `${field}.os`),
  ]
}

function validateHostNetworkPorts(spec: PodSpec, field: string, isPod: boolean): readonly FieldError[] {
  if (!spec.hostNetwork) return []
  const why = 'must match `containerPort` when `hostNetwork` is true'
  return (spec.containers ?? []).flatMap((container, i) =>
    (container.ports ?? []).flatMap(({ hostPort = 0, containerPort = 0 }, j) =>
      (isPod || hostPort !== 0) && hostPort !== containerPort
        ? [invalid(`${field}[${i}].ports[${j}].hostPort`, hostPort, why)]
        : [],
    ),
  )
}

function validateDeadline(seconds: number | undefined, field: string): readonly FieldError[] {
  if (seconds === undefined || (seconds >= 1 && seconds <= maxInt32)) return []
  return [invalid(field, seconds, inclusiveRange(1, maxInt32))]
}

function validateHostAlias(alias: Draft, field: string): readonly FieldError[] {
  const { ip = '', hostnames = [] } = alias
  return [
    ...complaints(`${field}.ip`, ip, ipErrors(ip)),
    ...hostnames.flatMap((name: string, i: number) =>
      complaints(`${field}.hostnames[${i}]`, name, dnsSubdomainErrors(name)),
    ),
  ]
}

function validatePreemption(policy: string | undefined, field: string): readonly FieldError[] {
  return policy === undefined ? [] : validateChoice(policy, ['PreemptLowerPriority', 'Never'], field)
}

function validateOs(os: Draft, field: string): readonly FieldError[] {
  if (os === undefined) return []
  if (!os.name) return [required(`${field}.name`, 'cannot be empty')]
  const known = ['linux', 'windows']
  return known.includes(os.name) ? [] : [notSupported(field, os.name, known)]
}
