/** Containers of a pod or a template (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { dnsLabelErrors, portNameErrors, portNumberErrors } from '../../names.ts'
import type { Container, ContainerPort, PodSpec, Volume } from '../../types/index.ts'
import { complaints, validateChoice } from '../fields.ts'
import { validateResources } from '../resources.ts'
import { validateEnv, validateEnvFrom } from './env.ts'
import { validateHooksAndProbes } from './probes.ts'
import { validateContainerSecurity } from './security.ts'
import { validateMounts } from './volumes.ts'

const protocols = ['SCTP', 'TCP', 'UDP']
const restartPolicies = ['Always', 'Never', 'OnFailure']
const onlyForSidecars = 'may not be set for init containers without restartPolicy=Always'

type Volumes = ReadonlyMap<string, Volume>

export function validateContainers(spec: PodSpec, volumes: Volumes, field: string): readonly FieldError[] {
  const containers = spec.containers ?? []
  if (containers.length === 0) return [required(field)]
  const names = new Set<string>()
  return [
    ...containers.flatMap((container, i) => [
      ...validateContainer(container, spec, volumes, `${field}[${i}]`),
      ...takeName(container, names, `${field}[${i}].name`),
      ...validateHooksAndProbes(container, spec.terminationGracePeriodSeconds, `${field}[${i}]`),
      ...validateRestartPolicy(container, `${field}[${i}]`),
    ]),
    ...validateHostPorts(containers, field),
  ]
}

export function validateInitContainers(
  spec: PodSpec,
  volumes: Volumes,
  field: string,
): readonly FieldError[] {
  const names = new Set((spec.containers ?? []).map((container) => container.name))
  return (spec.initContainers ?? []).flatMap((container, i) => [
    ...validateContainer(container, spec, volumes, `${field}[${i}]`),
    ...validateRestartPolicy(container, `${field}[${i}]`),
    ...takeName(container, names, `${field}[${i}].name`),
    ...validateHostPorts([container], field),
    ...(container.restartPolicy === 'Always'
      ? validateHooksAndProbes(container, spec.terminationGracePeriodSeconds, `${field}[${i}]`)
      : refuseHooksAndProbes(container, `${field}[${i}]`)),
  ])
}

/** Names are shared by all containers of a pod. */
function takeName(container: Container, names: Set<string>, field: string): readonly FieldError[] {
  const name = container.name ?? ''
  if (names.has(name)) return [duplicate(field, name)]
  if (name !== '') names.add(name)
  return []
}

function refuseHooksAndProbes(container: Container, field: string): readonly FieldError[] {
  const parts = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const
  return parts
    .filter((part) => container[part] !== undefined)
    .map((part) => forbidden(`${field}.${part}`, onlyForSidecars))
}

function validateRestartPolicy(container: Container, field: string): readonly FieldError[] {
  const policy = container.restartPolicy
  const rules: readonly Draft[] = (container as Draft).restartPolicyRules ?? []
  if (policy === undefined) {
    if (rules.length === 0) return []
    return [required(`${field}.restartPolicy`, 'must specify restartPolicy when restart rules are used')]
  }
  return restartPolicies.includes(policy)
    ? []
    : [notSupported(`${field}.restartPolicy`, policy, restartPolicies)]
}

function validateContainer(
  container: Container,
  spec: PodSpec,
  volumes: Volumes,
  field: string,
): readonly FieldError[] {
  const { name = '', image = '' } = container
  return [
    ...(name === '' ? [required(`${field}.name`)] : complaints(`${field}.name`, name, dnsLabelErrors(name))),
    ...(image === '' ? [required(`${field}.image`)] : []),
    ...validateChoice(
      container.terminationMessagePolicy,
      ['File', 'FallbackToLogsOnError'],
      `${field}.terminationMessagePolicy`,
    ),
    ...validatePorts(container.ports ?? [], `${field}.ports`),
    ...validateEnv(container.env ?? [], `${field}.env`),
    ...validateEnvFrom(container.envFrom ?? [], `${field}.envFrom`),
    ...validateMounts(container, volumes, `${field}.volumeMounts`),
    ...validateChoice(
      container.imagePullPolicy,
      ['Always', 'IfNotPresent', 'Never'],
      `${field}.imagePullPolicy`,
    ),
    ...validateResources(container.resources, `${field}.resources`),
    ...validateResizePolicy(container, spec, `${field}.resizePolicy`),
    ...validateContainerSecurity(container.securityContext, spec, `${field}.securityContext`),
  ]
}

function validatePorts(ports: readonly ContainerPort[], field: string): readonly FieldError[] {
  const names = new Set<string>()
  return ports.flatMap((port, i) => {
    const at = `${field}[${i}]`
    return [
      ...validatePortName(port.name ?? '', names, `${at}.name`),
      ...(port.containerPort
        ? complaints(`${at}.containerPort`, port.containerPort, portNumberErrors(port.containerPort))
        : [required(`${at}.containerPort`)]),
      ...(port.hostPort ? complaints(`${at}.hostPort`, port.hostPort, portNumberErrors(port.hostPort)) : []),
      ...validateChoice(port.protocol, protocols, `${at}.protocol`),
    ]
  })
}

function validatePortName(name: string, names: Set<string>, field: string): readonly FieldError[] {
  if (name === '') return []
  const errors = complaints(field, name, portNameErrors(name))
  if (errors.length > 0) return errors
  if (names.has(name)) return [duplicate(field, name)]
  names.add(name)
  return []
}

/** One port of the node can be taken once. */
function validateHostPorts(containers: readonly Container[], field: string): readonly FieldError[] {
  const taken = new Set<string>()
  return containers.flatMap((container, i) =>
    (container.ports ?? []).flatMap(({ protocol = '', hostIP = '', hostPort = 0 }, j) => {
      if (hostPort === 0) return []
      const place = `${protocol}/${hostIP}/${hostPort}`
      if (taken.has(place)) return [duplicate(`${field}[${i}].ports[${j}].hostPort`, place)]
      taken.add(place)
      return []
    }),
  )
}

function validateResizePolicy(container: Draft, spec: PodSpec, field: string): readonly FieldError[] {
  const seen = new Set<string>()
  const policies: readonly Draft[] = container.resizePolicy ?? []
  return policies.flatMap(({ resourceName, restartPolicy }, i) => {
    const errors: FieldError[] = []
    if (seen.has(resourceName)) errors.push(duplicate(`${field}[${i}]`, resourceName))
    seen.add(resourceName)
    errors.push(...validateChoice(resourceName, ['cpu', 'memory'], field))
    errors.push(...validateChoice(restartPolicy, ['NotRequired', 'RestartContainer'], field))
    if (spec.restartPolicy === 'Never' && restartPolicy !== 'NotRequired') {
      const why = "must be 'NotRequired' when `restartPolicy` is 'Never'"
      errors.push(invalid(field, restartPolicy ?? '', why))
    }
    return errors
  })
}

/** Checks that a template is spared, for the sake of what was once accepted. */
export function validateImageSpaces(
  containers: readonly Container[] | undefined,
  field: string,
): readonly FieldError[] {
  return (containers ?? []).flatMap(({ image = '' }, i) =>
    image === image.trim()
      ? []
      : [invalid(`${field}[${i}].image`, image, 'must not have leading or trailing whitespace')],
  )
}
