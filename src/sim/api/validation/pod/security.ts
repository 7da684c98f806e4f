/**
 * Security contexts (pkg/apis/core/validation/validation.go, Kubernetes v1.36). Deviation: options for Windows and
 * annotations of the time before the fields existed are not checked.
 */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { inclusiveRange } from '../../names.ts'
import type { PodSpec } from '../../types/index.ts'
import { validateOptionalChoice } from '../fields.ts'
import { goView } from './goView.ts'
import { validateDescendingPath } from './paths.ts'

const mostId = 2_147_483_647
const sysctlPattern = '^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$'
const sysctlRegExp = new RegExp(sysctlPattern)
const mostSysctlCharacters = 253

export function validatePodSecurity(spec: PodSpec, field: string): readonly FieldError[] {
  const context: Draft = spec.securityContext
  if (context === undefined) return []
  const at = (name: string) => `${field}.${name}`
  const groups: readonly number[] = context.supplementalGroups ?? []
  const draft: Draft = spec
  return [
    ...validateId(context.fsGroup, at('fsGroup')),
    ...validateId(context.runAsUser, at('runAsUser')),
    ...validateId(context.runAsGroup, at('runAsGroup')),
    ...groups.flatMap((group, i) => validateId(group, at(`supplementalGroups[${i}]`))),
    ...(draft.shareProcessNamespace && draft.hostPID
      ? [
          invalid(
            at('shareProcessNamespace'),
            true,
            'ShareProcessNamespace and HostPID cannot both be enabled',
          ),
        ]
      : []),
    ...validateSysctls(context.sysctls ?? [], at('sysctls')),
    ...validateOptionalChoice(
      context.fsGroupChangePolicy,
      ['Always', 'OnRootMismatch'],
      at('fsGroupChangePolicy'),
    ),
    ...validateSeccomp(context.seccompProfile, at('seccompProfile')),
    ...validateAppArmor(context.appArmorProfile, at('appArmorProfile')),
    ...validateOptionalChoice(
      context.supplementalGroupsPolicy,
      ['Merge', 'Strict'],
      at('supplementalGroupsPolicy'),
    ),
    ...validateOptionalChoice(
      context.seLinuxChangePolicy,
      ['MountOption', 'Recursive'],
      at('seLinuxChangePolicy'),
    ),
  ]
}

export function validateContainerSecurity(
  context: Draft,
  spec: PodSpec,
  field: string,
): readonly FieldError[] {
  if (context === undefined) return []
  const ownUsers = (spec as Draft).hostUsers === false
  return [
    ...validateId(context.runAsUser, `${field}.runAsUser`),
    ...validateId(context.runAsGroup, `${field}.runAsGroup`),
    ...validateOptionalChoice(context.procMount, ['Default', 'Unmasked'], `${field}.procMount`),
    ...(context.procMount === 'Unmasked' && !ownUsers
      ? [invalid(`${field}.procMount`, 'Unmasked', '`hostUsers` must be false to use `Unmasked`')]
      : []),
    ...validateSeccomp(context.seccompProfile, `${field}.seccompProfile`),
    ...validateEscalation(context, field),
    ...validateAppArmor(context.appArmorProfile, `${field}.appArmorProfile`),
  ]
}

/** A pod in its own user namespace can't share the node's others. */
export function validateHostUsers(spec: Draft, field: string): readonly FieldError[] {
  if (spec.hostUsers !== false) return []
  const shared = [
    ['hostNetwork', 'hostNetwork'],
    ['hostPID', 'HostPID'],
    ['hostIPC', 'HostIPC'],
  ] as const
  return shared
    .filter(([name]) => spec[name])
    .map(([, shown]) => forbidden(`${field}.${shown}`, 'when `pod.Spec.HostUsers` is false'))
}

function validateEscalation(context: Draft, field: string): readonly FieldError[] {
  if (context.allowPrivilegeEscalation !== false) return []
  const added: readonly string[] = context.capabilities?.add ?? []
  const cannot = 'cannot set `allowPrivilegeEscalation` to false and'
  const refuse = (what: string) => invalid(field, goView('SecurityContext', context), `${cannot} ${what}`)
  return [
    ...(context.privileged === true ? [refuse('`privileged` to true')] : []),
    ...(added.includes('CAP_SYS_ADMIN') ? [refuse('`capabilities.Add` CAP_SYS_ADMIN')] : []),
  ]
}

function validateId(id: number | undefined, field: string): readonly FieldError[] {
  return id === undefined || (id >= 0 && id <= mostId) ? [] : [invalid(field, id, inclusiveRange(0, mostId))]
}

function validateSysctls(sysctls: readonly Draft[], field: string): readonly FieldError[] {
  const seen = new Set<string>()
  return sysctls.flatMap(({ name = '' }, i) => {
    const at = `${field}[${i}].name`
    const again = seen.has(name)
    seen.add(name)
    if (name === '') return [required(at)]
    if (name.length > mostSysctlCharacters || !sysctlRegExp.test(name)) {
      const why = `must have at most ${mostSysctlCharacters} characters and match regex ${sysctlPattern}`
      return [invalid(at, name, why)]
    }
    return again ? [duplicate(at, name)] : []
  })
}

function validateSeccomp(profile: Draft, field: string): readonly FieldError[] {
  if (profile === undefined) return []
  const types = ['Localhost', 'RuntimeDefault', 'Unconfined']
  return [
    ...validateProfileType(
      profile.type,
      types,
      'type is required when seccompProfile is set',
      `${field}.type`,
    ),
    ...validateLocalhostProfile(profile, field),
  ]
}

function validateLocalhostProfile(profile: Draft, field: string): readonly FieldError[] {
  const at = `${field}.localhostProfile`
  if (profile.type === 'Localhost') {
    if (profile.localhostProfile === undefined) {
      return [required(at, 'must be set when seccomp type is Localhost')]
    }
    return validateDescendingPath(profile.localhostProfile, at)
  }
  if (profile.localhostProfile === undefined) return []
  return [invalid(at, goView('SeccompProfile', profile), 'can only be set when seccomp type is Localhost')]
}

function validateAppArmor(profile: Draft, field: string): readonly FieldError[] {
  if (profile === undefined) return []
  const { type, localhostProfile: local } = profile
  const at = `${field}.localhostProfile`
  const missing = required(at, 'must be set when AppArmor type is Localhost')
  if (type === 'Localhost') {
    if (local === undefined) return [missing]
    if (local !== local.trim()) return [invalid(at, local, 'must not be padded with whitespace')]
    return local === '' ? [missing] : []
  }
  if (type === 'RuntimeDefault' || type === 'Unconfined') {
    return local === undefined ? [] : [invalid(at, local, 'can only be set when AppArmor type is Localhost')]
  }
  const types = ['Localhost', 'RuntimeDefault', 'Unconfined']
  return validateProfileType(type, types, 'type is required when appArmorProfile is set', `${field}.type`)
}

function validateProfileType(
  type: string | undefined,
  types: readonly string[],
  whyRequired: string,
  field: string,
): readonly FieldError[] {
  if (type === undefined || type === '') return [required(field, whyRequired)]
  return types.includes(type) ? [] : [notSupported(field, type, types)]
}
